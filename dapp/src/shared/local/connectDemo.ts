import type { Config } from "wagmi";
import { connect } from "wagmi/actions";
import { DEMO_WALLET_ID } from "./demoWallet.ts";

/** Connects as the person that the page's address named, without asking. If no chain answers, the page says so later. */
export async function connectDemoWallet(wagmi: Config): Promise<void> {
  const connector = wagmi.connectors.find(({ id }) => id === DEMO_WALLET_ID);
  if (connector) await connect(wagmi, { connector }).catch(() => {});
}

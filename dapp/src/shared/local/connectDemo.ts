import type { Config } from "wagmi";
import { connect } from "wagmi/actions";
import { DEMO_WALLET_ID } from "./demoWallet.ts";

/** A chain that does not answer must not keep the page from saying so. */
const PATIENCE_MS = 1_500;

/** Connects as the person that the page's address named, without asking. If no chain answers, the page says so later. */
export async function connectDemoWallet(wagmi: Config): Promise<void> {
  const connector = wagmi.connectors.find(({ id }) => id === DEMO_WALLET_ID);
  if (!connector) return;
  const connected = connect(wagmi, { connector }).then(
    () => {},
    () => {},
  );
  await Promise.race([connected, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

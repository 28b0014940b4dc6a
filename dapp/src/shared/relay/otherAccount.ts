// What was signed belongs to the account that the page asked for.
import type { Address } from "viem";
import { getConnection } from "wagmi/actions";
import { t } from "../../../../books/say.ts";
import type { WagmiConfig } from "../wallet/wagmi.ts";

export const OTHER_ACCOUNT = new Error(t`The wallet changed accounts.`);
export const OTHER_NETWORK = new Error("The wallet is on another network.");

export function requireAccount(wagmi: WagmiConfig, account: Address): void {
  if (getConnection(wagmi).address !== account) throw OTHER_ACCOUNT;
}

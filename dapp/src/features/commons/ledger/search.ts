// What the ledger shows, as it stands in the address of the page.
import { dayBegins } from "../../../shared/format/days.ts";

/** `account` is its place in the chart; days are "2026-11-30", the last one included. */
export type LedgerSearch = { account?: string; from?: string; to?: string; asset?: string };

/** Out of an address that may say anything. */
export const searchIn = ({ account, from, to, asset }: Record<string, unknown>): LedgerSearch => ({
  ...(typeof account === "string" && account !== "" && { account }),
  ...(dayBegins(from) !== undefined && { from: String(from) }),
  ...(dayBegins(to) !== undefined && { to: String(to) }),
  ...(typeof asset === "string" && asset !== "" && { asset }),
});

import type { Settlement } from "../chain/settlement.ts";
import { formatMoney } from "./money.ts";

/** An amount with all its decimals, so that a column of them lines up and can be added up. */
export function inFull(amount: bigint, settlement: Pick<Settlement, "symbol" | "decimals">): string {
  return formatMoney(amount, settlement).replace(/\d+\.\d+/, (figures) => {
    const [whole = "", part = ""] = figures.split(".");
    return `${whole}.${part.padEnd(settlement.decimals, "0")}`;
  });
}

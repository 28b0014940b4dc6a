// What every check looks at: the books made from the events, and the chain they are compared with.
import type { Books, Token } from "../../books/books.ts";
import type { Address } from "../../books/event.ts";
import type { Chain } from "./chain.ts";
import type { House } from "./house.ts";
import { AuditProblem } from "./problem.ts";

export type Subject = Books & { chain: Chain; house: House };

/** What time it is for the contracts at the audited block. */
export async function timeOf(chain: Chain, house: House): Promise<number> {
  const clock = await chain.ask("assembly", house.at.assembly, "clock");
  if (!clock) throw new AuditProblem("The Assembly does not say what time it is.");
  return Number(clock[0]);
}

/** What the settlement token says of itself. */
export async function settlementOf(chain: Chain, address: Address): Promise<Token> {
  const [symbol, decimals] = await Promise.all([
    chain.ask("token", address, "symbol"),
    chain.ask("token", address, "decimals"),
  ]);
  return { address, symbol: String(symbol?.[0] ?? ""), decimals: Number(decimals?.[0] ?? 0) };
}

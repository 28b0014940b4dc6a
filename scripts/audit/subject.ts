// What every check looks at: the books made from the events, and the chain they are compared with.
import type { CommonsBook } from "../../books/commons.ts";
import type { Coop } from "../../books/coop.ts";
import type { Chain } from "./chain.ts";
import type { House } from "./house.ts";
import { AuditProblem } from "./problem.ts";

export type Subject = { chain: Chain; house: House; coop: Coop; commons: CommonsBook };

/** What time it is for the contracts at the audited block. */
export async function timeOf(chain: Chain, house: House): Promise<number> {
  const clock = await chain.ask("assembly", house.at.assembly, "clock");
  if (!clock) throw new AuditProblem("The Assembly does not say what time it is.");
  return Number(clock[0]);
}

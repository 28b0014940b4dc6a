import { fundName } from "../../../../books/fund-names.ts";
import { fundOfMachine } from "../../../../books/funds.ts";
import { capitalised } from "../../../../books/words.ts";

/** What the funds hold, by name; those that each machine has, together. */
export function fundFigures(funds: readonly (readonly [fund: number, amount: bigint])[]): [string, bigint][] {
  const figures = new Map<string, bigint>();
  for (const [fund, amount] of [...funds].sort(([a], [b]) => a - b)) {
    const name = fundOfMachine(fund) ? "For machines and their bonds" : capitalised(fundName(fund));
    figures.set(name, (figures.get(name) ?? 0n) + amount);
  }
  return [...figures];
}

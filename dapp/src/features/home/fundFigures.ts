import { fundSaid } from "../../../../books/fund-names.ts";
import { fundOfMachine } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";

/** What the funds hold, by name; those that each machine has, together. */
export function fundFigures(funds: readonly (readonly [fund: number, amount: bigint])[]): [string, bigint][] {
  const figures = new Map<string, bigint>();
  for (const [fund, amount] of [...funds].sort(([a], [b]) => a - b)) {
    const name = fundOfMachine(fund) ? t`For machines and their bonds` : capitalised(fundSaid(fund));
    figures.set(name, (figures.get(name) ?? 0n) + amount);
  }
  return [...figures];
}

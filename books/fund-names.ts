// What the Treasury's funds are called. Apart from their numbers, which the first page needs alone.
import { fundOfMachine } from "./funds.ts";
import { said, t } from "./say.ts";

const NAMES: Record<number, string> = {
  0: "outside world",
  1: "operating fund",
  2: "share capital",
  3: "commons fund",
  4: "member income",
  6: "withdrawals payable",
  7: "interest payable",
  8: "upkeep fund",
  9: "auction deposits",
  10: "community fund",
};
const OF_MACHINES = { service: "bond service", bids: "bids for bonds", purchase: "purchase of machine" };

/** What a fund is called. */
export function fundName(fund: number): string {
  const machine = fundOfMachine(fund);
  return machine ? `${OF_MACHINES[machine.use]} ${machine.of}` : (NAMES[fund] ?? `fund ${fund}`);
}

/** The same in the language of the page. In files and accounts a fund has one name in every language. */
export function fundSaid(fund: number): string {
  const machine = fundOfMachine(fund);
  return machine ? t`${said(OF_MACHINES[machine.use])} ${machine.of}` : said(fundName(fund));
}

/** Every name that `fundSaid` says. */
export const FUND_NAMES: readonly string[] = [...Object.values(NAMES), ...Object.values(OF_MACHINES)];

// What the events of the commons and of the market tell against what follows from the events before them.
import type { Disagreement } from "../../../books/commons.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

function compareAll<Of>(
  { compared, disagreements }: { compared: Map<Of, number>; disagreements: Disagreement<Of>[] },
  name: string,
  ...about: Of[]
): Check {
  const comparison = new Comparison(name);
  for (const one of about) comparison.check.compared += compared.get(one) ?? 0;
  for (const { about: subject, what, told, follows } of disagreements) {
    if (about.includes(subject)) comparison.wrong(what, follows, told);
  }
  return comparison.check;
}

/** Every bid improves the one before it (K2). */
export const checkBidding = async ({ commons }: Subject): Promise<Check> =>
  compareAll(commons, "bids against those before them", "bids");

/** The rate from the bids alone, and what each bid became (K1, K2). */
export const checkClearings = async ({ commons }: Subject): Promise<Check> =>
  compareAll(commons, "clearings and allotments worked out again", "clearing");

/** Every schedule, every claim and every end of a series (K3, K5). */
export const checkService = async ({ commons }: Subject): Promise<Check> =>
  compareAll(commons, "schedules, coupons and principal worked out again", "coupons");

/** Every step of every rent, leases, auctions and what a sale brought (K3, K5, K6). */
export const checkRents = async ({ commons }: Subject): Promise<Check> =>
  compareAll(commons, "rents, leases and auctions worked out again", "rent", "auctions");

/** Every posting and every claim of income, and what is left of budgets (K4). */
export const checkIncomeShares = async ({ commons }: Subject): Promise<Check> =>
  compareAll(commons, "income and budgets worked out again", "income", "budgets");

/** Who took part in each job, under which terms, and the metres that count (J1, J5, J6). */
export const checkLifecycles = async ({ market }: Subject): Promise<Check> =>
  compareAll(market, "jobs, their parties and terms worked out again", "jobs");

/** How each job's money was divided, the points it earned, and what fees were handed over (J2, J4, J5, A3). */
export const checkSplits = async ({ market }: Subject): Promise<Check> =>
  compareAll(market, "splits, fees and points worked out again", "split", "fees", "points");

/** Every step of every declaration, every pot, and every claim (A1, A4, A6, S4). */
export const checkDeclarations = async ({ market }: Subject): Promise<Check> =>
  compareAll(market, "surpluses and claims worked out again", "surplus", "dividends");

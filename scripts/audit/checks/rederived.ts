// What the events of the commons tell against what follows from the events before them.
import type { CommonsSubject } from "../../../books/commons.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

function compareAll({ commons }: Subject, name: string, ...about: CommonsSubject[]): Check {
  const comparison = new Comparison(name);
  for (const one of about) comparison.check.compared += commons.compared.get(one) ?? 0;
  for (const { about: subject, what, told, follows } of commons.disagreements) {
    if (about.includes(subject)) comparison.wrong(what, follows, told);
  }
  return comparison.check;
}

/** Every bid improves the one before it (K2). */
export const checkBidding = async (subject: Subject): Promise<Check> =>
  compareAll(subject, "bids against those before them", "bids");

/** The rate from the bids alone, and what each bid became (K1, K2). */
export const checkClearings = async (subject: Subject): Promise<Check> =>
  compareAll(subject, "clearings and allotments worked out again", "clearing");

/** Every schedule, every claim and every end of a series (K3, K5). */
export const checkService = async (subject: Subject): Promise<Check> =>
  compareAll(subject, "schedules, coupons and principal worked out again", "coupons");

/** Every step of every rent, leases, auctions and what a sale brought (K3, K5, K6). */
export const checkRents = async (subject: Subject): Promise<Check> =>
  compareAll(subject, "rents, leases and auctions worked out again", "rent", "auctions");

/** Every posting and every claim of income, and what is left of budgets (K4). */
export const checkIncomeShares = async (subject: Subject): Promise<Check> =>
  compareAll(subject, "income and budgets worked out again", "income", "budgets");

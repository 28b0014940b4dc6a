// Shares, funds, and the money that the Treasury really holds.
import { balanceOf } from "../../../books/apply/commons.ts";
import { disposalOf } from "../../../books/disposal.ts";
import { BooksError } from "../../../books/event.ts";
import { checkBalance, fundName, journalOf } from "../../../books/journal.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { type Subject, timeOf } from "../subject.ts";

const SHARE_CAPITAL = 2;
/** Asked for even when no money ever moved through them. */
const NAMED_FUNDS = [1, SHARE_CAPITAL, 3, 4, 5];

export async function checkShares({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("member shares");
  const { shares, treasury } = house.at;
  const members = [...coop.members.values()];
  const held = await askAll(members, ({ id }) => chain.ask("shares", shares, "unitsOf", id));
  for (const [i, { id, units }] of members.entries()) comparison.same(`shares of member ${id}`, units, held[i]?.[0]);

  const [total, par, fund] = await Promise.all([
    chain.ask("shares", shares, "totalSupply"),
    chain.ask("shares", shares, "par"),
    chain.ask("treasury", treasury, "balanceOf", SHARE_CAPITAL, house.token),
  ]);
  comparison.same("shares in issue", coop.shares.units, total?.[0]);
  const atPar = coop.shares.units * BigInt(par?.[0] ?? 0);
  comparison.same("shares in issue at par and the share-capital fund", atPar, fund?.[0]);
  comparison.same("paid for shares and the share-capital fund", coop.shares.paid, fund?.[0]);
  return comparison.check;
}

export async function checkFunds({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("fund balances");
  const { treasury } = house.at;
  const funds = [...new Set([...NAMED_FUNDS, ...coop.funds.keys()])];
  const pairs = assetsOf({ house, coop }).flatMap((asset) => funds.map((fund) => ({ fund, asset })));
  const held = await askAll(pairs, ({ fund, asset }) => chain.ask("treasury", treasury, "balanceOf", fund, asset));
  for (const [i, { fund, asset }] of pairs.entries()) {
    comparison.same(`${fundName(fund)} in ${asset}`, balanceOf(coop, fund, asset), held[i]?.[0]);
  }
  return comparison.check;
}

export async function checkTreasury({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("money held by the treasury");
  const { treasury } = house.at;
  for (const asset of assetsOf({ house, coop })) {
    const [booked, loose, held] = await Promise.all([
      chain.ask("treasury", treasury, "booked", asset),
      chain.ask("treasury", treasury, "unposted", asset),
      chain.ask("token", asset, "balanceOf", treasury),
    ]);
    const inBooks = coop.booked.get(asset.toLowerCase()) ?? 0n;
    comparison.same(`booked of ${asset}`, inBooks, booked?.[0]);
    comparison.same(`booked and unposted of ${asset}`, inBooks + BigInt(loose?.[0] ?? 0), held?.[0]);
  }
  return comparison.check;
}

/** What ordinary resolutions can still dispose of (V7), as it follows from the movements. */
export async function checkDisposals({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("disposals in twelve months");
  const now = await timeOf(chain, house);
  for (const asset of assetsOf({ house, coop })) {
    const stored = await chain.ask("treasury", house.at.treasury, "disposalLimit", asset);
    const { disposed, limit } = disposalOf(coop, asset, now);
    comparison.same(`disposed of ${asset}`, disposed, stored?.[0]);
    comparison.same(`limit to disposals of ${asset}`, limit, stored?.[1]);
  }
  return comparison.check;
}

export async function checkJournal({ coop }: Subject): Promise<Check> {
  const comparison = new Comparison("journal in balance");
  try {
    checkBalance(journalOf(coop.moves));
  } catch (error) {
    if (!(error instanceof BooksError)) throw error;
    comparison.wrong("journal", error.message, "a movement of one amount");
  }
  comparison.check.compared += coop.moves.length;
  return comparison.check;
}

function assetsOf({ house, coop }: Pick<Subject, "house" | "coop">): string[] {
  return [...new Set([house.token.toLowerCase(), ...coop.booked.keys()])];
}

// Member shares: terms, holdings member by member, and what they add up to.
import { holdingOf, settleAll } from "../../../books/share-ledger.ts";
import { PARTS } from "../../../books/share-math.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { type Subject, timeOf } from "../subject.ts";

const SHARE_CAPITAL = 2;
const WITHDRAWALS_PAYABLE = 6;
const INTEREST_PAYABLE = 7;

export async function checkShareTerms({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("terms of member shares");
  const stored = (await chain.ask("shares", house.at.shares, "terms"))?.[0];
  for (const term of ["par", "minimum", "maximum", "notice", "suspensionLimit", "interestCap"] as const) {
    comparison.same(term, coop.shares.terms?.[term], stored?.[term]);
  }
  return comparison.check;
}

/** Units, promises, queued shares, days, interest to the smallest unit, and what is due. */
export async function checkHoldings({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("member shares and interest, member by member");
  const now = await timeOf(chain, house);
  const members = [...coop.members.keys()];
  const held = await askAll(members, (id) => chain.ask("shares", house.at.shares, "holdingOf", id));
  for (const [i, id] of members.entries()) {
    for (const [field, value] of Object.entries(holdingOf(coop, id, now))) {
      comparison.same(`member ${id}, ${field}`, value, held[i]?.[0]?.[field]);
    }
  }
  return comparison.check;
}

/** Shares at par are the share-capital fund; what is owed to members is what the funds for it hold, to the last fraction. */
export async function checkShareFunds({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("share capital, dues and interest against their funds");
  const { shares, treasury } = house.at;
  const now = await timeOf(chain, house);
  const funds = [SHARE_CAPITAL, WITHDRAWALS_PAYABLE, INTEREST_PAYABLE];
  const [supply, ...balances] = await Promise.all([
    chain.ask("shares", shares, "totalSupply"),
    ...funds.map((fund) => chain.ask("treasury", treasury, "balanceOf", fund, house.token)),
  ]);
  const [capital, withdrawals, interest] = balances.map((balance) => BigInt(balance?.[0] ?? 0));
  const all = settleAll(coop, now);
  const holdings = [...all.holdings.values()];
  const sum = (of: (holding: (typeof holdings)[number]) => bigint) => holdings.reduce((t, one) => t + of(one), 0n);
  comparison.same("shares in issue", coop.shares.units, supply?.[0]);
  comparison.same(
    "shares of all members",
    sum(({ units }) => units),
    supply?.[0],
  );
  comparison.same("shares at par and the share-capital fund", coop.shares.units * (all.terms?.par ?? 0n), capital);
  comparison.same(
    "due for withdrawals and its fund",
    sum(({ due }) => due),
    withdrawals,
  );
  const owed = sum(({ interest: numerator }) => numerator) + all.carried;
  comparison.same("interest owed and its fund, in parts", owed, (interest ?? 0n) * PARTS);
  comparison.same(
    "shares times days of all members",
    sum(({ unitDays }) => unitDays),
    all.unitDays,
  );
  return comparison.check;
}

/** Each posting worked out again from holdings and days (S4). */
export async function checkInterest({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("postings of interest");
  const { shares } = house.at;
  comparison.same(
    "postings ever",
    coop.shares.postings.length,
    (await chain.ask("shares", shares, "interestPeriods"))?.[0],
  );
  const { postings } = coop.shares;
  const stored = await askAll(postings, ({ period }) => chain.ask("shares", shares, "interestPeriod", period));
  for (const [i, posting] of postings.entries()) {
    const { period, rate, day, unitDays, amount, derivedUnitDays, derivedAmount, tx } = posting;
    comparison.same(`posting ${period}, day`, day, stored[i]?.[0]);
    comparison.same(`posting ${period}, rate`, rate, stored[i]?.[1]);
    comparison.same(`posting ${period}, shares times days`, derivedUnitDays, unitDays);
    comparison.same(`posting ${period}, amount`, derivedAmount, amount);
    const moved = coop.moves.filter((move) => move.tx === tx && move.to === INTEREST_PAYABLE);
    const total = moved.reduce((sum, move) => sum + move.amount, 0n);
    comparison.same(`posting ${period}, moved to interest payable`, derivedAmount, total);
  }
  return comparison.check;
}

/** Each write-down, and that every cut of a member was told (S5). */
export async function checkWriteDowns({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("write-downs member by member");
  const stored = await chain.ask("shares", house.at.shares, "writeDowns");
  comparison.same("shares above the least holdings", coop.shares.above, stored?.[0]);
  comparison.same("write-downs ever", coop.shares.writeDowns.length, stored?.[1]);
  for (const { memberId, units, where } of coop.shares.untold) {
    comparison.wrong(where, `member ${memberId} lost ${units} shares to a write-down`, "no event told it");
  }
  return comparison.check;
}

// A house with machines for tests of the book of the commons: terms, and the events of a machine's life in the order in which the
// contracts tell them.
import { allotmentOf, clearingOf } from "../../books/clearing.ts";
import { type CommonsBook, commonsOf } from "../../books/commons.ts";
import type { BookEvent } from "../../books/event.ts";
import { BOND_BIDS, BOND_SERVICE, MEMBER_INCOME, PURCHASE, UPKEEP } from "../../books/funds.ts";
import { DAY, house } from "./house.ts";
import { ASSET, account, hash } from "./sample.ts";

export const SELLER = account(0x5e);
export const MONTH = 30 * DAY;
export type Bids = readonly (readonly [member: number, amount: bigint, rate: number])[];

/** Numbers of `SeriesTerms`; dates are set when the series opens. */
const PLAN = { every: 30, unit: 0, longStub: false, endOfMonth: false, businessDays: 0, dayCount: 1 };

export const MACHINE = {
  specification: hash(7),
  seller: SELLER,
  price: 1_000n,
  contribution: 100n,
  rent: 100n,
  rentPeriod: MONTH,
  periods: 12,
  upkeepShare: 1_000,
  grace: 10 * DAY,
  lessee: 1,
  usefulLife: 1_000 * DAY,
  residual: 200n,
};

/** Five drivers, and machine 1 on order: 900 from bonds, four coupons thirty days apart at 2 % to 6 %. */
export function commonsHouse(changes: Partial<typeof MACHINE> = {}) {
  const all = house(5, 0);
  const { add, now } = all;
  const terms = { ...MACHINE, ...changes };
  const target = terms.price - terms.contribution;
  const moved = (from: number, to: number, amount: bigint, party = account(0)) => {
    if (amount !== 0n) add("treasury", "Moved", { from, to, asset: ASSET, party, amount, memo: hash(0) }, 0);
  };
  const transferred = (from: number, to: number, id: bigint, value: bigint, later = 0) =>
    add("bonds", "TransferSingle", { operator: account(9), from: account(from), to: account(to), id, value }, later);

  moved(0, 3, 5_000n, account(8));
  add("machines", "MachineOrdered", { machineId: 1n, terms });
  const closesAt = now() + 10 * DAY;
  const issueDate = closesAt + 60;
  const dates = [0, 30, 60, 90, 120].map((day) => issueDate + day * DAY);
  const plan = { ...PLAN, issueDate, anchor: issueDate, maturity: dates.at(-1) };
  const offer = { plan, closesAt, lowestRate: 200, highestRate: 600, minimumBid: 10n };
  const days = { dates, dayCounts: [0, 30, 60, 90, 120] };
  if (target !== 0n) add("bonds", "SeriesOpened", { series: 1n, terms: offer, target, ...days }, 0);
  moved(3, PURCHASE + 1, terms.contribution);

  const bids = new Map<number, { amount: bigint; rate: number }>();
  function bid(member: number, amount: bigint, rate: number): void {
    const former = bids.get(member) ?? { amount: 0n, rate: 0 };
    bids.set(member, { amount, rate });
    add("bonds", "BidPlaced", placed(member, amount, rate, former));
    moved(0, BOND_BIDS + 1, amount - former.amount, account(member));
  }
  const placed = (member: number, amount: bigint, rate: number, former = { amount: 0n, rate: 0 }) => ({
    series: 1n,
    bidder: account(member),
    memberId: member,
    amount,
    rate,
    formerAmount: former.amount,
    formerRate: former.rate,
  });
  const toClose = () => add("token", "Transfer", {}, closesAt - now());

  /** The target must be reached. */
  function issue(): bigint {
    toClose();
    const clearing = clearingOf(bids.values(), target);
    if (!clearing) throw new Error("The bids do not reach the target.");
    add("bonds", "SeriesCleared", { series: 1n, ...clearing }, 0);
    let issued = 0n;
    for (const [member, offered] of bids) {
      const { units, refund } = allotmentOf(offered, clearing);
      add("bonds", "Allotted", { series: 1n, bidder: account(member), units, refund }, 0);
      if (units !== 0n) transferred(0, member, 1n, units);
      issued += units;
    }
    add("bonds", "SeriesIssued", { series: 1n, units: issued, excess: issued - target }, 0);
    moved(BOND_BIDS + 1, PURCHASE + 1, target);
    moved(BOND_BIDS + 1, BOND_SERVICE + 1, issued - target);
    return issued;
  }

  function buy(later = 60): void {
    add("machines", "MachineBought", { machineId: 1n, seller: terms.seller, price: terms.price }, later);
    add("machines", "Transfer", { from: account(0), to: account(0x108), tokenId: 1n }, 0);
    const { rent, rentPeriod, periods, lessee } = terms;
    add("machines", "LeaseStarted", { machineId: 1n, lessee, rent, rentPeriod, periods }, 0);
    moved(PURCHASE + 1, 0, terms.price, terms.seller);
  }

  type Steps = { upkeep: bigint; coupon: bigint; principal: bigint; income: bigint };
  /** All in one transaction, as the contracts do. */
  function rent(steps: Steps, { later = 60, lessee = 1, payer = 1 } = {}): void {
    const { upkeep, coupon, principal, income } = steps;
    const first = all.events.length;
    if (coupon + principal !== 0n) add("bonds", "SeriesFunded", { series: 1n, coupon, principal }, later);
    const wait = coupon + principal === 0n ? later : 0;
    add("machines", "RentPaid", { machineId: 1n, lessee, payer: account(payer), ...steps }, wait);
    const from = payer === 0 ? 9 : 0;
    moved(from, UPKEEP, upkeep, account(payer));
    moved(from, BOND_SERVICE + 1, coupon + principal, account(payer));
    moved(from, MEMBER_INCOME, income, account(payer));
    together(all.events.slice(first));
  }

  /** Events of one transaction. */
  function together(events: BookEvent[]): void {
    const tx = events[0]?.transactionHash ?? hash(0);
    for (const event of events) event.transactionHash = tx;
  }
  const book = (): CommonsBook => commonsOf(all.events);
  const series = () => {
    const found = book().series.get(1);
    if (!found) throw new Error("There is no series 1.");
    return found;
  };
  const machine = () => {
    const found = book().machines.get(1);
    if (!found) throw new Error("There is no machine 1.");
    return found;
  };
  const base = { ...all, moved, transferred, terms, closesAt, dates, target, book, series, machine };
  return { ...base, bid, placed, toClose, issue, buy, rent, together };
}

/** What the book says of a figure that does not follow. */
export const disagreementsIn = (book: CommonsBook): string[] =>
  book.disagreements.map(({ what, told, follows }) => `${what.replace(/ \(.*\)/, "")}: ${told}, not ${follows}`);

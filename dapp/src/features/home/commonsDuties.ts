// What waits for a person about machines, bonds and income.
import type { CommonsBook, Machine, Series } from "../../../../books/commons.ts";
import type { Coop, Member } from "../../../../books/coop.ts";
import { incomeDue } from "../../../../books/income.ts";
import { bondsDueTo, type DueOfBonds, refundsTo } from "../../shared/commons/due.ts";
import { bidsStoppedUntil, rentStanding, seriesStanding } from "../../shared/commons/standing.ts";
import { DAY } from "../../shared/format/time.ts";
import { holds } from "../../shared/membership/board.ts";
import { TREASURER } from "../../shared/motion/offices.ts";

export type CommonsDuties = {
  /** Income that has added up to something. */
  toTake: bigint[];
  toCollect: DueOfBonds[];
  toGetBack: { series: Series; amount: bigint }[];
  /** Rent that is late or due within days, of machines that the person uses. */
  toPay: { machine: Machine; amount: bigint; late: boolean; at: number }[];
  /** The treasurer's: the money is there. */
  toBuy: Machine[];
  /** Bonds that take bids, and machines in an auction, where the person has not bid or was outbid. */
  toLend: Series[];
  toBidFor: { machine: Machine; outbid: boolean }[];
  /** The deposit of somebody who was outbid. */
  toTakeBack: bigint[];
  /** Closed, and waiting for anybody's hand. */
  toCount: Series[];
  toSettle: Machine[];
};

const SOON = 7 * DAY;

/** `unit` is one unit of money: income below it can wait. */
export function commonsDutiesOf(
  coop: Coop,
  book: CommonsBook,
  { account, person, unit }: { account: string | undefined; person: Member | undefined; unit: bigint },
  now: number,
): CommonsDuties {
  const cent = unit / 100n;
  const income = person ? incomeDue(book.income, person.id) : 0n;
  const bonds = account === undefined ? [] : bondsDueTo(book, account);
  return {
    toTake: income >= unit ? [income] : [],
    toCollect: bonds.filter(({ coupon, principal }) => coupon + principal >= (principal > 0n ? 1n : cent)),
    toGetBack: account === undefined ? [] : refundsTo(book, account),
    toPay: person ? rentsOf(book, person.id, now) : [],
    ...(person?.status === "active" && coop.windingUpSince === undefined
      ? bidsOf(book, person, now)
      : { toLend: [], toBidFor: [] }),
    toTakeBack: [book.deposits.get(account?.toLowerCase() ?? "") ?? 0n].filter((amount) => amount > 0n),
    toCount: [...book.series.values()].filter((one) => seriesStanding(one, now) === "counting"),
    toSettle: [...book.machines.values()].filter(({ auction }) => auction && now >= auction.closesAt),
    toBuy: holds(coop, TREASURER, account, now) ? [...book.machines.values()].filter(isFunded(book)) : [],
  };
}

/** What a member can bid on now: not for a machine while it owes rent for another (K6). */
function bidsOf(book: CommonsBook, { id, account }: Member, now: number): Pick<CommonsDuties, "toLend" | "toBidFor"> {
  const key = account.toLowerCase();
  if (bidsStoppedUntil(book, now) !== undefined) return { toLend: [], toBidFor: [] };
  const owes = [...book.machines.values()].some(({ debts }) => (debts.get(id) ?? 0n) > 0n);
  return {
    toLend: [...book.series.values()].filter((one) => seriesStanding(one, now) === "bids" && !one.bids.has(key)),
    toBidFor: [...book.machines.values()].flatMap((machine) => {
      const { auction } = machine;
      if (!auction || now >= auction.closesAt || (auction.kind === "rent" && owes)) return [];
      const bids = auction.bids.filter(({ memberId }) => memberId === id);
      return auction.bids.at(-1)?.memberId === id ? [] : [{ machine, outbid: bids.length > 0 }];
    }),
  };
}

function rentsOf({ machines }: CommonsBook, memberId: number, now: number): CommonsDuties["toPay"] {
  return [...machines.values()].flatMap((machine): CommonsDuties["toPay"] => {
    const { lease } = machine;
    if (lease?.lessee !== memberId) return [];
    const { unpaid, since, next } = rentStanding(lease, now);
    if (unpaid > 0n) return [{ machine, amount: unpaid, late: true, at: since ?? now }];
    if (!next || next.at > now + SOON || next.amount === 0n) return [];
    return [{ machine, amount: next.amount, late: false, at: next.at }];
  });
}

/** K1: nothing is bought before all of the money is there. */
const isFunded =
  ({ series }: CommonsBook) =>
  ({ id, state, terms }: Machine): boolean =>
    state === "ordered" && (terms.price === terms.contribution || series.get(id)?.state === "live");

// What waits for a person about machines, bonds and income.
import type { CommonsBook, Machine, Series } from "../../../../books/commons.ts";
import type { Coop, Member } from "../../../../books/coop.ts";
import { incomeDue } from "../../../../books/income.ts";
import { bondsDueTo, type DueOfBonds, refundsTo } from "../../shared/commons/due.ts";
import { rentStanding } from "../../shared/commons/standing.ts";
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
    toBuy: holds(coop, TREASURER, account, now) ? [...book.machines.values()].filter(isFunded(book)) : [],
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

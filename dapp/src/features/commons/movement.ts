// A movement of money in words.

import type { CommonsBook } from "../../../../books/commons.ts";
import type { Coop, Move } from "../../../../books/coop.ts";
import { fundSaid } from "../../../../books/fund-names.ts";
import { AUCTIONS, COMMONS, fundOfMachine, MEMBER_INCOME, UPKEEP } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { theMachine } from "../../shared/commons/naming.ts";
import { memberName, nameOf } from "../../shared/motion/names.ts";
import { proposalOfTransaction } from "../../shared/motion/numbering.ts";
import { purposeIn } from "../../shared/motion/purpose.ts";
import { titleOfMarket } from "./marketMoves.ts";

type ProposalOf = ReturnType<typeof proposalOfTransaction>;
export type Movement = {
  /** "Paid to member 12 (driver)". */
  title: string;
  purpose?: string;
  fund: number;
  /** Out of the co-op's hands, so shown with a minus. */
  out: boolean;
  amount: bigint;
  balance?: bigint;
  proposal?: ProposalOf;
};

const SHARE_CAPITAL = 2;
const WITHDRAWALS = 6;
const INTEREST = 7;

export function movementOf(move: Move, coop: Coop, book: CommonsBook): Movement {
  const proposal = proposalOfTransaction(coop, move.tx);
  const out = move.to === 0;
  const fund = out ? move.from : move.to;
  return {
    title: titleOfMarket(move, coop, budgetOf(book, move)) ?? titleOfCommons(move, coop, book) ?? titleOf(move, coop),
    purpose: proposal && purposeIn(proposal.description, move.memo),
    fund,
    out,
    amount: move.amount,
    balance: out ? move.fromAfter : move.toAfter,
    proposal,
  };
}

function titleOf(move: Move, coop: Coop): string {
  if (move.to === 0) return t`Paid to ${nameOf(move.party, coop)}`;
  if (move.from === SHARE_CAPITAL && move.to === WITHDRAWALS) {
    const number = Number(BigInt(move.memo));
    // What leaves the queue names its place there; once the co-op is closed, the member.
    const id = move.closed ? number : coop.shares.queue[number]?.memberId;
    const member = id === undefined ? undefined : coop.members.get(id);
    return member ? t`Shares of ${memberName(member, coop)} taken back` : t`Shares taken back`;
  }
  if (move.from === INTEREST && move.to === SHARE_CAPITAL) return t`Interest taken in shares`;
  if (move.to === INTEREST) return t`Interest on shares, declared`;
  if (move.from !== 0) return t`Moved from the ${fundSaid(move.from)}`;
  if (move.to === SHARE_CAPITAL) {
    const member = coop.members.get(Number(BigInt(move.memo)));
    return member ? t`${capital(memberName(member, coop))} bought shares` : t`Shares bought`;
  }
  if (/^0x0+$/.test(move.party)) return t`Booked: it had arrived unasked`;
  return t`Paid in by ${nameOf(move.party, coop)}`;
}

const NOBODY = /^0x0+$/;
/** Funds that rent is split into, beside those of its bonds (K3). */
const RENT_FOR: Record<number, string> = { [UPKEEP]: t`upkeep`, [MEMBER_INCOME]: t`every member` };

/** What moves for machines, bonds and income; its memo is the number of the machine. */
function titleOfCommons(
  { from, to, party, memo, tx, amount }: Move,
  coop: Coop,
  book: CommonsBook,
): string | undefined {
  const [source, target] = [fundOfMachine(from), fundOfMachine(to)];
  const machine = (id: number | bigint): string => {
    const found = book.machines.get(Number(id));
    return found ? theMachine(coop, found) : t`machine ${id}`;
  };
  const numbered = BigInt(memo) <= 0xffffn ? BigInt(memo) : 0n;
  const who = () => nameOf(party, coop);
  if (to === 0) {
    if (source?.use === "bids") return t`Handed back to ${who()}: a bid for the bonds of ${machine(source.of)}`;
    if (source?.use === "service") return t`Coupons or repayment to ${who()}, bonds of ${machine(source.of)}`;
    if (source?.use === "purchase") return t`Paid to ${who()}, the seller of ${machine(source.of)}`;
    if (from === MEMBER_INCOME) return t`Income taken by ${who()}`;
    if (from === AUCTIONS) return t`Deposit handed back to ${who()}`;
    const budget = budgetOf(book, { tx, amount, party });
    return budget === undefined ? undefined : t`Paid to ${who()} out of budget ${budget}`;
  }
  if (from === 0) {
    if (target?.use === "bids") return t`Bid by ${who()} for the bonds of ${machine(target.of)}`;
    if (to === AUCTIONS) return t`Deposit of ${who()}, auction of ${machine(numbered)}`;
    if (NOBODY.test(party) || numbered === 0n) return undefined;
    if (target?.use === "service") return t`Rent of ${machine(target.of)}: for its bonds`;
    return RENT_FOR[to] && t`Rent of ${machine(numbered)}: for ${RENT_FOR[to]}`;
  }
  if (from === AUCTIONS) return t`Brought by the auction of ${machine(numbered)}`;
  if (source?.use === "bids") return t`Lent for ${machine(source.of)}: the bids were counted`;
  if (source && to === COMMONS) return t`Left over from ${machine(source.of)}`;
  if (source && target) return t`Not bought, ${machine(source.of)}: back to those who lent`;
  if (!target) return undefined;
  return target.use === "purchase"
    ? t`Set aside to buy ${machine(target.of)}`
    : t`Set aside for the bonds of ${machine(target.of)}`;
}

function budgetOf({ budgets }: CommonsBook, { tx, amount, party }: Pick<Move, "tx" | "amount" | "party">) {
  const paid = [...budgets.values()].find(({ spent }) =>
    spent.some((one) => one.tx === tx && one.amount === amount && one.to.toLowerCase() === party.toLowerCase()),
  );
  return paid?.id;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

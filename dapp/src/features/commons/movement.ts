// A movement of money in words.
import type { Coop, Move } from "../../../../books/coop.ts";
import { fundName } from "../../../../books/funds.ts";
import { memberName, nameOf } from "../../shared/motion/names.ts";
import { proposalOfTransaction } from "../../shared/motion/numbering.ts";
import { purposeIn } from "../../shared/motion/purpose.ts";

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

export function movementOf(move: Move, coop: Coop): Movement {
  const proposal = proposalOfTransaction(coop, move.tx);
  const out = move.to === 0;
  const fund = out ? move.from : move.to;
  return {
    title: titleOf(move, coop),
    purpose: proposal && purposeIn(proposal.description, move.memo),
    fund,
    out,
    amount: move.amount,
    balance: out ? move.fromAfter : move.toAfter,
    proposal,
  };
}

function titleOf(move: Move, coop: Coop): string {
  if (move.to === 0) return `Paid to ${nameOf(move.party, coop)}`;
  if (move.from === SHARE_CAPITAL && move.to === WITHDRAWALS) {
    const number = Number(BigInt(move.memo));
    // What leaves the queue names its place there; once the co-op is closed, the member.
    const id = move.closed ? number : coop.shares.queue[number]?.memberId;
    const member = id === undefined ? undefined : coop.members.get(id);
    return member ? `Shares of ${memberName(member, coop)} taken back` : "Shares taken back";
  }
  if (move.from === INTEREST && move.to === SHARE_CAPITAL) return "Interest taken in shares";
  if (move.to === INTEREST) return "Interest on shares, declared";
  if (move.from !== 0) return `Moved from the ${fundName(move.from)}`;
  if (move.to === SHARE_CAPITAL) {
    const member = coop.members.get(Number(BigInt(move.memo)));
    return member ? `${capital(memberName(member, coop))} bought shares` : "Shares bought";
  }
  if (/^0x0+$/.test(move.party)) return "Booked: it had arrived unasked";
  return `Paid in by ${nameOf(move.party, coop)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// Who was on the closed roll of a proposal, and what became of each vote. Worked out from the seats that the roll closed with, not
// from who is a member today.
import type { Ballot, Coop, Member, Proposal } from "../model.ts";

/** `endedAt` is when the seat closed, if it has: its member left, was expelled, or moved to another class. */
export type OnRoll = { seat: number; memberId: number; ballot?: Ballot; endedAt?: number };

/** In the order of their seats, which is that of their admission. */
export function rollOfClass(coop: Coop, proposal: Proposal, index: number): OnRoll[] {
  const serials = Array.from({ length: proposal.serials[index] ?? 0 }, (_, i) => i + 1);
  return serials.flatMap((serial) => {
    const seat = (index << 24) | serial;
    const member = coop.members.get(coop.memberAt.get(seat) ?? 0);
    if (!member || seat === proposal.excluded) return [];
    const ballot = proposal.ballots.get(seat);
    const endedAt = endOf(member, seat);
    if (!ballot && endedAt !== undefined && endedAt <= proposal.noticeAt) return [];
    return [{ seat, memberId: member.id, ...(ballot && { ballot }), ...(endedAt !== undefined && { endedAt }) }];
  });
}

function endOf({ seat: last, leftAt, formerSeats }: Member, seat: number): number | undefined {
  return last === seat ? leftAt : formerSeats.find((one) => one.seat === seat)?.until;
}

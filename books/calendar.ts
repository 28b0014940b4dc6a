// The dates of a co-op as a calendar (RFC 5545): votes, polls, coupons, withdrawals, periods, leases, offices. Each comes from the
// chain, and so does the time at which it is known: whoever makes the calendar makes the same one.

import type { Books } from "./books.ts";
import type { Coop, Proposal } from "./model.ts";
import { numberedProposals } from "./numbering.ts";
import { t } from "./say.ts";
import type { CoopDate } from "./texts/dates.ts";
import { datesOfBonds, datesOfMachines, datesOfShares, datesOfSurplus } from "./texts/dates-of-money.ts";
import { datesOfOffices, datesOfPolls, datesOfProposal, datesOfVotes } from "./texts/dates-of-votes.ts";
import { icsOf } from "./texts/ics.ts";
import { nameFor, pageAt } from "./texts/ids.ts";

export type CalendarOf = {
  /** Of the co-op. */
  name: string;
  chainId: number;
  /** Where the dApp stands. */
  pageUrl: string;
  /** The chain's time, unix seconds. */
  now: number;
  /** For one member alone: what concerns everybody, and what concerns it. */
  memberId?: number;
};

/** What is longer past is left out; the books have it. */
const KEPT_FOR = 366 * 86_400;

export function calendarOf({ coop, commons, market }: Books, of: CalendarOf): string {
  const { memberId, now } = of;
  const dates = [
    ...datesOfVotes(coop, now),
    ...datesOfPolls(coop),
    ...datesOfBonds(commons, now),
    ...datesOfShares(coop),
    ...datesOfSurplus(market),
    ...datesOfMachines(commons),
    ...datesOfOffices(coop),
  ];
  const own = memberId === undefined ? dates : dates.filter(({ concerns }) => concerns?.(memberId) ?? true);
  const name = memberId === undefined ? of.name : t`${of.name}: member ${memberId}`;
  return written(coop, own, { ...of, name });
}

/** The dates of one vote. */
export function calendarOfProposal(coop: Coop, proposal: Proposal, of: CalendarOf): string {
  const numbered = numberedProposals(coop).find(({ id }) => id === proposal.id);
  return written(coop, numbered ? datesOfProposal(coop, numbered, of.now) : [], of);
}

function written({ directory = "0x" }: Coop, dates: readonly CoopDate[], of: CalendarOf): string {
  const { name, chainId, pageUrl, now } = of;
  const kept = dates.filter(({ at }) => at >= now - KEPT_FOR).sort((a, b) => a.at - b.at);
  return icsOf(
    name,
    kept.map(({ contract = directory, key, wholeDay = false, path, ...date }) => ({
      ...date,
      wholeDay,
      uid: nameFor(chainId, contract, ...key),
      url: pageAt(pageUrl, path),
    })),
  );
}

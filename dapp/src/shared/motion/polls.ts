// Polls: the members are asked, and nothing is decided.
import type { Coop, Member, Poll, PollDraft } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { sameAddress } from "../format/address.ts";
import { asName } from "../format/lookalikes.ts";
import type { Numbered } from "./numbering.ts";

/** What a member wrote as question or option, as it is shown. */
export const asWritten = (words = ""): string => asName(words) || t`(without words)`;

export const isOpen = (poll: Poll, now: number): boolean => now <= poll.closesAt;

/** Whether a member's seat was there when the poll opened. */
export const mayAnswer = (poll: Poll, { seat, status }: Member): boolean =>
  status === "active" && (seat & 0xffffff) <= (poll.serials[seat >>> 24] ?? 0);

export function numberedPollDrafts(coop: Coop): Numbered<PollDraft>[] {
  return [...coop.pollDrafts.values()].map((draft, index) => ({ ...draft, number: index + 1 }));
}

/** Drafts that are gathering seconders, the latest first. */
export const openPollDrafts = (coop: Coop): Numbered<PollDraft>[] =>
  numberedPollDrafts(coop)
    .filter(({ state }) => state === "open")
    .reverse();

export const rollOf = ({ rolls }: Poll): number => rolls.reduce((sum, roll) => sum + roll, 0);

/** Whether an account wrote a draft or backs it. */
export const isBehind = (draft: { proposer: string; seconders: readonly string[] }, account: string): boolean =>
  [draft.proposer, ...draft.seconders].some((one) => sameAddress(one, account));

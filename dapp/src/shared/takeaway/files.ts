// What people take along of the co-op's records, made here from what the page has read. Loaded when somebody asks for one.
import { calendarOf, calendarOfProposal } from "../../../../books/calendar.ts";
import type { Proposal } from "../../../../books/coop.ts";
import { atomFeed } from "../../../../books/feed.ts";
import { minutesOf } from "../../../../books/minutes.ts";
import type { Numbered } from "../../../../books/numbering.ts";
import { commonsFrom } from "../chain/commons.ts";
import { marketFrom } from "../chain/market.ts";
import type { Reading } from "../chain/reader.ts";
import type { CoopFile } from "../config/coopFile.ts";
import { actionsOf } from "../motion/actions.ts";

export type File = { name: string; text: string; type: string };
type Taken = { reading: Reading; config: Pick<CoopFile, "name" | "chainId">; pageUrl: string };

const CALENDAR = "text/calendar";

const booksIn = (reading: Reading) => ({
  coop: reading.coop,
  commons: commonsFrom(reading),
  market: marketFrom(reading),
});

const of = ({ reading, config: { name, chainId }, pageUrl }: Taken) => ({
  name,
  chainId,
  pageUrl,
  now: reading.head.timestamp,
});

export function minutesFrom(taken: Taken, proposal: Numbered<Proposal>): File {
  const { reading } = taken;
  const { coop, commons, market } = booksIn(reading);
  const { settlement: token, known } = reading;
  const { now } = of(taken);
  const actions = actionsOf(proposal, { coop, settlement: token, known, commons, market, now });
  const sentences = actions.map(({ sentence, detail, unknown }) =>
    detail && !unknown ? `${sentence} ${detail}` : sentence,
  );
  const text = minutesOf({ coop }, proposal, { ...of(taken), token, sentences });
  return { name: `minutes-${proposal.number}.md`, text, type: "text/markdown" };
}

export const voteFrom = (taken: Taken, proposal: Numbered<Proposal>): File => ({
  name: `vote-${proposal.number}.ics`,
  text: calendarOfProposal(taken.reading.coop, proposal, of(taken)),
  type: CALENDAR,
});

/** Every date, or those of one member. */
export const calendarFrom = (taken: Taken, memberId?: number): File => ({
  name: memberId === undefined ? "calendar.ics" : "my-dates.ics",
  text: calendarOf(booksIn(taken.reading), { ...of(taken), memberId }),
  type: CALENDAR,
});

export const feedFrom = (taken: Taken): File => ({
  name: "proposals.atom",
  text: atomFeed(taken.reading, of(taken)),
  type: "application/atom+xml",
});

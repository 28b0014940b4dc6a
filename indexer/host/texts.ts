// The books as texts for people and other programs: the export's files, the feed of proposals, the calendar, minutes.
import { calendarOf } from "../../books/calendar.ts";
import { exportFiles } from "../../books/export/files.ts";
import { atomFeed } from "../../books/feed.ts";
import { minutesOf } from "../../books/minutes.ts";
import { numberedProposals } from "../../books/numbering.ts";
import type { State } from "../../books/projection/state.ts";
import type { Settings } from "./settings.ts";

export type Text = { type: string; text: string };

const TYPES: Record<string, string> = { csv: "text/csv", txt: "text/plain", md: "text/markdown" };

export class Texts {
  private readonly settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Files of the export by name: `journal.hledger`, `members/3.csv`. */
  files(state: State): Map<string, Text> {
    const { chainId, directory, token } = this.settings;
    const block = state.coop.upTo?.blockNumber ?? 0n;
    const files = exportFiles(state, { chainId, directory, block, token });
    return new Map(files.map(({ name, text }) => [name, { type: typeOf(name), text }]));
  }

  feed({ coop }: State, now: number): Text {
    return { type: withCharset("application/atom+xml"), text: atomFeed({ coop }, this.of(now)) };
  }

  calendar(state: State, now: number, memberId?: number): Text {
    const of = { ...this.of(now), ...(memberId !== undefined && { memberId }) };
    return { type: withCharset("text/calendar"), text: calendarOf(state, of) };
  }

  /** Nothing when no proposal has that number. */
  minutes({ coop }: State, number: number, now: number): Text | undefined {
    const proposal = numberedProposals(coop).find((one) => one.number === number);
    if (!proposal) return undefined;
    const { token } = this.settings;
    return { type: typeOf(".md"), text: minutesOf({ coop }, proposal, { ...this.of(now), token }) };
  }

  private of(now: number) {
    const { name, chainId, pageUrl } = this.settings;
    return { name, chainId, pageUrl, now };
  }
}

const withCharset = (type: string): string => `${type}; charset=utf-8`;
const typeOf = (name: string): string => withCharset(TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain");

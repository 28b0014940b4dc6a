// iCalendar as RFC 5545 has it: lines end with CR LF and are folded at 75 octets, text is escaped.
import { isoSeconds } from "./moment.ts";
import { cleaned, onOneLine } from "./plain.ts";

/** One date. `known` is since when it holds, and tells a calendar which of two versions is the newer. */
export type IcsEvent = {
  uid: string;
  /** Unix seconds; of a whole day, any moment of it. */
  at: number;
  wholeDay: boolean;
  known: number;
  summary: string;
  description: string;
  url: string;
  category: string;
};

const MOST_OCTETS = 75;

export function icsOf(name: string, events: readonly IcsEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rochdale//Calendar of a co-op//EN",
    "CALSCALE:GREGORIAN",
    `NAME:${textOf(onOneLine(name))}`,
    `X-WR-CALNAME:${textOf(onOneLine(name))}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ...events.flatMap(linesOf),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Nobody is busy because of it: a vote closes whether or not one sits there. */
function linesOf({ uid, at, wholeDay, known, summary, description, url, category }: IcsEvent): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${textOf(uid)}`,
    `DTSTAMP:${momentIn(known)}`,
    wholeDay ? `DTSTART;VALUE=DATE:${momentIn(at).slice(0, 8)}` : `DTSTART:${momentIn(at)}`,
    `SUMMARY:${textOf(onOneLine(summary))}`,
    `DESCRIPTION:${textOf(cleaned(description))}`,
    `URL:${onOneLine(url)}`,
    `CATEGORIES:${textOf(category)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** "20261130T140509Z". */
const momentIn = (at: number): string => isoSeconds(at).replace(/[-:]/g, "");

const textOf = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** Broken between characters, never within one. */
export function folded(line: string): string {
  const lines: string[] = [];
  let [current, octets] = ["", 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(current);
      // The space that says that a line goes on is one of its octets.
      [current, octets] = [" ", 1];
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

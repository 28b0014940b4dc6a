// The two files of a replay: who voted how and when, and what came of it.
import { readFileSync } from "node:fs";
import { POSITION_NAMES, type Position } from "../../books/rules.ts";
import { Failure } from "../lib/failure.ts";
import { type Row, readTable, wholeNumber } from "./csv.ts";

export type Ballot = { proposal: number; voter: number; position: Position; time: number; line: number };
/** Ballots by position, in the contract's order: against, for, abstain, block. */
export type Count = { proposal: number; votes: readonly number[] };
export type Recorded = { ballots: Ballot[]; counts: Count[] };

/** Ballots in the order of time; those of one moment in the order of the file. */
export function readRecorded(votesFile: string, countsFile: string): Recorded {
  const ballots = readTable(votesFile, textOf(votesFile), ["proposal", "voter", "position", "time"])
    .map((row) => readBallot(votesFile, row))
    .sort((a, b) => a.time - b.time);
  const counts = readCounts(countsFile);
  const counted = new Set(counts.map(({ proposal }) => proposal));
  const uncounted = ballots.find(({ proposal }) => !counted.has(proposal));
  if (uncounted) {
    throw new Failure(
      `${votesFile}, line ${uncounted.line}: proposal ${uncounted.proposal} has votes but no line in ${countsFile}.`,
    );
  }
  return { ballots, counts };
}

function readBallot(file: string, row: Row): Ballot {
  const { position = "", time = "" } = row.cells;
  const support = POSITION_NAMES.indexOf(position as (typeof POSITION_NAMES)[number]);
  if (support < 0) {
    throw new Failure(
      `${file}, line ${row.line}: "${position}" is no position; there are ${POSITION_NAMES.join(", ")}.`,
    );
  }
  const at = Date.parse(time);
  if (Number.isNaN(at)) throw new Failure(`${file}, line ${row.line}: "${time}" under time is not a time.`);
  return {
    proposal: wholeNumber(file, row, "proposal"),
    voter: wholeNumber(file, row, "voter"),
    position: support as Position,
    time: at,
    line: row.line,
  };
}

function readCounts(file: string): Count[] {
  const seen = new Set<number>();
  return readTable(file, textOf(file), ["proposal", ...POSITION_NAMES]).map((row) => {
    const proposal = wholeNumber(file, row, "proposal");
    if (seen.has(proposal)) throw new Failure(`${file}, line ${row.line}: proposal ${proposal} is counted twice.`);
    seen.add(proposal);
    return { proposal, votes: POSITION_NAMES.map((name) => wholeNumber(file, row, name)) };
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(`${file} can not be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`);
  }
}

// npm run replay:votes -- VOTES.csv COUNTS.csv [--relay]: real ballots through the contracts, with --relay all of them handed in
// by a relay. Exits 0 only if every tally and every hold agrees, 1 when one does not, 2 when the files can not be used.
import { resolve } from "node:path";
import { inWords, plural } from "../../books/words.ts";
import { Failure, sentenceFor } from "../lib/failure.ts";
import { type Replayed, replay } from "./run.ts";
import { readRecorded } from "./votes-file.ts";

const SHOWN = 20;

function summary({ proposals, voters, ballots, seconds, held, differences }: Replayed): string {
  const rate = Math.round(ballots / Math.max(seconds, 0.001));
  const shown = differences.slice(0, SHOWN);
  if (differences.length > SHOWN) shown.push(`... and ${differences.length - SHOWN} more.`);
  return [
    ...shown,
    `Held: ${held.length === 0 ? "none" : held.join(", ")}.`,
    `${ballots} ballots of ${voters} voters on ${proposals} proposals in ${seconds.toFixed(1)} s, ${rate} ballots/s: ${
      differences.length === 0
        ? "every tally agrees"
        : `${inWords(differences.length)} ${plural(differences.length, "difference")}`
    }.`,
  ].join("\n");
}

try {
  const given = process.argv.slice(2).filter((argument) => argument !== "--");
  const paths = given.filter((argument) => argument !== "--relay");
  const [votes, counts] = paths;
  if (!votes || !counts || paths.length > 2) {
    throw new Failure("Two files are needed: npm run replay:votes -- VOTES.csv COUNTS.csv [--relay]");
  }
  // Relative to where the command was given, not to the repository.
  const from = process.env.INIT_CWD ?? process.cwd();
  const recorded = readRecorded(resolve(from, votes), resolve(from, counts));
  const replayed = await replay(recorded, console.log, given.includes("--relay"));
  console.log(summary(replayed));
  process.exit(replayed.differences.length === 0 ? 0 : 1);
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(2);
}

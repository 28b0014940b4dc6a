// Runs recorded ballots through the contracts and compares what comes out with the recorded counts.
import { VERDICTS } from "../../books/outcome.ts";
import { POSITION_NAMES } from "../../books/rules.ts";
import { type Electorate, foundElectorate } from "./electorate.ts";
import { isHeld } from "./expected.ts";
import { relayAll } from "./through-relay.ts";
import type { Ballot, Recorded } from "./votes-file.ts";

export type Replayed = {
  proposals: number;
  voters: number;
  ballots: number;
  /** Seconds that the ballots took. */
  seconds: number;
  held: number[];
  /** Sentences, each naming proposal, position, expected and got. */
  differences: string[];
  /** Where it happened. */
  electorate: Pick<Electorate, "provider" | "directory">;
};

/**
 * @param say takes what is going on, a line at a time
 * @param byRelay hands every ballot to a relay instead of sending it
 */
export async function replay(recorded: Recorded, say: (line: string) => void, byRelay = false): Promise<Replayed> {
  const electorate = await foundElectorate({ withKeys: byRelay });
  try {
    return await replayIn(electorate, recorded, say, byRelay);
  } finally {
    await electorate.served?.stop();
  }
}

async function replayIn(
  electorate: Electorate,
  { ballots, counts }: Recorded,
  say: (line: string) => void,
  byRelay: boolean,
): Promise<Replayed> {
  const voters = [...new Set(ballots.map(({ voter }) => voter))];
  for (const voter of voters) await electorate.admit(voter);
  say(`Founded a co-op of one class and admitted ${voters.length} voters.`);

  const ids = new Map<number, bigint>();
  for (const { proposal } of counts) ids.set(proposal, await electorate.propose(proposal));
  say(`Gave notice of ${ids.size} proposals.`);

  const started = performance.now();
  const differences = await (byRelay ? relayAll : castAll)(electorate, ballots, ids, say);
  const seconds = (performance.now() - started) / 1_000;
  await electorate.close();

  const held: number[] = [];
  for (const count of counts) {
    const got = await electorate.resultOf(ids.get(count.proposal) ?? 0n);
    for (const [position, name] of POSITION_NAMES.entries()) {
      const [expected, found] = [count.votes[position] ?? 0, got.votes[position] ?? 0];
      if (expected !== found) differences.push(differing(count.proposal, name, expected, found));
    }
    const verdict = VERDICTS[got.verdict] ?? "unknown";
    if (verdict === "held") held.push(count.proposal);
    if ((verdict === "held") !== isHeld(count)) {
      differences.push(differing(count.proposal, "verdict", isHeld(count) ? "held" : "not held", verdict));
    }
  }
  const counted = { proposals: counts.length, voters: voters.length, ballots: ballots.length };
  return { ...counted, seconds, held, differences, electorate };
}

/** Every ballot in its own transaction, in order; those that the Assembly refuses are named. */
async function castAll(
  electorate: Electorate,
  ballots: readonly Ballot[],
  ids: ReadonlyMap<number, bigint>,
  say: (line: string) => void,
): Promise<string[]> {
  const refused: string[] = [];
  const step = Math.max(1_000, Math.ceil(ballots.length / 10));
  for (const [i, { proposal, voter, position, line }] of ballots.entries()) {
    try {
      await electorate.vote(voter, ids.get(proposal) ?? 0n, position);
    } catch (error) {
      const cause = (error as Error).message.split("\n")[0];
      refused.push(`Proposal ${proposal}: the ballot of voter ${voter} (line ${line}) was refused: ${cause}`);
    }
    if ((i + 1) % step === 0) say(`${i + 1} of ${ballots.length} ballots cast.`);
  }
  return refused;
}

function differing(proposal: number, what: string, expected: number | string, got: number | string): string {
  return `Proposal ${proposal}, ${what}: expected ${expected}, got ${got}.`;
}

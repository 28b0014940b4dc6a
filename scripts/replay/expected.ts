// What the rules say about a count, worked out apart from contracts and books.
import type { Count } from "./votes-file.ts";

/** Blocks that hold a proposal in the replay: one per cent of the ballots, and one member. */
export const BLOCK_SHARE = 100;
export const BLOCK_NUMBER = 1;
const WHOLE = 10_000;
const BLOCK = 3;

/** Whether blocks reach the share of the ballots and the number of members (V10). */
export function isHeld({ votes }: Count): boolean {
  const ballots = votes.reduce((sum, count) => sum + count, 0);
  return (votes[BLOCK] ?? 0) >= Math.max(BLOCK_NUMBER, Math.ceil((ballots * BLOCK_SHARE) / WHOLE));
}

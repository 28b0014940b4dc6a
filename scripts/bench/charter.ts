// The charter of the co-ops that are measured: one class for each kind named, the first founder and two others as the board.
import {
  boardOf,
  type Charter,
  DAY,
  defaultHaltLimit,
  defaultMarket,
  defaultMembership,
  defaultRules,
  defaultShares,
  defaultSurplus,
  founder,
} from "../deploy/charter.ts";
import { type Bench, EURO, entry } from "./chain.ts";

/** Basis points of the classes' votes, by how many there are. */
const WEIGHTS: Record<number, readonly number[]> = { 1: [10_000], 4: [4_000, 3_000, 2_000, 1_000] };
const BODY = 97;
const BOARD = [0, 98, 99];

export async function benchCharter(bench: Bench, kinds: readonly number[], founders: number): Promise<Charter> {
  const address = (i: number) => entry(bench.wallets, i).account.address;
  const until = (await bench.networkHelpers.time.latest()) + 360 * DAY;
  return {
    name: "Bench co-op",
    purpose: "To carry people and things at fair rates.",
    classes: kinds.map((kind, i) => ({ kind, name: `Class ${i}` })),
    rules: defaultRules(WEIGHTS[kinds.length] ?? []),
    membership: defaultMembership,
    settlementToken: bench.euro.address,
    body: address(BODY),
    haltLimit: defaultHaltLimit,
    market: defaultMarket,
    surplus: defaultSurplus,
    shares: defaultShares(EURO),
    founders: Array.from({ length: founders }, (_, i) => founder(address(i), i % kinds.length)),
    officers: boardOf(BOARD.map(address), until),
  };
}

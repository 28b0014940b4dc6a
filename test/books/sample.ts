// Rules, events and random cases for the tests of the books.
import type { Address, BookContract, BookEvent, Hex } from "../../books/event.ts";
import type { ClassTally, Kind, KindRule, Rules, Terms, VotingRule } from "../../books/rules.ts";
import { defaultRules } from "../../scripts/deploy/charter.ts";

export const account = (n: number): Address => `0x${n.toString(16).padStart(40, "0")}`;
export const hash = (n: number): Hex => `0x${n.toString(16).padStart(64, "0")}`;
export const ASSET = account(0xe0);
export const NO_HISTORY: Terms = { mayHold: true, mayAdjourn: true, relieved: false, everyClass: false };
/** Terms of shares at a price of 10, with a least holding of 2. */
export const SHARE_TERMS = {
  par: 10n,
  minimum: 2n,
  maximum: 1_000n,
  notice: 90 * 86_400,
  suspensionLimit: 180 * 86_400,
  interestCap: 500,
};
export const MEMBERSHIP_TERMS = { decideWithin: 30 * 86_400, suspensionLimit: 30 * 86_400, recoveryWait: 14 * 86_400 };
export const sampleRules = (...weights: number[]): Rules => defaultRules(weights) as Rules;

/** Events of one imagined co-op, each in a block of its own, a minute apart. */
export function storyteller() {
  let block = 0;
  const tell = (contract: BookContract, name: string, args: Record<string, unknown>, later = 60): BookEvent => {
    block += 1;
    time += later;
    return {
      contract,
      name,
      args,
      address: account(0xc0),
      blockNumber: BigInt(block),
      logIndex: 0,
      timestamp: time,
      transactionHash: hash(name === "NoticeGiven" ? block - 1 : block),
    };
  };
  let time = 1_700_000_000;
  return { tell, now: () => time };
}

export type Case = {
  kind: Kind;
  rule: KindRule;
  voting: VotingRule;
  classes: ClassTally[];
  terms: Terms;
};

/** A small repeatable generator (mulberry32): whole numbers from 0 to below `n`. */
export function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

/** One case, drawn so that the edges are common: empty and tiny classes, ties, abstentions, investors alone. */
export function randomCase(roll: (n: number) => number): Case {
  const pick = <T>(...list: T[]): T => list[roll(list.length)] as T;
  const count = 1 + roll(8);
  const only = pick("anything", "anything", "anything", "abstentions", "ties", "investors", "nobody", "blocks");
  const size = pick(1, 2, 3, 20, 100, 2 ** 24 - 1);
  const classes = Array.from({ length: count }, () => randomTally(roll, only, size));
  const cuts = Array.from({ length: count - 1 }, () => pick(0, roll(10_001), 5_000)).sort((a, b) => a - b);
  const weights = [...cuts, 10_000].map((cut, i) => cut - (cuts[i - 1] ?? 0));
  return {
    kind: roll(4) as Kind,
    rule: {
      notice: 0,
      period: 0,
      quorumNumber: pick(2, 3, roll(50)),
      quorumShare: pick(500, 2_500, roll(10_001)),
      threshold: pick(5_000, 6_600, 6_667, 7_500, 10_000, roll(10_001)),
      turnout: pick(0, 1, 3_300, 5_100, 9_000, roll(10_001)),
      delay: 0,
      window: 0,
      everyClass: roll(2) === 1,
    },
    voting: {
      weights: Array.from({ length: 8 }, (_, i) => weights[i] ?? 0),
      byWeight: roll(3) > 0,
      investorCap: pick(0, 2_500, roll(2_501)),
      blockShare: pick(0, 1, 100, 1_000, roll(10_001)),
      blockNumber: pick(0, 1, 2, roll(30)),
      secondersShare: 1_000,
      secondersNumber: 100,
      barredFor: 0,
      proxyLimit: 5,
      disposalShare: 3_333,
    },
    classes,
    terms: {
      mayHold: roll(2) === 1,
      mayAdjourn: roll(2) === 1,
      relieved: roll(2) === 1,
      everyClass: roll(3) === 1,
    },
  };
}

function randomTally(roll: (n: number) => number, only: string, size: number): ClassTally {
  const members = roll(4) === 0 ? roll(3) : roll(size + 1);
  let left = only === "nobody" ? 0 : members;
  const some = (): number => {
    const votes = roll(3) === 0 ? left : roll(left + 1);
    left -= votes;
    return votes;
  };
  const kind = only === "investors" ? 5 : 1 + roll(5);
  if (only === "abstentions") return { kind, roll: members, votes: [0, 0, some(), 0] };
  if (only === "blocks") return { kind, roll: members, votes: [0, 0, 0, some()] };
  if (only === "ties") {
    const half = Math.floor(roll(left + 1) / 2);
    return { kind, roll: members, votes: [half, half, 0, 0] };
  }
  const [inFavour, against, abstain] = [some(), some(), some()];
  return { kind, roll: members, votes: [against, inFavour, abstain, roll(2) === 0 ? 0 : some()] };
}

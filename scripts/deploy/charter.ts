// A charter and the numbers that go with it, for whoever founds a co-op from here: scripts, demo and tests.
import type { Address } from "viem";
import { zeroHash } from "viem";
import { type Founder, type Officer, Role } from "../../books/charter/charter.ts";

export * from "../../books/charter/charter.ts";
export * from "../../books/charter/defaults.ts";
export type { KindRule } from "../../books/rules.ts";

/** Kinds of resolution, as in IAssembly.Kind. */
export const Kind = { Advisory: 0, Ordinary: 1, Extraordinary: 2, Constitutional: 3 } as const;
/** Positions, as in IAssembly.Position. */
export const Position = { Against: 0, For: 1, Abstain: 2, Block: 3 } as const;
/** What a proposal is about, as in IAssembly.Topic. */
export const Topic = { General: 0, People: 1, Money: 2, Commons: 3, Market: 4, Rules: 5 } as const;
/** Places of a directory, as in IDirectory.Place. */
export const Place = {
  Directory: 1,
  Authority: 2,
  Register: 3,
  Board: 4,
  Assembly: 5,
  BallotKeys: 6,
  Shares: 7,
  Treasury: 8,
  Reserve: 9,
  Bonds: 10,
  Machines: 11,
  Income: 12,
  Audits: 13,
  Market: 14,
  Patronage: 15,
  Surplus: 16,
} as const;

/** A board of these people, all to the same end. */
export const boardOf = (accounts: readonly Address[], until: number): Officer[] =>
  accounts.map((account) => ({ role: Role.Board, account, until }));

/** For calls that can bring a permit and bring none: an allowance is there, or nothing is due. */
export const NO_PERMIT = { deadline: 0n, v: 0, r: zeroHash, s: zeroHash } as const;
/** A founder without an application document. */
export const founder = (account: Address, classIndex: number): Founder => ({
  account,
  class: classIndex,
  commitment: zeroHash,
});

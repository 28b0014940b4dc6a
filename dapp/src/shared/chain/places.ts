// Where a co-op's modules stand.
import type { BookContract } from "../../../../books/event.ts";

/** By number, as in contracts/interfaces/IDirectory.sol. */
export const MODULE_AT: Record<number, ModuleName> = {
  1: "directory",
  2: "authority",
  3: "register",
  4: "board",
  5: "assembly",
  6: "ballotKeys",
  7: "shares",
  8: "treasury",
  9: "reserve",
  10: "bonds",
  11: "machines",
  12: "income",
  13: "audits",
  14: "market",
  15: "patronage",
  16: "surplus",
};

export type ModuleName = Exclude<BookContract, "token">;

// What the books are made from: one decoded log of one of the co-op's contracts.

export type Address = `0x${string}`;
export type Hex = `0x${string}`;

/** Contracts by their place in the co-op's directory; `token` is the settlement token. */
export type BookContract =
  | "directory"
  | "authority"
  | "register"
  | "board"
  | "assembly"
  | "ballotKeys"
  | "shares"
  | "treasury"
  | "reserve"
  | "bonds"
  | "machines"
  | "income"
  | "audits"
  | "market"
  | "patronage"
  | "surplus"
  | "token";

export type BookEvent = {
  contract: BookContract;
  name: string;
  /** By argument name: whole numbers up to 48 bits as numbers, bigger ones as bigint, structs as objects. */
  args: Readonly<Record<string, unknown>>;
  address: Address;
  blockNumber: bigint;
  logIndex: number;
  /** Of the block, unix seconds. */
  timestamp: number;
  transactionHash: Hex;
};

/** The stream of events is impossible: something is missing, doubled or altered. */
export class BooksError extends Error {
  override name = "BooksError";
}

/** Orders events as the chain wrote them; zero only for the same log. */
export function byChainOrder(
  a: Pick<BookEvent, "blockNumber" | "logIndex">,
  b: Pick<BookEvent, "blockNumber" | "logIndex">,
): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber < b.blockNumber ? -1 : 1;
  return a.logIndex - b.logIndex;
}

/** Which log an event came from, in words. */
export function whereOf(event: Pick<BookEvent, "name" | "blockNumber" | "logIndex">): string {
  return `${event.name} (block ${event.blockNumber}, log ${event.logIndex})`;
}

/** The log that a text of `whereOf` is about, or begins with; nothing where no log is named. */
export function placeIn(text: string): Pick<BookEvent, "blockNumber" | "logIndex"> | undefined {
  const [, block, log] = /\(block (\d+), log (\d+)\)/.exec(text) ?? [];
  return block === undefined ? undefined : { blockNumber: BigInt(block), logIndex: Number(log) };
}

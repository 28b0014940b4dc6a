// What the supervisor tells the Ponder process that it starts: environment variables, because Ponder reads its files itself.

import type { Token } from "../../books/books.ts";
import type { Address } from "../../books/event.ts";

export type Settings = {
  rpc: string;
  chainId: number;
  directory: Address;
  /** The block in which the co-op was founded. */
  fromBlock: number;
  token: Token;
  /** Of the co-op. */
  name: string;
  /** Where the dApp stands. */
  pageUrl: string;
  /** Where PGlite keeps its files; nothing when Postgres does it. */
  folder?: string;
  pollingMs: number;
  /** Requests a second that the RPC is asked at most. */
  rate: number;
};

const NAME = "ROCHDALE_INDEXER";

export const toEnvironment = (settings: Settings): Record<string, string> => ({ [NAME]: JSON.stringify(settings) });

export function settingsFrom(environment: Record<string, string | undefined>): Settings {
  const text = environment[NAME];
  if (text === undefined)
    throw new Error("Start the indexer with `npm run indexer`: it tells this process what to read.");
  return JSON.parse(text) as Settings;
}

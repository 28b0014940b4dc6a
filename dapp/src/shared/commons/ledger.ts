// The whole journal of the co-op, made again only when something was added. Only for pages that are loaded later.
import type { Entry } from "../../../../books/journal.ts";
import { ledgerOf } from "../../../../books/ledger.ts";
import { useBooks } from "../chain/books.ts";
import type { KeptLog } from "../chain/reader.ts";
import { useChainState, useCoop } from "../chain/useCoop.ts";

let made: { from: readonly KeptLog[]; count: number; entries: Entry[] } | undefined;

/** Every entry, in the order of the chain. From all the books: what the first page loads does not know what divides a surplus. */
export function useLedger(): readonly Entry[] {
  const { settlement } = useCoop();
  const kept = useChainState().reading?.kept ?? [];
  const { coop, commons, market } = useBooks();
  if (made?.from !== kept || made.count !== kept.length) {
    made = { from: kept, count: kept.length, entries: ledgerOf(coop, settlement.address, commons, market) };
  }
  return made.entries;
}

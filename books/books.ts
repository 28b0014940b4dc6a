// The three books of one co-op together, as the audit, the indexer and whoever exports them make them from one stream.
import { applyCommons, type CommonsBook, emptyCommons } from "./commons.ts";
import { applyEvent, type Coop, emptyCoop } from "./coop.ts";
import { type BookEvent, BooksError } from "./event.ts";
import { applyMarket, emptyMarket, type MarketBook } from "./market.ts";

export type Books = { coop: Coop; commons: CommonsBook; market: MarketBook };

/** What else an amount needs to be understood: `decimals` says how many places the smallest unit is away from one whole. */
export type Token = { address: `0x${string}`; symbol: string; decimals: number };

export function emptyBooks(): Books {
  return { coop: emptyCoop(), commons: emptyCommons(), market: emptyMarket() };
}

/**
 * Applies one event, in the order of the chain, to every book. Returns why it was refused, in sentences, each once; a book that
 * refused it is as it was before.
 */
export function applyToBooks({ coop, commons, market }: Books, event: BookEvent): string[] {
  const refusals = [
    refusalOf(() => applyEvent(coop, event)),
    refusalOf(() => applyCommons(commons, event)),
    refusalOf(() => applyMarket(market, event)),
  ];
  // Every book says it when a log comes twice.
  return [...new Set(refusals.filter((refusal) => refusal !== undefined))];
}

function refusalOf(apply: () => void): string | undefined {
  try {
    apply();
    return undefined;
  } catch (error) {
    if (!(error instanceof BooksError)) throw error;
    return error.message;
  }
}

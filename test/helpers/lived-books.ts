// The events of a co-op that lived on a chain in this process, as the audit reads them, and the books that they make.
import { expect } from "chai";
import { applyToBooks, type Books, emptyBooks, type Token } from "../../books/books.ts";
import { held, ON_ITS_WAY } from "../../books/chart.ts";
import type { Address, BookEvent } from "../../books/event.ts";
import { OUTSIDE } from "../../books/funds.ts";
import { checkBalance, type Entry, imbalanceOf } from "../../books/journal.ts";
import { ledgerOf } from "../../books/ledger.ts";
import { connect } from "../../scripts/audit/chain.ts";
import { decodeLogs } from "../../scripts/audit/decode.ts";
import { findHouse } from "../../scripts/audit/house.ts";
import { logsOf } from "../../scripts/audit/logs.ts";
import { serveRpc } from "../audit/rpc-proxy.ts";

type Lived = { provider: Parameters<typeof serveRpc>[0]; directory: Address };

export const TEST_EURO = { symbol: "tEUR", decimals: 6 };

export async function readLived({ provider, directory }: Lived): Promise<{ events: BookEvent[]; token: Token }> {
  const rpc = await serveRpc(provider);
  const chain = await connect(rpc.url, undefined);
  try {
    const house = await findHouse(chain, directory);
    const logs = await logsOf(chain, [...house.contractAt.keys()], house.born);
    const events = await decodeLogs(chain, logs, house.contractAt);
    return { events, token: { address: house.token, ...TEST_EURO } };
  } finally {
    chain.provider.destroy();
    await rpc.close();
  }
}

/** Makes the books event by event. After every one of them what the new entries change adds up to nothing, in every asset, and what the
 * journal says of each fund is what the fund holds; after every transaction nothing is on its way. */
export function balancedThroughout(events: readonly BookEvent[], token: Address): { books: Books; entries: Entry[] } {
  const books = emptyBooks();
  const { coop, commons, market } = books;
  const entries: Entry[] = [];
  const stands = new Map<string, bigint>();
  for (const [i, event] of events.entries()) {
    const seen = [coop.moves, coop.reserve.moves, commons.reckoned, market.moved].map(({ length }) => length);
    expect(applyToBooks(books, event)).to.deep.equal([]);
    const [moves = 0, reserve = 0, reckoned = 0, moved = 0] = seen;
    const fresh = ledgerOf(
      { moves: coop.moves.slice(moves), reserve: { ...coop.reserve, moves: coop.reserve.moves.slice(reserve) } },
      token,
      { reckoned: commons.reckoned.slice(reckoned) },
      { moved: market.moved.slice(moved) },
    );
    entries.push(...fresh);
    const balances = checkBalance(fresh);
    for (const [asset, accounts] of balances) {
      expect(imbalanceOf(balances, asset)).to.equal(0n);
      for (const [name, { amount }] of accounts)
        stands.set(`${asset} ${name}`, (stands.get(`${asset} ${name}`) ?? 0n) + amount);
    }
    for (const { from, to, asset } of coop.moves.slice(moves)) {
      for (const fund of [from, to].filter((one) => one !== OUTSIDE)) {
        const key = asset.toLowerCase();
        expect(stands.get(`${key} ${held(fund).name}`)).to.equal(coop.funds.get(fund)?.get(key));
      }
    }
    if (events[i + 1]?.transactionHash !== event.transactionHash) {
      expect(stands.get(`${token.toLowerCase()} ${ON_ITS_WAY.name}`) ?? 0n, event.name).to.equal(0n);
    }
  }
  return { books, entries };
}

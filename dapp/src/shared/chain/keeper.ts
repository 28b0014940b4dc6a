// Keeps what was read of the chain in the browser, so that the next visit goes on from there. Loaded after the first page; where
// the browser has no room for it, or forbids it, the page reads everything again.
import { KEPT } from "../config/kept.ts";
import type { Piece } from "./chain-record.ts";
import type { Keeper } from "./reader.ts";
import type { Settlement } from "./settlement.ts";

const STORE = "pieces";
/** Under which the unit of account is kept, before all blocks. */
const SETTLEMENT_AT = -1;

/** `name` tells chain, co-op and instance apart. Undefined when nothing can be kept. */
export async function openKeeper(name: string): Promise<Keeper | undefined> {
  const database = await open().catch(() => undefined);
  if (!database) return undefined;
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE);
  /** A browser that is full, or takes the room back, only makes the next visit longer. */
  const trying = async (act: () => IDBRequest) => void (await answer(act()).catch(() => {}));
  const ownFrom = (block: number) => IDBKeyRange.bound([name, block], [name, Number.POSITIVE_INFINITY]);
  return {
    load: async () => {
      const found: unknown[] = await Promise.resolve()
        .then(() => answer(store("readonly").getAll(ownFrom(SETTLEMENT_AT))))
        .catch(() => []);
      const settlement = found.find(isSettlement);
      return { pieces: found.filter(isPiece), ...(settlement && { settlement }) };
    },
    save: (piece) => trying(() => store("readwrite").put(piece, [name, piece.from])),
    saveSettlement: (settlement) => trying(() => store("readwrite").put(settlement, [name, SETTLEMENT_AT])),
    dropFrom: (block) => trying(() => store("readwrite").delete(ownFrom(block))),
  };
}

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(KEPT.chain, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  return answer(asked).then((database) => {
    // Another tab forgets the chain.
    database.onversionchange = () => database.close();
    return database;
  });
}

const answer = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** The form only: what the logs say is read as if the node told it. */
function isPiece(found: unknown): found is Piece {
  const { from, to, hash, timestamp, logs } = (found ?? {}) as Piece;
  return (
    [from, to, timestamp].every(Number.isSafeInteger) &&
    typeof hash === "string" &&
    Array.isArray(logs) &&
    logs.every(({ log, timestamp }) => typeof log?.address === "string" && typeof timestamp === "number")
  );
}

function isSettlement(found: unknown): found is Settlement {
  const { address, name, symbol, decimals } = (found ?? {}) as Settlement;
  return [address, name, symbol].every((text) => typeof text === "string") && typeof decimals === "number";
}

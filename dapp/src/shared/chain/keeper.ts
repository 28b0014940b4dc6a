// Keeps what was read of the chain in the browser, so that the next visit goes on from there, and takes up the snapshot that the
// page's own server may have. Loaded after the first page; where the browser has no room, or forbids it, the page reads all again.
import type { Address } from "viem";
import type { SnapshotFile } from "../config/coopFile.ts";
import { KEPT } from "../config/kept.ts";
import type { Piece, Snapshot } from "./chain-record.ts";
import type { Keeper } from "./reader.ts";
import type { Settlement } from "./settlement.ts";

const STORE = "pieces";
/** Under which the unit of account is kept, and a snapshot, before all blocks. */
const SETTLEMENT_AT = -1;
const SNAPSHOT_AT = -2;
/** After so many logs it is quicker to begin with a snapshot. */
const MANY = 500;

export type KeptFor = {
  /** Tells chain, co-op and instance apart. */
  name: string;
  directory: Address;
  /** How this page makes books: a snapshot made otherwise is of no use. */
  books: string;
  file?: SnapshotFile | undefined;
};

export async function openKeeper({ name, directory, books, file }: KeptFor): Promise<Keeper> {
  const database = await open().catch(() => undefined);
  const store = (mode: IDBTransactionMode) => {
    if (!database) throw new Error("Nothing can be kept here.");
    return database.transaction(STORE, mode).objectStore(STORE);
  };
  /** A browser that is full, or takes the room back, only makes the next visit longer. */
  const trying = (act: () => IDBRequest) =>
    Promise.resolve()
      .then(() => answer(act()))
      .catch(() => undefined);
  const ownFrom = (block: number) => IDBKeyRange.bound([name, block], [name, Number.POSITIVE_INFINITY]);
  const keptSnapshot = async () => {
    const found = await trying(() => store("readonly").get([name, SNAPSHOT_AT]));
    return (found as Snapshot | undefined)?.books === books ? (found as Snapshot) : undefined;
  };
  const newestSnapshot = async () => {
    const kept = await keptSnapshot();
    if (file?.books !== books || (kept && kept.to >= file.block)) return kept;
    const { fetchSnapshot } = await import("./snapshot.ts");
    return (await fetchSnapshot(file, directory).catch(() => undefined)) ?? kept;
  };
  let settled = 0;
  return {
    load: async (whole) => {
      const snapshot = whole ? undefined : await newestSnapshot();
      settled = 0;
      const from = snapshot ? snapshot.to + 1 : SETTLEMENT_AT;
      const found = ((await trying(() => store("readonly").getAll(ownFrom(from)))) ?? []) as unknown[];
      const settlement = found.find(isSettlement);
      return { pieces: found.filter(isPiece), ...(snapshot && { snapshot }), ...(settlement && { settlement }) };
    },
    save: async (piece) => void (await trying(() => store("readwrite").put(piece, [name, piece.from]))),
    saveSettlement: async (settlement) =>
      void (await trying(() => store("readwrite").put(settlement, [name, SETTLEMENT_AT]))),
    dropFrom: async (block) => {
      await trying(() => store("readwrite").delete(ownFrom(block)));
      const kept = await keptSnapshot();
      if (kept && kept.to >= block) await trying(() => store("readwrite").delete([name, SNAPSHOT_AT]));
    },
    settle: (record, settlement) => {
      if (!database || record.kept.length < settled + MANY) return;
      settled = record.kept.length;
      whenIdle(async () => {
        const { snapshotOf } = await import("./own-snapshot.ts");
        await trying(() => store("readwrite").put(snapshotOf(record, settlement, books), [name, SNAPSHOT_AT]));
      });
    },
  };
}

/** Not every browser says when it has time. */
function whenIdle(act: () => Promise<void>): void {
  const run = () => void act().catch(() => {});
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run);
  else setTimeout(run, 1_000);
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

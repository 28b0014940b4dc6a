// Reads a co-op from its founding to a block, as the page does, and writes the snapshot with which the page begins.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Address, type Client, createPublicClient, http } from "viem";
import { booksVersion } from "../../dapp/books-version.ts";
import { ABI_OF } from "../../dapp/src/shared/chain/abis.ts";
import { ChainRecord } from "../../dapp/src/shared/chain/chain-record.ts";
import { commonsBook } from "../../dapp/src/shared/chain/commons-book.ts";
import { eventTables } from "../../dapp/src/shared/chain/event-table.ts";
import { readLogs, spotAt } from "../../dapp/src/shared/chain/logs.ts";
import { marketBook } from "../../dapp/src/shared/chain/market-book.ts";
import { UNSETTLED } from "../../dapp/src/shared/chain/reader.ts";
import { readSettlement } from "../../dapp/src/shared/chain/settlement.ts";
import { snapshotFrom, textOf } from "../../dapp/src/shared/chain/snapshot.ts";
import { allTables } from "../../dapp/src/shared/chain/tables.ts";
import { timestampsOf } from "../../dapp/src/shared/chain/timestamps.ts";
import { COOP_FILE, type CoopFile, parseCoopFile } from "../../dapp/src/shared/config/coopFile.ts";
import { Failure } from "../lib/failure.ts";
import { writeFingerprints } from "../lib/page-policy.ts";

const SNAPSHOT = /^snapshot-\w+\.gz$/;

export type Written = { file: string; to: number; events: number; bytes: number };

/** Writes it into the folder of the built page, names it in its `coop.json` and takes an older one away. */
export async function writeSnapshot(
  site: string,
  block?: number,
  tell: (done: number, of: number) => void = () => {},
): Promise<Written> {
  const coop = coopOf(site);
  const books = booksOf(site);
  const client = createPublicClient({ transport: http(coop.rpcUrl) }) as Client;
  const newest = (await spotAt(client)).number;
  // A snapshot of blocks that the chain may take back would soon be of another chain.
  const to = block ?? newest - UNSETTLED;
  if (to > newest) throw new Failure(`The chain has no block ${to} yet: the newest is ${newest}.`);
  if (to < coop.fromBlock) {
    throw new Failure(`The co-op was founded in block ${coop.fromBlock}: so young a one is read without a snapshot.`);
  }
  const record = await readRecord(client, coop, to, tell);
  const { text, events } = await textFor(client, record, books);
  const bytes = gzipSync(text, { level: 9 });
  const name = `snapshot-${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.gz`;
  const assets = join(site, "assets");
  for (const older of readdirSync(assets)) if (SNAPSHOT.test(older)) rmSync(join(assets, older));
  writeFileSync(join(assets, name), bytes);
  const file = `/assets/${name}`;
  const place = join(site, COOP_FILE);
  const written = { ...JSON.parse(readFileSync(place, "utf8")), snapshot: { file, block: to, books } };
  writeFileSync(place, `${JSON.stringify(written, null, 2)}\n`);
  writeFingerprints(site);
  return { file, to, events, bytes: bytes.length };
}

function coopOf(site: string): CoopFile {
  let text: string;
  try {
    text = readFileSync(join(site, COOP_FILE), "utf8");
  } catch {
    throw new Failure(`${site} has no coop.json: build the page first, with \`npm run build -- --coop FILE\`.`);
  }
  const answer = parseCoopFile(text);
  if ("missing" in answer) throw new Failure(`The coop.json in ${site} is no co-op's file: ${answer.missing}.`);
  if (!answer.found.directory) throw new Failure(`The page in ${site} has no co-op yet: there is nothing to read.`);
  return answer.found as CoopFile;
}

/** How the page makes books; it believes only a snapshot that was made alike. */
function booksOf(site: string): string {
  const books = booksVersion();
  const scripts = readdirSync(join(site, "assets")).filter((name) => name.endsWith(".js"));
  if (scripts.some((name) => readFileSync(join(site, "assets", name), "utf8").includes(books))) return books;
  throw new Failure(`The page in ${site} was built of another version than this one: build it again.`);
}

async function readRecord(client: Client, { directory, fromBlock }: CoopFile, to: number, tell: Tell) {
  const { first: tables } = eventTables(ABI_OF);
  const record = new ChainRecord(directory, tables);
  const source = { client, directory, tables };
  const end = await spotAt(client, to);
  for await (const { from, last, logs } of readLogs(source, record.known, fromBlock, end)) {
    const times = await timestampsOf(client, logs, last);
    const dated = logs.map((log) => ({ log, timestamp: times.get(log.blockNumber) ?? 0 }));
    record.add({ from, to: last.number, hash: last.hash, timestamp: last.timestamp, logs: dated });
    tell(last.number, to);
  }
  if (record.known.size === 0) throw new Failure("There is no co-op at the address that coop.json names.");
  return record;
}

type Tell = (done: number, of: number) => void;

async function textFor(client: Client, record: ChainRecord, books: string): Promise<{ text: string; events: number }> {
  const treasury = [...record.known].findLast(([, module]) => module === "treasury")?.[0] as Address;
  const settlement = await readSettlement(client, treasury);
  const tables = allTables(eventTables(ABI_OF));
  const made = { books, settlement, commons: commonsBook(tables)(record), market: marketBook(tables)(record) };
  return { text: textOf(snapshotFrom(record, made, tables)), events: record.kept.length };
}

// A snapshot as a file: written by `npm run snapshot`, read by a page that begins with it.
import { parse, stringify } from "devalue";
import type { Address } from "viem";
import type { SnapshotFile } from "../config/coopFile.ts";
import { groupsOf, PURPOSE } from "../parameters/list.ts";
import type { ChainRecord, KeptLog, Snapshot } from "./chain-record.ts";
import { nameIn, type Tables } from "./tables.ts";

/** What sets rules: of these the pages show every one. */
const SETTINGS = new Set([...groupsOf([]), PURPOSE].map(({ module, event }) => `${module} ${event}`));

/** The books of a record as they are now; `tables` know every event. */
export function snapshotFrom(
  { last, known, coop, kept, base }: ChainRecord,
  of: Pick<Snapshot, "books" | "settlement" | "commons" | "market">,
  tables: Tables,
): Snapshot {
  if (!last) throw new Error("Nothing was read yet.");
  const { to, hash, timestamp } = last;
  const isSetting = (one: KeptLog) => SETTINGS.has(`${one.module} ${nameIn(tables, one)}`);
  return { ...of, to, hash, timestamp, known, coop, settings: [...(base?.settings ?? []), ...kept.filter(isSetting)] };
}

/** The same books give the same text, so that anybody can make the file again and compare. */
export const textOf = (snapshot: Snapshot): string => stringify(snapshot);

/** Throws when it is no snapshot of this co-op, or another than the co-op's file says. */
export async function fetchSnapshot({ file, block, books }: SnapshotFile, directory: Address): Promise<Snapshot> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`The server has no ${file}.`);
  const snapshot = parse(await textIn(await answer.arrayBuffer())) as Snapshot;
  const isOurs = snapshot.coop.directory?.toLowerCase() === directory.toLowerCase();
  if (!isOurs || snapshot.books !== books || snapshot.to !== block) throw new Error(`${file} is another snapshot.`);
  return snapshot;
}

const GZIP = [0x1f, 0x8b];

/** Some servers unpack what ends in a packed file's name, others do not. */
async function textIn(bytes: ArrayBuffer): Promise<string> {
  const isPacked = GZIP.every((byte, i) => new Uint8Array(bytes)[i] === byte);
  if (!isPacked) return new TextDecoder().decode(bytes);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).text();
}

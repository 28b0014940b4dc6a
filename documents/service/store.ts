// Keeps documents and reading keys, one file each, below one folder. Every step is synchronous, so that within a process no
// request sees another's half; between processes the files themselves decide who was first.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Address, Hex } from "viem";
import { type Envelope, readersOf } from "../envelope/envelope.ts";
import type { PublishedKey } from "../envelope/signed.ts";
import { createFile, openFolder, readFile, replaceFile } from "./files.ts";
import { Refusal } from "./refusal.ts";

/** A document, or the mark that one was deleted, with the moment its last request named. */
export type Kept = { at: number; envelope: Envelope } | { at: number; deleted: true };
export type Limits = { perAuthor: number; totalBytes: number };

export const LIMITS: Limits = { perAuthor: 200, totalBytes: 256 * 1024 * 1024 };
/** Small files take up a block of the disk. */
const BLOCK = 4_096;
const OURS = /^0x[0-9a-f]+\.json$/;

type Entry = { bytes: number; author?: Address; readers: readonly Address[] };

export class Store {
  private readonly limits: Limits;
  private readonly documents: string;
  private readonly keys: string;
  private readonly entries = new Map<string, Entry>();
  private readonly authored = new Map<Address, number>();
  private bytes = 0;

  constructor(folder: string, limits: Limits = LIMITS) {
    this.limits = limits;
    this.documents = join(folder, "documents");
    this.keys = join(folder, "keys");
    for (const each of [this.documents, this.keys]) {
      openFolder(each);
      for (const name of readdirSync(each)) if (OURS.test(name)) this.note(each, name, readWhole(join(each, name)));
    }
  }

  document(hash: Hex): Kept | undefined {
    const text = readFile(join(this.documents, fileOf(hash)));
    return text === undefined ? undefined : JSON.parse(text);
  }

  key(account: Address): PublishedKey | undefined {
    const text = readFile(join(this.keys, fileOf(account)));
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** The first to write has the hash; afterwards only the same author may, with a newer request. */
  keep(hash: Hex, envelope: Envelope, at: number): void {
    const before = this.document(hash);
    if (before && "deleted" in before) throw gone(before.at);
    if (before && before.envelope.author !== envelope.author) throw otherAuthor();
    if (before) requireNewer(before.at, at);
    else this.requireRoomFor(envelope.author);
    const kept: Kept = { at, envelope };
    this.write(this.documents, fileOf(hash), kept, before === undefined);
  }

  /** Erases the document for good; what stays is that there was one, and when it was deleted. */
  erase(hash: Hex, at: number): void {
    this.write(this.documents, fileOf(hash), { at, deleted: true }, false);
  }

  keepKey(published: PublishedKey): void {
    const before = this.key(published.account);
    if (before) requireNewer(before.at, published.at);
    this.write(this.keys, fileOf(published.account), published, false);
  }

  /** Every document that the account wrote or may read. */
  *of(account: Address): Generator<{ hash: string; envelope: Envelope }> {
    const mine = [...this.entries].filter(([, { author, readers }]) => author === account || readers.includes(account));
    for (const [path] of mine) {
      const hash = path.slice(this.documents.length + 1, -".json".length) as Hex;
      const kept = this.document(hash);
      if (kept && "envelope" in kept) yield { hash, envelope: kept.envelope };
    }
  }

  private requireRoomFor(author: Address): void {
    const count = this.authored.get(author) ?? 0;
    if (count < this.limits.perAuthor) return;
    throw new Refusal(
      403,
      `Your account has ${count} documents here, the most that one account may keep. Delete one that is no longer needed, then try again.`,
    );
  }

  private write(folder: string, name: string, value: unknown, mustBeFirst: boolean): void {
    const text = JSON.stringify(value);
    const before = this.entries.get(`${folder}/${name}`)?.bytes ?? 0;
    const grows = sizeOf(text) - before;
    if (grows > 0 && this.bytes + grows > this.limits.totalBytes) throw full();
    try {
      if (mustBeFirst && !createFile(folder, name, text)) throw otherAuthor();
      if (!mustBeFirst) replaceFile(folder, name, text);
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === "ENOSPC" ? full() : error;
    }
    this.note(folder, name, text);
  }

  private note(folder: string, name: string, text: string): void {
    const path = `${folder}/${name}`;
    const before = this.entries.get(path);
    const { envelope } = JSON.parse(text) as { envelope?: Envelope };
    const entry = { bytes: sizeOf(text), author: envelope?.author, readers: envelope ? readersOf(envelope) : [] };
    this.entries.set(path, entry);
    this.bytes += entry.bytes - (before?.bytes ?? 0);
    if (before?.author) this.authored.set(before.author, (this.authored.get(before.author) ?? 0) - 1);
    if (entry.author) this.authored.set(entry.author, (this.authored.get(entry.author) ?? 0) + 1);
  }
}

/** Hashes and accounts only, both checked by the caller: no name leads out of the folder. */
function fileOf(name: Hex): string {
  if (!/^0x[0-9a-f]+$/.test(name)) throw new Error(`${name} is no name of a file here.`);
  return `${name}.json`;
}

function readWhole(path: string): string {
  const text = readFile(path) ?? "";
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new Error(`${path} is damaged: restore it from a copy, or move it away, and start again.`);
  }
}

const sizeOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / BLOCK) * BLOCK;

function requireNewer(before: number, at: number): void {
  if (at <= before) {
    throw new Refusal(
      409,
      "The service has a newer request about this, so it did not take yours. Look again, then sign once more.",
    );
  }
}

export const gone = (at: number) =>
  new Refusal(
    410,
    `This document was deleted on ${new Date(at).toISOString().slice(0, 10)}, for good. Ask the person who wrote it whether the words are still to be had.`,
  );

const otherAuthor = () =>
  new Refusal(403, "Another account put a document here first, and only that account may replace it. Ask its author.");

const full = () =>
  new Refusal(
    507,
    "The co-op's document store is full, so nothing was kept. Delete documents of yours that are no longer needed, or ask whoever runs the service to make room.",
  );

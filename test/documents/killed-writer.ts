// A process that is killed with SIGKILL at a chosen step of a write, by its own hand, so that the step is hit each time.
// Usage: node killed-writer.ts FOLDER HASH AUTHOR STEP     STEP: half, written, synced, named
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Address, Hex } from "viem";
import { Store } from "../../documents/service/store.ts";

const [folder = "", hash, author, step] = process.argv.slice(2);
const { writeSync, fsyncSync, renameSync, linkSync } = fs;

function die(): never {
  process.kill(process.pid, "SIGKILL");
  for (;;);
}

const steps = {
  writeSync: (file: number, bytes: Uint8Array, at: number) => {
    if (step !== "half") return writeSync(file, bytes, at);
    writeSync(file, bytes, at, Math.floor(bytes.length / 2));
    return die();
  },
  fsyncSync: (file: number) => {
    if (step === "written") die();
    fsyncSync(file);
    if (step === "synced") die();
  },
  renameSync: (from: string, to: string) => {
    renameSync(from, to);
    if (step === "named") die();
  },
  linkSync: (from: string, to: string) => {
    linkSync(from, to);
    if (step === "named") die();
  },
};

const store = new Store(folder);
const before = store.document(hash as Hex);
Object.assign(fs, steps);
syncBuiltinESMExports();
const text = before ? "second" : "first";
store.keep(
  hash as Hex,
  { version: 1, kind: "public", author: author as Address, salt: hash as Hex, text },
  before ? 2 : 1,
);

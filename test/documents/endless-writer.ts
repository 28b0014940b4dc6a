// A process that replaces one document again and again until it is killed. It prints the moment of each that it was told is kept.
// Usage: node endless-writer.ts FOLDER HASH AUTHOR FIRST
import type { Address, Hex } from "viem";
import { Store } from "../../documents/service/store.ts";

const LENGTH = 4 * 1024 * 1024;
const [folder = "", hash, author, first] = process.argv.slice(2);
const store = new Store(folder);
for (let at = Number(first); ; at++) {
  const text = "abcdefgh".charAt(at % 8).repeat(LENGTH);
  store.keep(hash as Hex, { version: 1, kind: "public", author: author as Address, salt: hash as Hex, text }, at);
  process.stdout.write(`${at}\n`);
}

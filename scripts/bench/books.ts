// `npm run bench:books [-- --events N]`: how fast the books are made from a real chain over HTTP, and in how much memory.
// Of 200,000 events or more the figures go to bench/books.json.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { parseArgs, promisify } from "node:util";
import { compile } from "../lib/compile.ts";
import { type BusyCoop, busyCoop } from "./books-chain.ts";
import { indexerFigures } from "./books-indexer.ts";

const EVENTS = 200_000;
/** The indexer writes each event's rows to a disk: of fewer it tells as much. */
const INDEXED = 12_000;
const GOAL = 10_000;
const MEGABYTE = 1_000_000;

/** What is measured, a name and a figure a row. */
export type Figures = Record<string, number>;

/** The audit with receipts, in a process of its own, away from the chain. */
async function auditFigures({ rpcUrl, directory }: BusyCoop): Promise<Figures> {
  const list = ["--expose-gc", "scripts/bench/books-audit.ts", rpcUrl, directory];
  const { stdout } = await promisify(execFile)(process.execPath, list, { maxBuffer: 2 ** 20 });
  const { agrees, events, seconds, heapUsed, mostMemory } = JSON.parse(stdout);
  if (!agrees) throw new Error("The audit found a difference.");
  const { "blocks read": read, "times of blocks": times, events: decode, books, receipts, checks } = seconds;
  return {
    events,
    "audit, s": round(read + times + decode + books + receipts + checks),
    "audit, of it waiting for logs and times, s": round(read + times),
    "audit, of it decoding, s": round(decode),
    "audit, of it the books, s": round(books),
    "audit, of it the receipts, s": round(receipts),
    "audit, of it comparing with the contracts, s": round(checks),
    "audit, events/s read, decoded and booked": Math.round(events / (read + times + decode + books)),
    "audit, events/s decoded and booked": Math.round(events / (decode + books)),
    "audit, memory kept, MB": Math.round(heapUsed / MEGABYTE),
    "audit, most memory, MB": Math.round(mostMemory / MEGABYTE),
  };
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;

async function measure(events: number, by: (coop: BusyCoop) => Promise<Figures>): Promise<Figures> {
  const started = performance.now();
  const coop = await busyCoop(events);
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(`${coop.events} events in ${coop.blocks} blocks, made in ${seconds} s.`);
  try {
    return await by(coop);
  } finally {
    await coop.stop();
  }
}

const { values } = parseArgs({ options: { events: { type: "string", default: String(EVENTS) } } });
const events = Number(values.events);
await compile();
const figures = {
  ...(await measure(events, auditFigures)),
  ...(await measure(Math.min(events, INDEXED), indexerFigures)),
};
console.table(figures);
if (events >= EVENTS) {
  writeFileSync(new URL("../../bench/books.json", import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
  console.log("bench/books.json is written.");
  const each = figures["audit, events/s read, decoded and booked"] ?? 0;
  if (each < GOAL) console.log(`The goal is ${GOAL} events/s.`);
}
process.exit(0);

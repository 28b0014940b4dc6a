// One audit in a process of its own: how long each phase of it takes, and how much memory. Prints one line of JSON.
// Usage: node --expose-gc scripts/bench/books-audit.ts RPC COOP
import { performance } from "node:perf_hooks";
import type { Address } from "../../books/event.ts";
import { audit } from "../audit/run.ts";

const [, , rpc = "", coop = ""] = process.argv;
const began = new Map<string, number>([["blocks read", performance.now()]]);
const report = await audit({ rpc, coop: coop as Address, receipts: true }, (phase) => {
  if (!began.has(phase)) began.set(phase, performance.now());
});
began.set("end", performance.now());

const phases = [...began];
const seconds = Object.fromEntries(
  phases.slice(0, -1).map(([phase, at], i) => [phase, ((phases[i + 1]?.[1] ?? 0) - at) / 1_000]),
);
globalThis.gc?.();
const { heapUsed } = process.memoryUsage();
const { agrees, events } = report;
console.log(JSON.stringify({ agrees, events, seconds, heapUsed, mostMemory: process.resourceUsage().maxRSS * 1_024 }));

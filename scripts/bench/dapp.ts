// `npm run bench:dapp [-- --members N --proposals N]`: what a reader waits for on a laptop four times slower than this machine, in a
// co-op of three members and in a large one: there with a snapshot beside the page, as its founders would have it, and without. Of
// 10,000 members and 1,000 proposals the figures go to bench/dapp.json.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../test/helpers/browser.ts";
import { buildDapp } from "../build-dapp.ts";
import { firstLoad, MOST_BYTES } from "../checks/first-load.ts";
import { serveFiles } from "../lib/serve-files.ts";
import { writeSnapshot } from "../snapshot/write.ts";
import { type Visit, visit } from "./dapp-visit.ts";
import { type RelayHouse, relayHouse } from "./relay-house.ts";

const LARGE = { members: 10_000, proposals: 1_000 };
const PAGES = { home: "/", proposals: "/proposals", members: "/members" };
/** Of the issue: interactive within this on four times slower hardware, and a large co-op at most this much slower. */
const GOAL = { interactiveMs: 2_000, times: 2 };
/** Each page is opened so often; the middle one counts. */
const VISITS = 3;

type Size = { members: number; proposals: number; snapshot: boolean };
type Row = Size & Record<string, number | string | boolean>;

const { values } = parseArgs({
  options: {
    members: { type: "string", default: String(LARGE.members) },
    proposals: { type: "string", default: String(LARGE.proposals) },
  },
});
const large = { members: Number(values.members), proposals: Number(values.proposals) };

const house = await relayHouse();
const folder = mkdtempSync(join(tmpdir(), "rochdale-bench-dapp-"));
const browser = await launchBrowser();
try {
  const small = { members: 3, proposals: 3, snapshot: false };
  for (let i = 0; i < small.proposals; i++) await house.openVote();
  const few = await rowsOf(browser, house, small);
  await house.admitUpTo(large.members - small.members);
  for (let i = small.proposals; i < large.proposals; i++) await house.openVote();
  const many = await rowsOf(browser, house, { ...large, snapshot: true });
  const unaided = await rowsOf(browser, house, { ...large, snapshot: false });
  const bytes = firstLoad(folder);
  report(bytes, few, many, unaided);
} finally {
  await browser.close();
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/** The first visit of somebody who was never here, and a later one whose browser kept what it read. */
async function rowsOf(browser: Browser, { chain, coop }: RelayHouse, size: Size) {
  const file = { chainId: 31_337, rpcUrl: chain.rpcUrl, directory: coop.directory, instance: JSON.stringify(size) };
  const name = join(folder, "..", `${size.members}-coop.json`);
  writeFileSync(name, JSON.stringify(file));
  await buildDapp({ local: false, outDir: folder, coop: name });
  rmSync(name);
  if (size.snapshot) await writeSnapshot(folder);
  const site = await serveFiles({ folder, generated: {} }, 0);
  const rows: Row[] = [];
  try {
    for (const [page, path] of Object.entries(PAGES)) {
      const visits: { first: Visit; later: Visit }[] = [];
      for (let i = 0; i < VISITS; i++) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        visits.push({ first: await visit(context, site.url + path), later: await visit(context, site.url + path) });
        await context.close();
      }
      rows.push({ page, ...size, ...figuresOf(visits) });
    }
  } finally {
    await site.stop();
  }
  return rows;
}

function figuresOf(visits: { first: Visit; later: Visit }[]): Record<string, number> {
  const of = (turn: "first" | "later", what: keyof Visit) => middle(visits.map((one) => one[turn][what]));
  return {
    "first: largest paint, ms": of("first", "paintedMs"),
    "first: interactive, ms": of("first", "interactiveMs"),
    "first: requests": of("first", "requests"),
    "later: largest paint, ms": of("later", "paintedMs"),
    "later: interactive, ms": of("later", "interactiveMs"),
  };
}

function middle(list: number[]): number {
  return Math.round(list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN);
}

function report(bytes: number, few: Row[], many: Row[], unaided: Row[]): void {
  const pages = [...few, ...many, ...unaided];
  console.table(pages);
  console.log(`JavaScript on first load, gzipped: ${bytes} bytes of ${MOST_BYTES}.`);
  for (const [i, row] of many.entries()) {
    for (const turn of ["first", "later"]) {
      const key = `${turn}: interactive, ms`;
      const [slow, quick] = [Number(row[key]), Number(few[i]?.[key])];
      if (slow > GOAL.times * quick)
        console.log(`${row.page}, ${turn} visit: ${(slow / quick).toFixed(1)} times slower.`);
      if (quick > GOAL.interactiveMs) console.log(`${row.page}, ${turn} visit: the goal is ${GOAL.interactiveMs} ms.`);
    }
  }
  if (large.members < LARGE.members || large.proposals < LARGE.proposals) return;
  const file = new URL("../../bench/dapp.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify({ firstLoadBytes: bytes, pages }, null, 2)}\n`);
  console.log("bench/dapp.json is written.");
}

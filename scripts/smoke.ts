// Everything up on free ports, the main job once in a browser, everything down again. One JSON line on stdout.
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../test/helpers/browser.ts";
import { type LivingCoop, startLivingCoop } from "./demo/living-coop.ts";
import { Failure, sentenceFor } from "./lib/failure.ts";
import { onShutdown } from "./lib/shutdown.ts";
import { toStderr } from "./lib/steps.ts";

const PATIENCE_MS = 15_000;
/** The page asks the chain some nine hundred questions. */
const AUDIT_MS = 60_000;
const INDEXED_MS = 120_000;
const PROPOSAL = "A charging post for the yard behind the office";

const started = performance.now();
const checks: string[] = [];
let coop: LivingCoop | undefined;
let browser: Browser | undefined;

function passed(check: string): void {
  checks.push(check);
  toStderr(`ok  ${check}\n`);
}

async function mainJob(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/?demo=ana`);
  await page.getByRole("link", { name: PROPOSAL }).first().click();
  await page.getByRole("heading", { level: 1, name: PROPOSAL }).waitFor();
  await page.getByText("One fast post in our own yard").waitFor();
  passed("a member opens the link and reads a proposal");

  await page.getByText("31 of 56 members").first().waitFor();
  await page.getByRole("radio", { name: "For" }).check({ force: true });
  await page.getByText("Send it yourself instead").click();
  await page.getByRole("button", { name: "Send my vote myself" }).click();
  await page.getByText("32 of 56 members").first().waitFor();
  passed("the member votes and sees the vote counted");

  await page.getByRole("link", { name: "Commons" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Treasury" }).waitFor();
  await page.getByText("Operating fund").first().waitFor();
  passed("the treasury page opens");

  await page.getByRole("link", { name: "Market" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Market" }).waitFor();
  await page.getByText("Jobs to accept").waitFor();
  passed("the market opens, with jobs that the member can accept");

  await page.goto(`${url}/surplus?demo=ana`);
  await page.getByText("is yours to claim").waitFor();
  passed("the surplus page has a dividend for the member");

  await page.goto(`${url}/audit`);
  await page.getByText("Everything agrees.").waitFor({ timeout: AUDIT_MS });
  passed("the audit page finds that everything agrees");
}

/** It has read while the browser was at work. */
async function askIndexer(url: string | undefined): Promise<void> {
  const deadline = performance.now() + INDEXED_MS;
  for (;;) {
    const answer = await fetch(`${url}/health`);
    const { events, refusals, why } = (await answer.json()) as { events?: number; refusals?: number; why?: string };
    if (answer.ok && events && refusals === 0) break;
    if (refusals) throw new Failure(`The indexer refused ${refusals} events.`);
    if (performance.now() > deadline) throw new Failure(`The indexer was not ready in time: ${why}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  passed("the indexer has read the chain and refused nothing");
}

async function run(): Promise<void> {
  coop = await startLivingCoop({ page: 0, rpc: 0, indexer: 0 }, toStderr);
  passed("chain, co-op and pages are up");
  browser = await launchBrowser();
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await mainJob(page, coop.pageUrl);
  await askIndexer(coop.indexerUrl);
}

async function stop(): Promise<void> {
  await browser?.close();
  await coop?.stop();
}

onShutdown(async () => {
  await stop();
  process.exit(1);
});
let failure: string | undefined;
try {
  await run();
} catch (error) {
  failure = sentenceFor(error);
}
try {
  await stop();
  if (failure === undefined) passed("everything is down again");
} catch (error) {
  failure ??= sentenceFor(error);
}
const seconds = Math.round((performance.now() - started) / 100) / 10;
const result = { ok: failure === undefined, seconds, checks, ...(failure === undefined ? {} : { failure }) };
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(result.ok ? 0 : 1));

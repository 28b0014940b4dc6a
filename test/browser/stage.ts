// One living co-op and one browser for all browser tests; each group of tests begins with a fresh chain.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type LivingCoop, startLivingCoop } from "../../scripts/demo/living-coop.ts";
import { atTheEnd } from "../../scripts/lib/at-the-end.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { installTestWallet, type TestWalletOptions } from "./test-wallet.ts";

export type Stage = {
  coop: LivingCoop;
  browser: Browser;
  /** A page in a browser profile of its own, with whatever went wrong on it. */
  open(path: string, options?: PageOptions): Promise<Visit>;
  /** The same for what is only read: a page that the same member has read before in this group, so that it is quickly there. */
  look(path: string, options?: BrowserContextOptions): Promise<Visit>;
};
export type PageOptions = BrowserContextOptions & { wallet?: Omit<TestWalletOptions, "rpcUrl"> };
export type Visit = { page: Page; problems: string[]; close(): Promise<void> };

export const WIDE = { width: 1280, height: 900 };
const START_MS = 90_000;
/** How long a page may take on a machine that does other things too; what is there sooner is not waited for. */
const WAIT_MS = 30_000;

/** So long the story of a chain is as good as new: its present is not yet past. */
const NEW_MS = 10 * 60_000;

let stage: Stage | undefined;
let toldAt = 0;
/** The pages that are looked through, by whose eyes they have. */
const looking = new Map<string, Visit>();

/** The stage, with a chain on which nothing has happened since the story. Skips when no browser can be had. */
export async function freshStage(context: Mocha.Context): Promise<Stage> {
  context.timeout(START_MS);
  if (stage) {
    for (const left of stage.browser.contexts()) await left.close();
    looking.clear();
    await begin(stage.coop);
    return stage;
  }
  const browser = await launchBrowser().catch((error: Error) => {
    if (process.env.CI === "true") throw error;
    console.log(`      The browser tests are skipped: ${error.message}`);
    return context.skip();
  });
  const coop = await startLivingCoop({ page: 0, rpc: 0 }, () => {});
  toldAt = Date.now();
  stage = {
    coop,
    browser,
    open: (path, options) => open(coop, browser, path, options),
    look: (path, options) => look(coop, browser, path, options),
  };
  return stage;
}

atTheEnd(async () => {
  await stage?.browser.close();
  await stage?.coop.stop();
});

async function begin(coop: LivingCoop): Promise<void> {
  if (Date.now() - toldAt < NEW_MS) return coop.rewind();
  await coop.restartChain();
  toldAt = Date.now();
}

async function look(coop: LivingCoop, browser: Browser, path: string, options: BrowserContextOptions = {}) {
  const eyes = JSON.stringify([new URL(path, coop.pageUrl).searchParams.get("demo"), options]);
  const known = looking.get(eyes);
  if (!known) {
    const visit = await open(coop, browser, path, options);
    looking.set(eyes, { ...visit, close: async () => {} });
    return { ...visit, close: async () => {} };
  }
  known.problems.splice(0);
  await known.page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await known.page.setViewportSize(WIDE);
  await known.page.goto(`${coop.pageUrl}${path}`);
  return known;
}

async function open(
  coop: LivingCoop,
  browser: Browser,
  path: string,
  { wallet, ...options }: PageOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && hostname !== "127.0.0.1")
      problems.push(`asked ${request.url()}`);
  });
  if (wallet) await installTestWallet(page, { ...wallet, rpcUrl: coop.rpcUrl });
  await page.goto(`${coop.pageUrl}${path}`);
  return { page, problems, close: () => context.close() };
}

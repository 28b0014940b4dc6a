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
};
export type PageOptions = BrowserContextOptions & { wallet?: Omit<TestWalletOptions, "rpcUrl"> };
export type Visit = { page: Page; problems: string[]; close(): Promise<void> };

export const WIDE = { width: 1280, height: 900 };
const START_MS = 90_000;
/** How long a page may take on a machine that does other things too; what is there sooner is not waited for. */
const WAIT_MS = 30_000;

let stage: Stage | undefined;

/** The stage, with a chain on which nothing has happened since the story. Skips when no browser can be had. */
export async function freshStage(context: Mocha.Context): Promise<Stage> {
  context.timeout(START_MS);
  if (stage) {
    await stage.coop.restartChain();
    return stage;
  }
  const browser = await launchBrowser().catch((error: Error) => {
    if (process.env.CI === "true") throw error;
    console.log(`      The browser tests are skipped: ${error.message}`);
    return context.skip();
  });
  const coop = await startLivingCoop({ page: 0, rpc: 0 }, () => {});
  stage = { coop, browser, open: (path, options) => open(coop, browser, path, options) };
  return stage;
}

atTheEnd(async () => {
  await stage?.browser.close();
  await stage?.coop.stop();
});

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

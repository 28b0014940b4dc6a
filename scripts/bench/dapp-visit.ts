// One visit to a page on slowed hardware: when it had drawn what is largest, and when it began to answer at once.
import type { BrowserContext } from "playwright-core";

export type Visit = {
  /** Largest contentful paint, milliseconds after the visit began. */
  paintedMs: number;
  /** The end of the last task over 50 ms before everything was quiet: from then on a click is answered at once. */
  interactiveMs: number;
  requests: number;
};

const SLOWER = 4;
/** Nothing long ran for so long: the page has come to rest. */
const QUIET_MS = 2_000;
const PATIENCE_MS = 180_000;

/** Counts inside the page, from its first moment. */
function watch(): void {
  const seen = { painted: 0, busyUntil: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.painted = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.busyUntil = startTime + duration;
  }).observe({ type: "longtask", buffered: true });
}

export async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(watch);
  let requests = 0;
  page.on("request", () => {
    requests += 1;
  });
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const look = () => page.evaluate(() => ({ ...(globalThis as never as { seen: Seen }).seen, now: performance.now() }));
  let seen = await look();
  // The page asks for new blocks from time to time, so only what it computes has to come to rest.
  while (seen.now - seen.busyUntil < QUIET_MS) {
    await page.waitForTimeout(QUIET_MS / 4);
    seen = await look();
  }
  await page.close();
  return { paintedMs: seen.painted, interactiveMs: Math.max(seen.busyUntil, seen.painted), requests };
}

type Seen = { painted: number; busyUntil: number };

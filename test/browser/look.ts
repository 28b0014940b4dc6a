// A page in both themes and three widths: no accessibility violation, nothing wider than the screen. PICTURES=1 takes a picture
// of each to look at, in .local/screenshots.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { repositoryRoot } from "../../scripts/lib/files.ts";

const SCREENSHOTS = join(repositoryRoot, ".local", "screenshots");
const WIDTHS = [1280, 390];
/** Between the two it is only to fit: neither axe nor a picture, which take longer than the rest. */
const BETWEEN = 820;
/** Taking them is a fifth of the time that a page needs, and nothing is tested by it. */
const PICTURES = process.env.PICTURES === "1";
const THEMES = ["light", "dark"] as const;

export async function lookAt(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      if (PICTURES) await page.screenshot({ path: join(SCREENSHOTS, `${name}-${width}-${theme}.png`), fullPage: true });
      expect(await overflow(page), `${width} wide`).to.equal(0);
    }
    expect(await violations(page), theme).to.deep.equal([]);
  }
  await fits(page, "", [BETWEEN]);
}

/** The same page at every width, and no more than that: what is long or hostile is to fit too. */
export async function fits(page: Page, name = "", widths = [...WIDTHS, BETWEEN]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `${name} ${width} wide`).to.equal(0);
  }
}

/** By how many pixels the page is wider than the screen, once it is drawn as it is now. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return Math.max(0, document.documentElement.scrollWidth - window.innerWidth);
  });
}

/** Amounts that stand on more lines than one. */
export function torn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const { 0: amount, index } of (node.nodeValue ?? "").matchAll(/€\d[\d,.]*\d/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + amount.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(amount);
      }
    }
    return found;
  });
}

/** In the page itself: the other way opens a second page for each look, to put together what was found in frames. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

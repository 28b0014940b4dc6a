// What a machine can see of how the pages of market and money look: the reader's language everywhere, nothing pushed out of a phone by a
// token of any form, and nothing cut on paper.
import { join } from "node:path";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { SELECTORS } from "../../dapp/src/shared/chain/settlement.ts";
import { wordsIn } from "../../dapp/words.ts";
import { spent } from "../../scripts/demo/budgets.ts";
import { COOP_NAME, COOP_PURPOSE } from "../../scripts/demo/charter.ts";
import { jobs, services } from "../../scripts/demo/jobs.ts";
import { machines, numberOf } from "../../scripts/demo/machines.ts";
import { commons } from "../../scripts/demo/proposals/commons.ts";
import { decided } from "../../scripts/demo/proposals/decided.ts";
import { running } from "../../scripts/demo/proposals/running.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { expectQuiet } from "./acts.ts";
import { overflow, torn } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

const PHONE = { width: 390, height: 844 };
/** What is between the margins of a sheet of paper. */
const PAPER = { width: 680, height: 960 };
const STATEMENTS = "/treasury/statements";
const RULES = "/audit/rules";
const LEDGER = "/treasury/ledger";
const PAYING = `/bonds/${numberOf("wheelchair-van")}?demo=ana`;

const SPOKEN = [
  ...["/audit", RULES, "/audit/opinions", "/audit/offices", "/treasury?demo=chidi", LEDGER, STATEMENTS],
  ...[
    "/market?demo=ana",
    "/market/mine?demo=ana",
    "/market/disputes?demo=mira",
    "/surplus?demo=ana",
    "/shares?demo=ana",
  ],
  ...["/income?demo=ana", "/machines", `/machines/${numberOf("cargo-bikes")}`, "/bonds", PAYING],
];
const OF_MONEY = [
  "/treasury",
  LEDGER,
  STATEMENTS,
  "/market/mine?demo=ana",
  "/surplus?demo=ana",
  "/income?demo=ana",
  PAYING,
];

/** Every text of the story. */
const stringsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : value && typeof value === "object"
      ? Object.values(value).flatMap(stringsIn)
      : [];
const TOLD = stringsIn([jobs, services, machines, commons, decided, running, spent, COOP_NAME, COOP_PURPOSE]);
/** Names of classes and of files, and hashes. */
const NAMED = /^(drivers?|riders?|staff|supporters?|[\w-]+\.[a-z]+|0x[\da-f]+)$/i;
/** The same in both languages. */
const SPANISH = new Set(
  [...wordsIn(join(repositoryRoot, "dapp", "words", "es"))].flatMap(([one, other]) => (one === other ? one : [])),
);
const isOfPeople = (text: string): boolean =>
  NAMED.test(text) || SPANISH.has(text) || /^(\w+ \d+ %(, )?)+$/.test(text) || TOLD.some((told) => told.includes(text));

/** What can be read on the page, folded parts included. */
async function readingOf(page: Page): Promise<string[]> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector(".pulse"));
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue?.trim() ?? "";
      const isCode = walker.currentNode.parentElement?.closest("script, noscript, code");
      if (!isCode && /\p{L}{3}/u.test(text)) texts.push(text);
    }
    return texts;
  });
}

describe("browser: how market and money look", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  it("a Spanish page says nothing in English but what people wrote", async function () {
    this.timeout(120_000);
    const english = await stage.open("/", { locale: "en-GB" });
    const spanish = await stage.open("/", { locale: "es-ES" });
    const left: string[] = [];
    for (const path of SPOKEN) {
      const both = [english, spanish].map(async ({ page }) => {
        await page.goto(`${stage.coop.pageUrl}${path}`);
        return readingOf(page);
      });
      const [one = [], other = []] = await Promise.all(both);
      const known = new Set(one);
      left.push(...other.filter((text) => known.has(text) && !isOfPeople(text)).map((text) => `${path}: ${text}`));
    }
    expect(left).to.deep.equal([]);
    for (const { problems, close } of [english, spanish]) {
      expectQuiet(problems);
      await close();
    }
  });

  it("an amount stands on one line on every screen, whatever words are beside it", async function () {
    this.timeout(120_000);
    const { page, problems, close } = await stage.open("/", { locale: "es-ES" });
    const broken: string[] = [];
    for (const path of ["/?demo=ana", ...OF_MONEY]) {
      await page.goto(`${stage.coop.pageUrl}${path}`);
      await readingOf(page);
      for (const width of [320, PHONE.width, 1280]) {
        await page.setViewportSize({ ...PHONE, width });
        broken.push(...(await torn(page)).map((amount) => `${path}, ${width} wide: ${amount}`));
      }
    }
    expect(broken).to.deep.equal([]);
    await close();
    expectQuiet(problems);
  });

  for (const decimals of [0, 18]) {
    it(`money with ${decimals} decimals stays within a phone`, async function () {
      this.timeout(90_000);
      const { page, problems, close } = await stage.open("/machines", { viewport: PHONE });
      let told = 0;
      await page.route(`${stage.coop.rpcUrl}/**`, async (route) => {
        const asked = [route.request().postDataJSON()].flat() as { params?: { data?: string }[] }[];
        const at = asked.findIndex(({ params }) => params?.[0]?.data === SELECTORS["decimals()"]);
        if (at < 0) return route.continue();
        told += 1;
        const answers = [await (await route.fetch()).json()].flat();
        answers[at] = { ...answers[at], result: `0x${decimals.toString(16).padStart(64, "0")}` };
        return route.fulfill({ json: asked.length > 1 ? answers : answers[0] });
      });
      const wide: string[] = [];
      for (const path of OF_MONEY) {
        await page.goto(`${stage.coop.pageUrl}${path}`);
        await readingOf(page);
        const by = await overflow(page);
        if (by > 0) wide.push(`${path}: ${by}`);
      }
      expect(wide).to.deep.equal([]);
      expect(told).to.be.greaterThan(0);
      await close();
      expectQuiet(problems);
    });
  }

  it("on paper no table is cut, and nothing of a practice is printed in any language", async function () {
    this.timeout(60_000);
    const { page, problems, close } = await stage.open(STATEMENTS, { locale: "es-ES", viewport: PAPER });
    await readingOf(page);
    await page.emulateMedia({ media: "print" });
    const cut = await page
      .locator(".scroller")
      .evaluateAll((frames) => frames.map((frame) => frame.scrollWidth - frame.clientWidth).filter((by) => by > 0));
    expect(cut).to.deep.equal([]);
    expect(await page.getByText("Cadena de práctica").isVisible()).to.equal(false);
    await close();
    expectQuiet(problems);
  });

  it("on paper the rules are whole, though a phone shows them closed", async () => {
    const { page, problems, close } = await stage.open(RULES, { viewport: PHONE });
    await readingOf(page);
    const shown = () =>
      page.locator("details table").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    const tables = await page.locator("details table").count();
    expect(await shown()).to.be.lessThan(tables);
    await page.emulateMedia({ media: "print" });
    expect(await shown()).to.equal(tables);
    await close();
    expectQuiet(problems);
  });
});

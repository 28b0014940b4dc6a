// The pages of the money: the treasury with its chart, the ledger with running balances, the statements, and what is taken along of
// each.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { expectQuiet, shows } from "./acts.ts";
import { lookAt, overflow } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

/** The story leads up to today. */
const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const OPERATING = "/treasury/ledger?account=Assets%3ATreasury%3AOperating-Fund";

const PAGES: Record<string, { path: string; open?: string }> = {
  treasury: { path: "/treasury", open: "The same as a table" },
  ledger: { path: "/treasury/ledger" },
  "ledger-account": { path: OPERATING },
  "ledger-nothing": { path: `${OPERATING}&from=2020-01-01&to=2020-12-31` },
  "ledger-no-account": { path: "/treasury/ledger?account=Assets%3ATreasure" },
  statements: { path: "/treasury/statements" },
  "statements-month": { path: `/treasury/statements?from=${dayBefore(60)}&to=${dayBefore(30)}` },
};

describe("browser: the money", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  for (const [name, { path, open }] of Object.entries(PAGES)) {
    it(`${name} is accessible and fits, light and dark, wide and narrow`, async function () {
      this.timeout(60_000);
      const { page, problems, close } = await stage.look(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      if (open) await page.getByText(open, { exact: true }).first().click();
      await lookAt(page, name);
      await close();
      expectQuiet(problems);
    });
  }

  it("nothing is wider than a tablet, held upright or across", async function () {
    this.timeout(60_000);
    for (const width of [820, 1024]) {
      const { page, problems, close } = await stage.open("/", { viewport: { width, height: 1100 } });
      for (const path of ["/treasury", "/treasury/ledger", "/treasury/statements", "/audit"]) {
        await page.goto(`${stage.coop.pageUrl}${path}`);
        await page.getByRole("heading", { level: 1 }).first().waitFor();
        expect(await overflow(page), `${path}, ${width} wide`).to.equal(0);
      }
      await close();
      expectQuiet(problems);
    }
  });

  /** The file that a press on `name` saves. */
  async function saved(page: Page, name: string, nth = 0): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name, exact: true }).nth(nth).click(),
    ]);
    return readFileSync(await download.path(), "utf8");
  }

  /** Without signs and what is below a cent: "57966.88". */
  const figure = (text: string | null): string => (text ?? "").replaceAll(/[€,]/g, "").slice(0, -4);

  it("an account runs from entry to entry to what its fund holds, on the page and in the table that is taken along", async () => {
    const { page, problems, close } = await stage.open("/treasury");
    const fund = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Operating fund" }) });
    const held = ((await fund.locator("p").first().textContent()) ?? "").replaceAll(/[€,]/g, "");
    await page.getByRole("link", { name: "Ledger", exact: true }).click();
    await page.getByLabel("Account", { exact: true }).selectOption({ label: "1010 Treasury: operating fund" });
    await page.getByRole("heading", { name: "1010 Treasury: operating fund" }).waitFor();
    expect(page.url()).to.contain("account=Assets%3ATreasury%3AOperating-Fund");
    const first = page.getByRole("table").locator("tbody tr").first();
    expect(figure(await first.locator("td").last().textContent())).to.equal(held);

    const lines = (await saved(page, "Save as a table (CSV)")).trimEnd().split("\r\n");
    expect(lines[0]).to.match(/debit,credit,balance$/);
    const cells = lines.slice(2).map((line) => line.split(",").slice(-3));
    let balance = 0n;
    const units = (cell = "") => BigInt(cell.replace(".", "") || "0");
    for (const [debit, credit, after] of cells) {
      balance += units(debit) - units(credit);
      expect(units(after)).to.equal(balance);
    }
    expect(lines.at(-1)).to.match(new RegExp(`,${held.replace(".", "\\.")}\\d{4}$`));

    await page.getByLabel("From").fill(dayBefore(30));
    await shows(page, "Brought forward");
    expect(page.url()).to.contain(`from=${dayBefore(30)}`);
    expect(await saved(page, "Save as a table (CSV)")).to.match(/brought forward.*,[1-9]\d*\.\d{6}\r\n\d/);
    await close();
    expectQuiet(problems);
  });

  it("a surplus is divided, and is no cost: every book is read for the ledger", async () => {
    const { page, problems, close } = await stage.open("/treasury/statements");
    await shows(page, "Less surpluses divided");
    await shows(page, "It balances: what there is, is what is owed and what is the co-op's own.");
    const csv = await saved(page, "Save as a table (CSV)", 1);
    expect(csv).to.match(/^divided,3510,surpluses divided,[1-9]\d*\.\d{6}\r$/m);
    await close();
    expectQuiet(problems);
  });

  it("whatever people can ask for is there, and the chart is read off with the keyboard", async () => {
    const { page, problems, close } = await stage.open("/treasury");
    await shows(page, "Whatever people can ask for is there, in full:");
    const day = page.getByRole("slider", { name: "Day to read off" });
    const now = await day.getAttribute("aria-valuetext");
    await day.press("Home");
    await shows(page, /^At the end of /);
    const before = await day.getAttribute("aria-valuetext");
    expect(before).to.match(/^\d+ \w+ \d{4}: €[\d,.]+ together$/);
    expect(before).not.to.equal(now);
    await page.getByText("The same as a table", { exact: true }).click();
    const rows = page.getByRole("region", { name: "What the co-op held, in figures" }).locator("tbody tr");
    expect(await rows.count()).to.equal(Number(await day.getAttribute("max")) + 1);
    await close();
    expectQuiet(problems);
  });

  it("the books are taken along as the audit writes them", async () => {
    const { page, problems, close } = await stage.open("/treasury/statements");
    const text = await saved(page, "journal.hledger");
    expect(text).to.contain(stage.coop.world.coop.directory);
    expect(text).to.match(/Assets:Treasury:Operating-Fund/);
    await close();
    expectQuiet(problems);
  });
});

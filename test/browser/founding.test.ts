// Founders found a co-op through the wizard with the page closed in between, open it in the same page, and hold their first
// vote there.
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { isoDay } from "../../dapp/src/shared/format/days.ts";
import { DAY } from "../../dapp/src/shared/format/time.ts";
import { Outsider } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { choose, expectQuiet, shows } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage, type Visit, WIDE } from "./stage.ts";

const NAME = "Weavers of Toad Lane";
const PURPOSE = "To weave good cloth at a fair price, and to share what is left.";
const TITLE = "Ben keeps the purse";
const HOST = "Wheelwright Rides";

describe("browser: a co-op is founded and holds its first vote", () => {
  let stage: Stage;
  let ana: Visit;
  let page: Page;

  before(async function () {
    stage = await freshStage(this);
    ana = await stage.open("/?demo=ana");
    page = ana.page;
  });
  after(() => ana?.close());

  // Each step builds on the one before.
  let broken = false;
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === "failed";
  });

  const next = () => page.getByRole("button", { name: /^Next: / }).click();
  const step = (name: string) => page.getByRole("button", { name: new RegExp(`^\\d ${name}`) }).click();
  const heading = (name: string | RegExp) => page.getByRole("heading", { name }).first().waitFor();
  /** As if the browser had been closed and opened again: only what it keeps for good is left. */
  const reopen = async (path: string) => {
    const context = page.context();
    await page.close();
    page = await context.newPage();
    await page.goto(`${stage.coop.pageUrl}${path}`);
  };

  it("begins with a kind of co-op, a name and what it is for", async function () {
    this.timeout(120_000);
    await page.getByRole("link", { name: "Found a co-op of your own" }).click();
    await heading("Solidarity co-op");
    await lookAt(page, "founding-template");
    await page.getByRole("button", { name: /^Begin with this.*Solidarity/ }).click();
    await page.getByLabel("Name of the co-op").fill(NAME);
    await page.getByLabel("What it is for").fill(PURPOSE);
    await lookAt(page, "founding-purpose");
  });

  it("shows what the classes weigh, and what becomes of votes, as one types", async function () {
    this.timeout(120_000);
    await next();
    await heading("Classes of members");
    await page.getByLabel("Weight, %").nth(2).fill("20");
    await shows(page, "87 %: 13 % too little");
    await page.getByLabel("Weight, %").nth(2).fill("33");
    await shows(page, "100 %, the whole");
    await shows(page, "2 of 12 members vote for it, and nobody else votes.");
    await page.getByLabel("Say the co-op has so many members").fill("40");
    await shows(page, "9 of 40 members vote for it, and nobody else votes.");
    await lookAt(page, "founding-classes");
  });

  it("keeps the draft when the page is closed, and takes several founders at once", async function () {
    this.timeout(120_000);
    await reopen("/found?step=members&demo=ana");
    await page.getByRole("button", { name: /^That is me/ }).click();
    await page.getByRole("button", { name: "Add a founder" }).click();
    const pasted = [1, 2].map((place) => account(stage.coop.world, place)).join("\n");
    await page.getByLabel("Founder 2: address").evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, pasted);
    expect(await page.getByLabel("Founder 3: address").inputValue()).to.equal(account(stage.coop.world, 2));
    await page.getByRole("button", { name: "Have a board of three" }).click();
    for (const seat of [1, 2, 3]) {
      await page.getByLabel(`Seat ${seat}`).selectOption({ index: seat });
    }
    await lookAt(page, "founding-members");
  });

  it("tells what is unlawful where it stands, and leads there from the end", async function () {
    this.timeout(120_000);
    await next();
    await heading("Ordinary resolutions");
    await page.getByText("Usual figures").nth(1).click();
    const quorum = page.getByLabel("Ballots needed: at least this share of the roll, per cent").nth(1);
    await quorum.fill("1");
    await lookAt(page, "founding-decisions");
    await step("Check and sign");
    await heading("Before you can sign");
    await page
      .getByRole("listitem")
      .filter({ hasText: /1 %/ })
      .getByRole("link", { name: /^Mend it/ })
      .last()
      .click();
    await heading("Ordinary resolutions");
    await quorum.fill("25");
    await next();
    await heading("The money");
    await shows(page, "Test euro");
    await page.getByLabel("Who inherits").fill(account(stage.coop.world, Outsider.foundation));
    await page.getByLabel("Fee, of the fare, per cent").fill("12");
    await shows(page, "17.60 tEUR");
    await lookAt(page, "founding-money");
  });

  it("is a file that the command line takes, and a rulebook to print", async function () {
    this.timeout(120_000);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the draft as a file" }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(file).to.include({ name: NAME, purpose: PURPOSE });
    expect(file.market).to.include({ fee: "12 %" });
    await next();
    await heading(`Rules of ${NAME}`);
    await heading("Found it");
    await lookAt(page, "founding-check");
    await page.setViewportSize({ width: 800, height: 1100 });
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("banner").isVisible()).to.equal(false);
    expect(await page.getByRole("button", { name: "Print the rulebook" }).isVisible()).to.equal(false);
    expect(await page.getByText(PURPOSE).first().isVisible()).to.equal(true);
    await page.screenshot({ path: ".local/screenshots/founding-print.png", fullPage: true });
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize(WIDE);
  });

  it("loses nothing when the wallet says no [case 119]", async () => {
    const refuses = async (route: import("playwright-core").Route) => {
      const asked = route.request().postDataJSON();
      if (asked?.method !== "eth_sendTransaction") return route.fallback();
      const error = { code: 4001, message: "User rejected the request." };
      await route.fulfill({ json: { jsonrpc: "2.0", id: asked.id, error } });
    };
    await page.route("**/*", refuses);
    await page.getByRole("button", { name: "Found the co-op" }).click();
    await shows(page, "You declined in your wallet. Nothing was sent.");
    await page.unroute("**/*", refuses);
  });

  it("founds it with one signature, and finds it again though the page was closed before the receipt [case 123]", async () => {
    await page.route("**/*", async (route) => {
      const text = route.request().postData() ?? "";
      if (/eth_getTransactionReceipt|eth_getTransactionByHash|eth_getCode/.test(text) && signed) return;
      if (text.includes("eth_sendTransaction")) signed = true;
      await route.fallback();
    });
    let signed = false;
    await page.getByRole("button", { name: "Found the co-op" }).click();
    await shows(page, "Sent, being recorded");
    await reopen("/found?demo=ana");
    await heading(`${NAME} is founded`);
    await lookAt(page, "founding-founded");
  });

  it("opens it under a banner that says whose page it is", async function () {
    this.timeout(60_000);
    await page.getByRole("link", { name: `Open ${NAME} in this page` }).click();
    await shows(page, `This page belongs to ${HOST} and shows ${NAME}`);
    await shows(page, "You are member 1 of");
    await lookAt(page, "founding-opened");
    await page.getByRole("link", { name: "Members", exact: true }).first().click();
    await heading("Members");
    await shows(page, "3 members, one vote each");
    expect(new URL(page.url()).searchParams.get("coop")).to.match(/^0x/);
  });

  it("gives notice of its first proposal, and its members vote on it", async function () {
    this.timeout(120_000);
    await page.getByRole("link", { name: "Decisions" }).first().click();
    await page
      .getByRole("link", { name: /write a proposal/i })
      .first()
      .click();
    await page.getByLabel("Title", { exact: true }).fill(TITLE);
    await page.getByRole("radio", { name: "Appoint an officer" }).check();
    await page.getByLabel("Office", { exact: true }).selectOption({ label: "Treasurer" });
    await page.getByLabel("Who", { exact: true }).fill("2");
    await page.getByLabel("Last day in office").fill(isoDay(Date.now() / 1_000 + 300 * DAY));
    await page.getByLabel("As the board, give notice at once").check();
    await page.getByRole("button", { name: "Give notice now" }).click();
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    const address = new URL(page.url());
    await page.getByRole("button", { name: /To when the vote opens/ }).click();
    for (const who of ["ana", "ben", "chidi"]) {
      const visit = await stage.open(`${address.pathname}${address.search}&demo=${who}`);
      await choose(visit.page, who === "ben" ? "Against" : "For");
      await visit.page.getByRole("button", { name: "Cast my vote" }).click();
      await shows(visit.page, "Your vote is counted.");
      expectQuiet(visit.problems);
      await visit.close();
    }
    await page.getByRole("button", { name: /To when the vote has closed/ }).click();
    await shows(page, /^Passed/);
    expectQuiet(ana.problems);
  });

  it("never mixes with the page's own co-op, and shows no co-op of another making", async () => {
    await page.getByRole("link", { name: `Back to ${HOST}` }).click();
    await shows(page, `You are member 1 of ${HOST}`);
    await page.getByRole("link", { name: "Members", exact: true }).first().click();
    await shows(page, /^\d\d members, one vote each/);
    await page.goto(`${stage.coop.pageUrl}/?coop=${stage.coop.world.coop.treasury}`);
    await heading("This page does not show that co-op");
  });
});

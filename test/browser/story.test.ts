// The main job: a member reads, votes, changes the vote; time passes; somebody carries it out; the treasury shows it.
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { Outsider } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { castVote, changeVote, choose, connect, expectQuiet, openProposal, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";

const TITLE = "A charging post for the yard behind the office";

/** What a file says that the page offers. */
async function taken(page: Page, label: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: label }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

describe("browser: from reading a proposal to the payment", () => {
  let stage: Stage;
  let ana: Visit;

  before(async function () {
    stage = await freshStage(this);
    ana = await stage.open("/", { wallet: { account: account(stage.coop.world, 0) } });
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

  it("Ana connects her wallet and reads the proposal", async () => {
    await shows(ana.page, "Wheelwright Rides");
    await connect(ana.page);
    await shows(ana.page, "Member 1");
    await openProposal(ana.page, TITLE);
    await shows(ana.page, "One fast post in our own yard");
    await shows(ana.page, /6,800/);
  });

  it("she votes against, and is told that it counts", async () => {
    await shows(ana.page, "31 of 56 members");
    await choose(ana.page, "Against");
    await (await castVote(ana.page)).click();
    await shows(ana.page, "Your vote is counted.");
    await shows(ana.page, "32 of 56 members");
    await shows(ana.page, /You voted against/);
  });

  it("she changes her mind: still one vote, and it now carries", async () => {
    await choose(ana.page, "For");
    await changeVote(ana.page).click();
    await shows(ana.page, /You voted for/);
    await shows(ana.page, "32 of 56 members");
  });

  it("the clock moves to the close and past the waiting time", async () => {
    await ana.page.getByRole("button", { name: /To when the vote has closed/ }).click();
    await shows(ana.page, "Passed, waiting");
    await ana.page.getByRole("button", { name: /To when it can be carried out/ }).click();
    await shows(ana.page, "Ready to carry out");
  });

  it("somebody who is no member carries it out", async () => {
    const visitor = await stage.open("/", { wallet: { account: account(stage.coop.world, Outsider.visitor) } });
    await connect(visitor.page);
    await openProposal(visitor.page, TITLE);
    await visitor.page.getByRole("button", { name: "Carry it out" }).click();
    await shows(visitor.page, /has been carried out/);
    await visitor.close();
    expectQuiet(visitor.problems);
  });

  it("Ana takes the minutes along, and they say how it ended in the words of the page", async () => {
    await openProposal(ana.page, TITLE);
    const outcome = await ana.page.getByText(/^Passed: Drivers/).innerText();
    const minutes = await taken(ana.page, "Minutes (.md)");
    expect(minutes).to.contain(`**${outcome.replaceAll("\u00a0", " ")}**`);
    expect(minutes).to.contain("## Carrying out\n\nCarried out on ").and.contain("**Action 1.** Pays €6,800.00 from");
  });

  it("the feed that she takes along is XML to a browser", async () => {
    await ana.page.getByRole("link", { name: "All proposals" }).click();
    const feed = await taken(ana.page, "Feed (Atom)");
    const read = await ana.page.evaluate((text) => {
      const found = new DOMParser().parseFromString(text, "application/xml");
      return {
        error: found.querySelector("parsererror")?.textContent,
        latest: found.querySelector("entry > title")?.textContent?.replace(/ \(No\. \d+\)$/, ""),
      };
    }, feed);
    expect(read).to.deep.equal({ error: undefined, latest: `Carried out: ${TITLE}` });
  });

  it("Ana's treasury page shows the payment", async () => {
    await ana.page.getByRole("link", { name: "Commons" }).first().click();
    await ana.page.getByRole("heading", { level: 1, name: "Treasury" }).waitFor();
    await shows(ana.page, "−€6,800.00");
    expectQuiet(ana.problems);
  });
});

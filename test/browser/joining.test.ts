// A stranger applies, is accepted, joins and pays; buys by instalment, asks shares back, and the money arrives.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { EURO } from "../../scripts/demo/charter.ts";
import { Outsider } from "../../scripts/demo/people.ts";
import { mint } from "../../scripts/demo/test-euro.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { sentBy } from "./test-wallet.ts";

const WORDS = "I ride to work every day and would like to have a say.";
const DIRECTOR = 3;

describe("browser: from an application to the first shares and back", () => {
  let stage: Stage;
  let mira: Visit;
  let dana: Visit;

  before(async function () {
    stage = await freshStage(this);
    const { world, chain } = stage.coop;
    const call = mint(world.euro, account(world, Outsider.visitor), 100n * EURO);
    await chain.connection.provider.request({ method: "eth_sendTransaction", params: [call] });
    mira = await stage.open("/", { wallet: { account: account(world, Outsider.visitor) } });
    dana = await stage.open("/", { wallet: { account: account(world, DIRECTOR) } });
    await connect(mira.page);
    await connect(dana.page);
  });
  after(async () => {
    await mira?.close();
    await dana?.close();
  });

  // Each step builds on the one before.
  let broken = false;
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === "failed";
  });

  const go = async (page: Page, path: string, heading: string) => {
    await page.goto(`${stage.coop.pageUrl}${path}`);
    await page.getByRole("heading", { name: heading }).first().waitFor();
  };

  it("a director makes a reading key, so that applicants can write to her", async () => {
    await go(dana.page, "/applications", "For you to decide");
    await dana.page.getByRole("button", { name: "Make my reading key" }).click();
    await shows(dana.page, /You have a reading key/);
  });

  it("a stranger applies from the first page, and is told what happens next and when", async () => {
    await mira.page.getByRole("link", { name: "Apply to join" }).click();
    await shows(mira.page, /No answer by then counts as a refusal/);
    await mira.page.getByRole("radio", { name: /^Riders/ }).check();
    await mira.page.getByLabel("About you").fill(WORDS);
    await mira.page.getByRole("button", { name: "Apply for membership" }).click();
    await mira.page.getByRole("heading", { name: "Your application is with the board" }).waitFor();
    await shows(mira.page, /The board answers by/);
  });

  it("the director reads what she wrote, and accepts", async () => {
    const end = account(stage.coop.world, Outsider.visitor).slice(-4);
    const row = dana.page.getByRole("listitem").filter({ hasText: `…${end}` });
    await row.getByRole("button", { name: "Read it" }).click();
    await row.getByText(WORDS).waitFor();
    await row.getByRole("button", { name: "Accept" }).click();
    await shows(dana.page, "Accepted");
    await row.getByText(/can join until/).waitFor();
    expectQuiet(dana.problems);
  });

  it("she joins and pays in one act", async () => {
    await go(mira.page, "/", "Waiting for you");
    await mira.page.getByRole("link", { name: /You are accepted: join/ }).click();
    await mira.page.getByLabel("Shares you pay for now").fill("10");
    await mira.page.getByLabel("More, in instalments").fill("20");
    await shows(mira.page, "€30.00");
    await mira.page.getByRole("button", { name: "Join and pay €10.00" }).click();
    await mira.page.getByRole("button", { name: /^Member 6\d/ }).waitFor();
    expect(await sentBy(mira.page)).to.equal(1);
  });

  it("she pays an instalment", async () => {
    await go(mira.page, "/shares", "Pay an instalment");
    await shows(mira.page, "You promised 20 shares more");
    await mira.page.getByLabel("How many to pay for now").fill("5");
    await mira.page.getByRole("button", { name: "Pay €5.00" }).click();
    await shows(mira.page, "You promised 15 shares more");
    await shows(mira.page, /You have €85\.00/);
    expect(await sentBy(mira.page)).to.equal(1);
  });

  it("she asks shares back, and sees her place and the earliest day", async () => {
    await mira.page.getByLabel("How many to take back").fill("4");
    await mira.page.getByRole("button", { name: "Ask for them back" }).click();
    await shows(mira.page, "Your places in the queue");
    await shows(mira.page, /510 shares of others are before you/);
    await shows(mira.page, /Can be paid from/);
  });

  it("the clock moves, the queue is moved along, and the money is in her account", async () => {
    await mira.page.getByRole("button", { name: "To when your shares can be paid back" }).click();
    await shows(mira.page, /514 shares can be paid now/);
    await mira.page.getByRole("button", { name: "Move the queue along" }).click();
    await shows(mira.page, "The queue has moved.");
    await shows(mira.page, "Nobody waits for shares to be paid back.");
    await shows(mira.page, /You have €89\.00/);
    expectQuiet(mira.problems);
  });
});

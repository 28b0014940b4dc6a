// A member asks another to speak for it; the other accepts and votes; the member votes over it.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { account } from "../../scripts/demo/world.ts";
import { castVote, choose, connect, expectQuiet, nameProxy, openMembership, openProposal, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";

const TITLE = "A charging post for the yard behind the office";
const PROXY = 5;

describe("browser: somebody speaks for a member (V11)", () => {
  let stage: Stage;
  let ana: Visit;
  let other: Visit;

  before(async function () {
    stage = await freshStage(this);
    ana = await stage.open("/", { wallet: { account: account(stage.coop.world, 0) } });
    other = await stage.open("/", { wallet: { account: account(stage.coop.world, PROXY) } });
    await connect(ana.page);
    await connect(other.page);
  });
  after(async () => {
    await ana?.close();
    await other?.close();
  });

  // Each step builds on the one before.
  let broken = false;
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === "failed";
  });

  it("Ana asks another driver to speak for her on money", async () => {
    await openMembership(ana.page);
    await nameProxy(ana.page, "money", PROXY + 1);
  });

  it("the other finds the request at home, and accepts", async () => {
    await other.page.getByRole("link", { name: "Member 1 asks you to speak for them on money" }).click();
    await other.page.getByRole("button", { name: "Accept, on money" }).click();
    await shows(other.page, "You speak for member 1 on money.");
    await shows(ana.page, `Member ${PROXY + 1} speaks for you.`);
  });

  it("a chain is refused before anybody tries: Ana has a proxy herself", async () => {
    await shows(ana.page, /You have a proxy on money yourself/);
    expect(await ana.page.getByRole("button", { name: "Accept, on money" }).isDisabled()).to.equal(true);
  });

  it("the proxy votes, and Ana sees it counted for her too", async () => {
    await openProposal(ana.page, TITLE);
    await shows(ana.page, /speaks for you on money and has not voted yet/);
    await shows(ana.page, "31 of 56 members");
    await openProposal(other.page, TITLE);
    await shows(other.page, /You speak for one more member on money/);
    await choose(other.page, "Against");
    await (await castVote(other.page)).click();
    await shows(other.page, "Your vote counts for one more member unless they vote themselves.");
    await shows(ana.page, `Your proxy, member ${PROXY + 1}, voted against, also for you.`);
    await shows(ana.page, "33 of 56 members");
    await shows(ana.page, `by proxy: member ${PROXY + 1}`);
  });

  it("Ana votes over it: still one ballot, and her own", async () => {
    await choose(ana.page, "For");
    await (await castVote(ana.page)).click();
    await shows(ana.page, /You voted for/);
    await shows(ana.page, "33 of 56 members");
    expect(await ana.page.getByText("by proxy").count()).to.equal(0);
  });

  it("at home each finds how it voted beside what is being decided", async () => {
    const beside = (page: Page) =>
      page.getByRole("listitem").filter({ hasText: TITLE }).filter({ hasText: "Open for votes" });
    await ana.page.goto(stage.coop.pageUrl);
    await beside(ana.page).getByText("you voted for it", { exact: true }).waitFor();
    await other.page.goto(stage.coop.pageUrl);
    await beside(other.page).getByText("you voted against it", { exact: true }).waitFor();
  });

  it("she ends it", async () => {
    await openMembership(ana.page);
    await ana.page.getByRole("button", { name: "End it, on money" }).click();
    await ana.page.getByText(`Member ${PROXY + 1} speaks for you.`).waitFor({ state: "detached" });
    expectQuiet(ana.problems);
    expectQuiet(other.problems);
  });
});

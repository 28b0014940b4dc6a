// A transaction that the wallet sends once more for a higher fee, takes back, or puts another in the place of, and one that is recorded
// and refused; for an act of one step and of two.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { mint } from "../../scripts/demo/test-euro.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { emptied, holdBack, letGo, record, replace, waitingOf, withoutPermit } from "./batching.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { sentBy } from "./test-wallet.ts";
import { funded } from "./world.ts";

const TAKEN_BACK = "You took it back in your wallet before it was recorded.";

describe("browser: a transaction that the wallet replaces", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
    await withoutPermit(stage.coop);
  });
  afterEach(() => letGo(stage.coop));

  async function shares(place: number): Promise<Visit> {
    const visit = await stage.open("/shares", { wallet: { account: account(stage.coop.world, place) } });
    await connect(visit.page);
    return visit;
  }
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const contract = () => stage.coop.chain.connection.viem.getContractAt("MemberShares", stage.coop.world.coop.shares);
  const holds = async (place: number) => (await contract()).read.balanceOf([account(stage.coop.world, place)]);

  /** Presses, and waits until the page knows what was sent; nothing is recorded yet. */
  async function sending(page: Page, place: number, name: string) {
    await holdBack(stage.coop);
    await button(page, name).click();
    await shows(page, "Sent, being recorded");
    await page.waitForFunction(() => Object.values(sessionStorage).some((kept) => kept.includes('"nonce"')));
    const sent = await waitingOf(stage.coop, account(stage.coop.world, place));
    if (!sent) throw new Error("Nothing waits to be recorded.");
    return sent;
  }

  async function asking(place: number) {
    const visit = await shares(place);
    await visit.page.getByLabel("How many to take back").fill("2");
    return { ...visit, sent: await sending(visit.page, place, "Ask for them back") };
  }

  it("is done when the same was sent once more for a higher fee, also after a reload [case 121]", async () => {
    const { page, problems, close, sent } = await asking(1);
    await replace(stage.coop, sent);
    await page.reload();
    await shows(page, "Sent, being recorded");
    await record(stage.coop);
    await shows(page, "Done.");
    await shows(page, "Your places in the queue");
    expect(await sentBy(page)).to.equal(0);
    await page.reload();
    await shows(page, "Your places in the queue");
    expect(await page.getByText("being recorded").count()).to.equal(0);
    expectQuiet(problems);
    await close();
  });

  it("was taken back when an empty one took its place: nothing is lost, and it can be done again [case 121]", async () => {
    const { page, problems, close, sent } = await asking(2);
    await replace(stage.coop, sent, { to: sent.from, input: "0x" });
    await record(stage.coop);
    await shows(page, TAKEN_BACK);
    expect(await page.getByLabel("How many to take back").inputValue()).to.equal("2");
    await letGo(stage.coop);
    await button(page, "Ask for them back").click();
    await shows(page, "Your places in the queue");
    expectQuiet(problems);
    await close();
  });

  it("was not done when something else took its place [case 121]", async () => {
    const { page, problems, close, sent } = await asking(3);
    const { to, data } = mint(stage.coop.world.euro, sent.from, 1n);
    await replace(stage.coop, sent, { to, input: data });
    await record(stage.coop);
    await shows(page, "Your wallet sent something else in its place, so this was not done.");
    expect(await page.getByText("Your places in the queue").count()).to.equal(0);
    expectQuiet(problems);
    await close();
  });

  it("is told why when it was recorded and refused, because something changed meanwhile [case 121]", async () => {
    const place = 6;
    const { page, problems, close } = await shares(place);
    await page.getByLabel("How many shares to buy").fill("4");
    await button(page, "First, allow €4.00").click();
    await shows(page, "€4.00 is allowed. One step is left.");
    const sent = await sending(page, place, "Buy 4 shares");
    await emptied(stage.coop, sent.from);
    await record(stage.coop);
    await shows(page, "There is not enough money in this account.");
    expectQuiet(problems);
    await close();
  });

  it("leaves each of two steps where it was: the first sped up, the second taken back and done again", async function () {
    this.timeout(60_000);
    const place = 5;
    await funded(stage.coop, place, 100_000_000n);
    const before = await holds(place);
    const { page, problems, close } = await shares(place);
    await page.getByLabel("How many shares to buy").fill("4");
    await replace(stage.coop, await sending(page, place, "First, allow €4.00"));
    await record(stage.coop);
    await shows(page, "€4.00 is allowed. One step is left.");
    const payment = await sending(page, place, "Buy 4 shares");
    await replace(stage.coop, payment, { to: payment.from, input: "0x" });
    await record(stage.coop);
    await shows(page, TAKEN_BACK);
    await shows(page, "€4.00 is allowed. One step is left.");
    expect(await holds(place)).to.equal(before);
    await letGo(stage.coop);
    await button(page, "Buy 4 shares").click();
    await shows(page, "The shares are yours.");
    expect(await holds(place)).to.equal(before + 4n);
    expectQuiet(problems);
    await close();
  });
});

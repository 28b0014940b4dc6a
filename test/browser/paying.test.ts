// Paying where the money takes no permit: in two steps, or in one question where the wallet takes several calls together.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { delegate, encoderOf, holdBack, letGo, record, waitingOf, withoutPermit } from "./batching.ts";
import { lookAt } from "./look.ts";
import { freshStage, type PageOptions, type Stage, type Visit } from "./stage.ts";
import { declineNext, refuseNextBatch, sentBy } from "./test-wallet.ts";
import { funded } from "./world.ts";

const MONEY = 100_000_000n;
const CONTRACT_ACCOUNT = 4;

describe("browser: paying without a permit", () => {
  let stage: Stage;
  let batches: NonNullable<NonNullable<PageOptions["wallet"]>["batches"]>;
  before(async function () {
    stage = await freshStage(this);
    await withoutPermit(stage.coop);
    await delegate(stage.coop, CONTRACT_ACCOUNT);
    batches = { status: "supported", encode: await encoderOf() };
  });

  afterEach(() => letGo(stage.coop));

  /** A member with money who is about to buy that many shares. */
  async function buying(place: number, shares: number, wallet: Partial<PageOptions["wallet"]> = {}): Promise<Visit> {
    await funded(stage.coop, place, MONEY);
    const visit = await stage.open("/shares", { wallet: { account: account(stage.coop.world, place), ...wallet } });
    await connect(visit.page);
    await visit.page.getByLabel("How many shares to buy").fill(String(shares));
    return visit;
  }
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const holds = async (place: number): Promise<bigint> => {
    const { world, chain } = stage.coop;
    const shares = await chain.connection.viem.getContractAt("MemberShares", world.coop.shares);
    return shares.read.balanceOf([account(world, place)]);
  };

  it("takes two steps, each told, and a reload in between loses nothing", async function () {
    this.timeout(60_000);
    const before = await holds(0);
    const { page, problems, close } = await buying(0, 3);
    await shows(page, "This takes two steps, each with a question in your wallet");
    await lookAt(page, "pay-two-steps");
    await button(page, "First, allow \u20ac3.00").click();
    await shows(page, "\u20ac3.00 is allowed. One step is left.");
    expect(await holds(0)).to.equal(before);
    await page.reload();
    await page.getByLabel("How many shares to buy").fill("3");
    await button(page, "Buy 3 shares").click();
    await shows(page, "The shares are yours.");
    expect(await holds(0)).to.equal(before + 3n);
    await page.getByLabel("How many shares to buy").fill("2");
    await button(page, "First, allow \u20ac2.00").waitFor();
    expectQuiet(problems);
    await close();
  });

  it("is one question where the wallet takes both together, which a reload does not lose", async function () {
    this.timeout(60_000);
    const before = await holds(CONTRACT_ACCOUNT);
    const { page, problems, close } = await buying(CONTRACT_ACCOUNT, 5, { batches });
    await shows(page, "Your wallet shows this as one question with two parts, both or none");
    await lookAt(page, "pay-together");
    await holdBack(stage.coop);
    await button(page, "Buy 5 shares").click();
    await shows(page, "Sent, being recorded");
    expect(await sentBy(page)).to.equal(1);
    await page.reload();
    await page.getByLabel("How many shares to buy").fill("5");
    await button(page, "Sent, being recorded").waitFor();
    await record(stage.coop);
    await shows(page, "The shares are yours.");
    expect(await sentBy(page)).to.equal(0);
    expect(await holds(CONTRACT_ACCOUNT)).to.equal(before + 5n);
    expectQuiet(problems);
    await close();
  });

  it("sends nothing that would not go through as a whole", async () => {
    const { page, close } = await buying(CONTRACT_ACCOUNT, 5, { batches });
    await button(page, "Buy 5 shares").waitFor();
    const { world, chain } = stage.coop;
    const euro = await chain.connection.viem.getContractAt("PlainEuro", world.euro);
    const all = await euro.read.balanceOf([account(world, CONTRACT_ACCOUNT)]);
    await holdBack(stage.coop);
    await euro.write.transfer([account(world, 0), all], { account: account(world, CONTRACT_ACCOUNT) });
    await record(stage.coop);
    await button(page, "Buy 5 shares").click();
    await shows(page, "There is not enough money in this account.");
    expect(await sentBy(page)).to.equal(0);
    await close();
  });

  it("goes on step by step where the wallet, for its own reasons, does not take them together", async () => {
    const { page, problems, close } = await buying(5, 2, { batches: { ...batches, status: "ready" } });
    await refuseNextBatch(page, 5750);
    await button(page, "Buy 2 shares").click();
    await shows(page, "\u20ac2.00 is allowed. One step is left.");
    await button(page, "Buy 2 shares").click();
    await shows(page, "The shares are yours.");
    expect(await sentBy(page)).to.equal(2);
    expectQuiet(problems);
    await close();
  });

  it("goes no further when the person says no [case 119]", async () => {
    const { page, problems, close } = await buying(6, 2, { batches });
    await declineNext(page);
    await button(page, "Buy 2 shares").click();
    await shows(page, "You declined in your wallet. Nothing was sent.");
    await button(page, "Buy 2 shares").waitFor();
    expect(await waitingOf(stage.coop, account(stage.coop.world, 6))).to.equal(undefined);
    expectQuiet(problems);
    await close();
  });
});

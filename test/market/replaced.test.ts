// A market that was replaced: its running jobs and their money are safe, and it begins nothing more.
import { expect } from "chai";
import { defaultMarket, Place } from "../../scripts/deploy/charter.ts";
import { implementationOf, initialisationOf, successorFor } from "../../scripts/deploy/successor.ts";
import { Fund } from "../commons/setting.ts";
import { type Chain, type Coop, EURO, perTest } from "../helpers/coop.ts";
import { account, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { ALL, DRIVER, marketOf, openMarket, RIDER, STRANGER, type Step } from "./setting.ts";

describe("JobMarket: a market that was replaced", () => {
  const given = perTest(() => openMarket());
  let chain: Chain;
  let coop: Coop;
  let step: Step;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = marketOf(chain, coop);
  });

  /** By one of the same code. */
  async function replace() {
    const { address, implementation, codeHash, initialisation } = await successorFor(chain.client as never, {
      directory: coop.directory,
      at: "market",
      implementation: await implementationOf(chain.client as never, coop.market),
      initialisation: initialisationOf("market", [defaultMarket]),
    });
    const args = [Place.Market, implementation, codeHash, initialisation] as const;
    await coop.directoryContract.write.replace(args, await asAssembly(chain, coop));
    return chain.viem.getContractAt("JobMarket", address);
  }

  it("ends its jobs in every way and pays its people, for no points [case 104]", async () => {
    const [done, disputed, accepted, offered] = [
      await step.finished(),
      await step.finished(),
      await step.offer(RIDER),
      await step.offer(RIDER),
    ];
    await step.accept(DRIVER, accepted);
    await step.dispute(RIDER, disputed);
    const before = [await step.money(DRIVER), await step.money(RIDER)] as const;
    const successor = await replace();
    expect(await coop.patronageContract.read.market()).to.equal(successor.address);
    await step.confirm(RIDER, done);
    await step.cancel(DRIVER, accepted);
    await step.cancel(RIDER, offered);
    await chain.networkHelpers.time.increase(14 * 86_400);
    await step.divide(disputed);
    expect((await step.money(DRIVER)) - before[0]).to.equal(ALL - 2n * EURO + ALL / 2n - EURO);
    expect((await step.money(RIDER)) - before[1]).to.equal(2n * ALL + ALL / 2n);
    expect(await coop.patronageContract.read.pointsIn([1])).to.equal(0n);
  });

  it("pays its fees in as anybody may", async () => {
    await step.paid();
    await step.paid(STRANGER, DRIVER);
    await replace();
    await coop.marketContract.write.remit({ account: account(chain, STRANGER) });
    const fund = (which: number) => coop.treasuryContract.read.balanceOf([which, chain.euro.address]);
    expect(await fund(Fund.Operating)).to.equal(EURO + EURO / 2n);
    expect(await fund(Fund.Commons)).to.equal(2n * EURO);
    expect(await coop.reserveContract.read.booked()).to.equal(EURO / 2n);
    expect(await coop.marketContract.read.held()).to.equal(0n);
  });

  it("keeps its fees while a guardian stops new money, and pays them in afterwards [G1]", async () => {
    await step.paid();
    await replace();
    const until = (await chain.networkHelpers.time.latest()) + 86_400;
    await coop.treasuryContract.write.halt([until], await asAssembly(chain, coop));
    await reverts(coop.marketContract.write.remit(), "TreasuryHalted");
    await chain.networkHelpers.time.increaseTo(until);
    await coop.marketContract.write.remit();
    expect(await coop.marketContract.read.held()).to.equal(0n);
  });

  it("begins nothing more, while its successor does and gives the points", async () => {
    const id = await step.offer(RIDER);
    const successor = await replace();
    await reverts(step.offer(RIDER), "JobMarketClosed");
    await reverts(step.accept(DRIVER, id), "JobMarketClosed");
    await chain.euro.write.approve([successor.address, ALL], { account: account(chain, RIDER) });
    const next = marketOf(chain, { ...coop, market: successor.address, marketContract: successor as never });
    await next.paid();
    expect(await coop.patronageContract.read.pointsIn([1])).to.equal(EURO);
  });

  it("takes a stop and a winding-up over with its place [G1] [A2]", async () => {
    const assembly = await asAssembly(chain, coop);
    const until = (await chain.networkHelpers.time.latest()) + 86_400;
    await coop.treasuryContract.write.halt([until], assembly);
    expect(await (await replace()).read.closedUntil()).to.equal(until);
    await coop.directoryContract.write.windUp(assembly);
    expect(await (await replace()).read.closedUntil()).to.equal(2 ** 40 - 1);
  });
});

// Work for the co-op itself: the operating fund is the customer, and an office countersigns that is not the worker's.
import { expect } from "chai";
import { JobEnd } from "../../books/job.ts";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { Fund } from "../commons/setting.ts";
import { type Chain, type Coop, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  ALL,
  ARBITER,
  FARE,
  JobKind,
  marketOf,
  openMarket,
  RIDER,
  STAFF,
  STRANGER,
  type Step,
  TIP,
  TOLL,
} from "./setting.ts";

const TREASURER = 30;
const SECOND_TREASURER = 31;
const BUDGET = 1n;
const GRANTED = 100n * EURO;

describe("JobMarket: work for the co-op", () => {
  const given = perTest(async () => {
    const { chain, coop } = await openMarket();
    const assembly = await asAssembly(chain, coop);
    const until = (await chain.networkHelpers.time.latest()) + 300 * DAY;
    for (const i of [TREASURER, SECOND_TREASURER]) {
      await coop.authorityContract.write.appoint([Role.Treasurer, addressOf(chain, i), until], assembly);
    }
    const { euro } = chain;
    await euro.write.approve([coop.treasury, 10_000n * EURO], { account: account(chain, STRANGER) });
    const by = { account: account(chain, STRANGER) };
    await coop.treasuryContract.write.deposit([Fund.Operating, euro.address, 1_000n * EURO, hashOf("gift")], by);
    await coop.treasuryContract.write.deposit([Fund.Commons, euro.address, 1_000n * EURO, hashOf("gift")], by);
    const grant = [Role.Treasurer, Fund.Operating, euro.address, GRANTED, until, hashOf("staff")] as const;
    await coop.treasuryContract.write.grantBudget(grant, assembly);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let step: Step;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = marketOf(chain, coop);
  });
  const by = (i: number) => ({ account: account(chain, i) });
  const offer = async (i = TREASURER, budget = BUDGET, change = {}) =>
    step.sent(
      coop.marketContract.write.offerForCoop([budget, await step.asked({ kind: JobKind.Task, ...change })], by(i)),
    );
  const fund = (which: number) => coop.treasuryContract.read.balanceOf([which, chain.euro.address]);

  it("is paid out of a budget on the operating fund, and earns the worker points [J5]", async () => {
    const before = await fund(Fund.Operating);
    const staff = await step.money(STAFF);
    const id = await offer();
    expect(await fund(Fund.Operating)).to.equal(before - ALL);
    expect((await coop.treasuryContract.read.budgetOf([BUDGET]))[3]).to.equal(GRANTED - ALL);
    await step.accept(STAFF, id);
    await step.done(STAFF, id);
    await step.confirm(TREASURER, id);
    expect(await step.money(STAFF)).to.equal(staff + FARE - 2n * EURO + TOLL + TIP);
    expect(await step.points(STAFF)).to.deep.equal([EURO / 2n, 0n]);
    // The co-op's own side earns no points and is nobody else's: it comes back (A3 is for non-members).
    expect(await coop.patronageContract.read.pointsIn([1])).to.equal(EURO / 2n);
    await coop.marketContract.write.remit();
    expect(await fund(Fund.Operating)).to.equal(before - ALL + EURO);
    expect(await coop.reserveContract.read.booked()).to.equal(0n);
  });

  it("is offered by who holds the budget's role, out of a budget on that fund alone [B1]", async () => {
    await reverts(offer(STRANGER), "TreasuryBudgetClosed");
    await reverts(offer(TREASURER, 9n), "JobMarketNotYours");
    const until = (await chain.networkHelpers.time.latest()) + 300 * DAY;
    const grant = [Role.Treasurer, Fund.Commons, chain.euro.address, GRANTED, until, hashOf("c")] as const;
    await coop.treasuryContract.write.grantBudget(grant, await asAssembly(chain, coop));
    await reverts(offer(TREASURER, 2n), "JobMarketNotYours");
    await reverts(offer(TREASURER, BUDGET, { fare: GRANTED }), "TreasuryBudgetTooSmall");
    // A budget of something else than the settlement token buys no work here.
    const other = await chain.viem.deployContract("TestEuro");
    const assembly = await asAssembly(chain, coop);
    await coop.treasuryContract.write.listAsset([other.address, true], assembly);
    await other.write.mint([addressOf(chain, STRANGER), GRANTED]);
    await other.write.approve([coop.treasury, GRANTED], by(STRANGER));
    await coop.treasuryContract.write.deposit([Fund.Operating, other.address, GRANTED, hashOf("g")], by(STRANGER));
    const shells = [Role.Treasurer, Fund.Operating, other.address, GRANTED, until, hashOf("o")] as const;
    await coop.treasuryContract.write.grantBudgetBeyond(shells, assembly);
    await reverts(offer(TREASURER, 3n), "TreasuryAssetUnlisted");
    const call = coop.treasuryContract.write.spendFor(
      [BUDGET, addressOf(chain, TREASURER), EURO, hashOf("x")],
      by(TREASURER),
    );
    await reverts(call, "ModuleWrongPlace");
  });

  it("is countersigned by an office that the worker does not hold [B1]", async () => {
    const id = await offer();
    await step.accept(SECOND_TREASURER, id);
    await step.done(SECOND_TREASURER, id);
    for (const i of [SECOND_TREASURER, TREASURER, STAFF]) await reverts(step.confirm(i, id), "JobMarketNotYours");
    // Nobody is left waiting all the same.
    await chain.networkHelpers.time.increase(3 * DAY);
    await step.release(id);
  });

  it("is withdrawn by the office, and what comes back is the operating fund's", async () => {
    const before = await fund(Fund.Operating);
    const id = await offer();
    await reverts(step.cancel(STAFF, id), "JobMarketNotYours");
    await step.cancel(SECOND_TREASURER, id);
    expect((await step.ended())?.how).to.equal(JobEnd.Withdrawn);
    expect(await coop.marketContract.read.gathered()).to.deep.equal([ALL, 0n, 0n]);
    await coop.marketContract.write.remit();
    expect(await fund(Fund.Operating)).to.equal(before);
  });

  it("is disputed by the office and decided by an arbiter who does not hold it [J4] [case 91]", async () => {
    const id = await offer();
    await step.accept(STAFF, id);
    await step.done(STAFF, id);
    await reverts(step.dispute(RIDER, id), "JobMarketNotYours");
    await step.dispute(TREASURER, id);
    const until = (await chain.networkHelpers.time.latest()) + 300 * DAY;
    const assembly = await asAssembly(chain, coop);
    await coop.authorityContract.write.appoint([Role.Arbiter, addressOf(chain, SECOND_TREASURER), until], assembly);
    await reverts(step.rule(SECOND_TREASURER, id, 0), "JobMarketArbiterIsParty");
    await step.rule(ARBITER, id, 0);
    expect(await coop.marketContract.read.gathered()).to.deep.equal([ALL, 0n, 0n]);
  });
});

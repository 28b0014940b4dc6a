// Disputes: frozen, decided by an arbiter who is no party, or divided when nobody decides.
import { expect } from "chai";
import { JobEnd } from "../../books/job.ts";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, perTest } from "../helpers/coop.ts";
import { addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  ALL,
  ARBITER,
  DRIVER,
  FARE,
  JobState,
  marketOf,
  OTHER_STRANGER,
  openMarket,
  RIDER,
  STAFF,
  STRANGER,
  type Step,
} from "./setting.ts";

const WINDOW = 3 * DAY;
const RULE_WITHIN = 14 * DAY;

describe("JobMarket: disputes", () => {
  const given = perTest(() => openMarket());
  let chain: Chain;
  let coop: Coop;
  let step: Step;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = marketOf(chain, coop);
  });
  const nextAt = (time: number | bigint) => chain.networkHelpers.time.setNextBlockTimestamp(time);
  const since = async (id: bigint) => (await coop.marketContract.read.stateOf([id]))[1];
  const disputed = async (by = RIDER, change = {}) => {
    const id = await step.finished(RIDER, DRIVER, change);
    await step.dispute(by, id);
    return id;
  };
  const appoint = async (role: bigint, i: number) => {
    const until = (await chain.networkHelpers.time.latest()) + 100 * DAY;
    await coop.authorityContract.write.appoint([role, addressOf(chain, i), until], await asAssembly(chain, coop));
  };

  it("freeze the money of a finished job, for either party and nobody else [J4]", async () => {
    const id = await step.finished();
    for (const i of [STAFF, STRANGER, ARBITER]) await reverts(step.dispute(i, id), "JobMarketNotYours");
    await step.dispute(DRIVER, id);
    expect(await step.state(id)).to.equal(JobState.Disputed);
    await chain.networkHelpers.time.increase(WINDOW);
    await reverts(step.release(id), "JobMarketWrongState", [id, JobState.Disputed]);
    await reverts(step.confirm(RIDER, id), "JobMarketWrongState", [id, JobState.Disputed]);
    await reverts(step.dispute(RIDER, id), "JobMarketWrongState", [id, JobState.Disputed]);
    expect(await coop.marketContract.read.held()).to.equal(ALL);
  });

  it("are possible to the last second of the window, and release from the next [case 90]", async () => {
    const [first, second] = [await step.finished(), await step.finished()];
    const end = (await since(first)) + WINDOW;
    await nextAt(end - 1);
    await step.dispute(RIDER, first);
    await nextAt((await since(second)) + WINDOW);
    await reverts(step.dispute(RIDER, second), "JobMarketTooLate");
    await step.release(second);
    await reverts(step.release(first), "JobMarketWrongState");
  });

  it("are not for what is not done yet", async () => {
    const id = await step.offer(RIDER);
    await step.accept(DRIVER, id);
    await reverts(step.dispute(RIDER, id), "JobMarketWrongState", [id, JobState.Accepted]);
  });

  it("are decided by an arbiter in office, who gives each side its part [J4]", async () => {
    const [driver, rider] = [await step.money(DRIVER), await step.money(RIDER)];
    const id = await disputed();
    for (const i of [STAFF, STRANGER]) await reverts(step.rule(i, id, 5_000), "ModuleUnauthorised");
    await reverts(step.rule(ARBITER, id, 10_001), "JobMarketAwardTooHigh", [10_001]);
    await step.rule(ARBITER, id, 2_500);
    // A quarter of everything; the fee on a quarter of the fare.
    expect(await step.money(DRIVER)).to.equal(driver + ALL / 4n - FARE / 40n);
    expect(await step.money(RIDER)).to.equal(rider - ALL / 4n);
    expect(await coop.marketContract.read.gathered()).to.deep.equal([EURO / 4n, EURO / 4n, 0n]);
    expect(await step.points(RIDER)).to.deep.equal([0n, EURO / 8n]);
    expect((await step.ended())?.how).to.equal(JobEnd.Ruled);
    await reverts(step.rule(ARBITER, id, 0), "JobMarketWrongState", [id, JobState.Ended]);
  });

  it("can give all of it to either side", async () => {
    const rider = await step.money(RIDER);
    await step.rule(ARBITER, await disputed(), 0);
    expect(await step.money(RIDER)).to.equal(rider);
    expect(await coop.patronageContract.read.pointsIn([1])).to.equal(0n);
    const driver = await step.money(DRIVER);
    await step.rule(ARBITER, await disputed(), 10_000);
    expect(await step.money(DRIVER)).to.equal(driver + ALL - FARE / 10n);
  });

  it("are not decided by a party [case 91]", async () => {
    await appoint(Role.Arbiter, STRANGER);
    const id = await step.finished(STRANGER, DRIVER);
    await step.dispute(STRANGER, id);
    await reverts(step.rule(STRANGER, id, 0), "JobMarketArbiterIsParty", [addressOf(chain, STRANGER)]);
    const other = await step.finished(RIDER, STRANGER);
    await step.dispute(RIDER, other);
    await reverts(step.rule(STRANGER, other, 10_000), "JobMarketArbiterIsParty", [addressOf(chain, STRANGER)]);
    await step.rule(ARBITER, id, 5_000);
  });

  it("are not decided by one who was recalled [case 91]", async () => {
    const id = await disputed();
    const assembly = await asAssembly(chain, coop);
    await coop.authorityContract.write.recall([Role.Arbiter, addressOf(chain, ARBITER)], assembly);
    await reverts(step.rule(ARBITER, id, 5_000), "ModuleUnauthorised");
  });

  it("are divided by anyone as the charter says when nobody decided in time [J4] [case 91]", async () => {
    const [driver, rider] = [await step.money(DRIVER), await step.money(RIDER)];
    const id = await disputed();
    const end = BigInt((await since(id)) + RULE_WITHIN);
    await nextAt(end - 1n);
    await reverts(step.divide(id), "JobMarketTooEarly", [id, end]);
    await nextAt(end);
    await reverts(step.rule(ARBITER, id, 10_000), "JobMarketTooLate", [id, end]);
    await step.divide(id);
    expect(await step.money(DRIVER)).to.equal(driver + ALL / 2n - FARE / 20n);
    expect(await step.money(RIDER)).to.equal(rider - ALL / 2n);
    expect((await step.ended())?.how).to.equal(JobEnd.Undecided);
    await reverts(step.divide(id), "JobMarketWrongState");
  });

  it("are decided to the last second of the time [J4]", async () => {
    const id = await disputed();
    await nextAt((await since(id)) + RULE_WITHIN - 1);
    await step.rule(ARBITER, id, 10_000);
  });

  it("keep the times and the division that held on acceptance [J4] [case 98]", async () => {
    const id = await disputed();
    await step.setTerms({ ruleWithin: DAY, defaultAward: 0 });
    await chain.networkHelpers.time.increase(DAY);
    await reverts(step.divide(id), "JobMarketTooEarly");
    await chain.networkHelpers.time.increase(RULE_WITHIN);
    const driver = await step.money(DRIVER);
    await step.divide(id);
    expect(await step.money(DRIVER)).to.equal(driver + ALL / 2n - FARE / 20n);
  });

  it("lose no unit when parts do not divide [case 93]", async () => {
    const odd = { fare: 1_000_003n, passThrough: 7n, tip: 333_331n };
    const before = [await step.money(DRIVER), await step.money(RIDER)] as const;
    const id = await disputed(RIDER, odd);
    await step.rule(ARBITER, id, 3_333);
    const paid = (await step.money(DRIVER)) - before[0];
    const spent = before[1] - (await step.money(RIDER));
    const [operating, commons, reserve] = await coop.marketContract.read.gathered();
    expect(spent).to.equal(paid + operating + commons + reserve);
    // Each part rounded Down for the provider: 333,300.99, 2.33 and 111,099.22; a fee of 33,330.
    expect(paid).to.equal(333_300n - 33_330n + 2n + 111_099n);
    expect(await coop.marketContract.read.held()).to.equal(operating + commons + reserve);
  });

  it("cost nothing but the sender's own effort, so nobody is priced out of them [case 92]", async () => {
    const [driver, rider] = [await step.money(DRIVER), await step.money(RIDER)];
    const id = await disputed();
    expect([await step.money(DRIVER), await step.money(RIDER)]).to.deep.equal([driver, rider - ALL]);
    await step.rule(ARBITER, id, 0);
    expect(await step.money(RIDER)).to.equal(rider);
    await reverts(step.dispute(OTHER_STRANGER, id), "JobMarketWrongState");
  });
});

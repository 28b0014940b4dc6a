// How a job ends, and that it ends once: countersigned, released, given back.
import { expect } from "chai";
import { JobEnd } from "../../books/job.ts";
import { DAY } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { addressOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  ALL,
  DRIVER,
  FARE,
  HOUR,
  JobKind,
  JobState,
  marketOf,
  OTHER_STRANGER,
  openMarket,
  RIDER,
  STAFF,
  STRANGER,
  type Step,
  TIP,
  TOLL,
} from "./setting.ts";

const WINDOW = 3 * DAY;
const GRACE = DAY;

describe("JobMarket: how a job ends", () => {
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

  describe("countersigned", () => {
    it("pays the provider, gathers the fee and gives both sides their points [J2] [J5]", async () => {
      const [driver, rider] = [await step.money(DRIVER), await step.money(RIDER)];
      const id = await step.finished();
      await step.confirm(RIDER, id);
      // 20 of fare: 2 of fee, 1 to the commons, 1 the members'; half a point's worth for each side.
      expect(await step.money(DRIVER)).to.equal(driver + 18n * EURO + TOLL + TIP);
      expect(await step.money(RIDER)).to.equal(rider - ALL);
      expect(await coop.marketContract.read.gathered()).to.deep.equal([EURO, EURO, 0n]);
      expect(await step.points(DRIVER)).to.deep.equal([EURO / 2n, 0n]);
      expect(await step.points(RIDER)).to.deep.equal([0n, EURO / 2n]);
      expect(await coop.patronageContract.read.pointsIn([1])).to.equal(EURO);
      expect(await step.state(id)).to.equal(JobState.Ended);
      expect((await step.ended())?.how).to.equal(JobEnd.Countersigned);
    });

    it("needs no word of the provider before it: the customer knows when it is done", async () => {
      const id = await step.offer(RIDER);
      await step.accept(DRIVER, id);
      await step.confirm(RIDER, id);
      expect(await coop.marketContract.read.held()).to.equal(2n * EURO);
    });

    it("is the customer's alone, and once [case 88]", async () => {
      const id = await step.finished();
      for (const i of [DRIVER, STAFF, STRANGER]) await reverts(step.confirm(i, id), "JobMarketNotYours");
      await step.confirm(RIDER, id);
      const ended = [id, JobState.Ended] as const;
      await reverts(step.confirm(RIDER, id), "JobMarketWrongState", [...ended]);
      await chain.networkHelpers.time.increase(WINDOW);
      await reverts(step.release(id), "JobMarketWrongState", [...ended]);
      await reverts(step.refund(id), "JobMarketWrongState", [...ended]);
      await reverts(step.cancel(RIDER, id), "JobMarketWrongState", [...ended]);
      await reverts(step.dispute(RIDER, id), "JobMarketWrongState", [...ended]);
    });

    it("is possible once somebody has accepted, not before", async () => {
      const id = await step.offer(RIDER);
      await reverts(step.confirm(RIDER, id), "JobMarketWrongState", [id, JobState.Offered]);
    });

    it("divides the points in the charter's fractions [J5]", async () => {
      await step.setTerms({ workShare: 7_500 });
      await step.paid();
      expect(await step.points(DRIVER)).to.deep.equal([(EURO * 3n) / 4n, 0n]);
      expect(await step.points(RIDER)).to.deep.equal([0n, EURO / 4n]);
    });

    it("gives no points where there was no fee [J5]", async () => {
      await step.setTerms({ fee: 0 });
      const before = await step.money(DRIVER);
      await step.paid();
      expect(await step.money(DRIVER)).to.equal(before + ALL);
      expect(await coop.patronageContract.read.pointsIn([1])).to.equal(0n);
      expect(await coop.patronageContract.getEvents.PointsEarned()).to.deep.equal([]);
    });

    it("sends a non-member's side to the reserve [A3]", async () => {
      await step.paid(STRANGER, DRIVER);
      expect(await coop.marketContract.read.gathered()).to.deep.equal([EURO / 2n, EURO, EURO / 2n]);
      expect(await step.points(DRIVER)).to.deep.equal([EURO / 2n, 0n]);
      await step.paid(RIDER, OTHER_STRANGER);
      expect(await coop.marketContract.read.gathered()).to.deep.equal([EURO, 2n * EURO, EURO]);
      expect(await step.points(RIDER)).to.deep.equal([0n, EURO / 2n]);
      await step.paid(STRANGER, OTHER_STRANGER);
      expect(await coop.marketContract.read.gathered()).to.deep.equal([EURO, 3n * EURO, 2n * EURO]);
      expect(await coop.patronageContract.read.pointsIn([1])).to.equal(EURO);
    });

    it("keeps the sides as they were on acceptance, whoever joins or leaves later [J5]", async () => {
      const id = await step.offer(STRANGER);
      await step.accept(DRIVER, id);
      await coop.admit(addressOf(chain, STRANGER), 1, hashOf("joins"));
      await step.confirm(STRANGER, id);
      expect(await coop.patronageContract.read.pointsIn([1])).to.equal(EURO / 2n);
    });
  });

  describe("a distance", () => {
    const counted = async () => (await coop.marketContract.getEvents.JobCountersigned())[0]?.args.distance;

    it("counts as countersigned, below the speed bound [J6]", async () => {
      // Half an hour and some seconds at 150 km/h.
      const id = await step.finished(RIDER, DRIVER, {}, 75_000);
      await step.confirm(RIDER, id, 75_000);
      expect(await counted()).to.equal(75_000);
      const far = await step.finished(RIDER, DRIVER, {}, 80_000);
      await step.confirm(RIDER, far, 80_000);
      expect(await counted()).to.equal(0);
    });

    it("does not count when the customer agrees to another [J6]", async () => {
      const id = await step.finished(RIDER, DRIVER, {}, 10_000);
      await step.confirm(RIDER, id, 9_000);
      expect(await counted()).to.equal(0);
    });

    it("does not count unsigned [J6]", async () => {
      const id = await step.finished(RIDER, DRIVER, {}, 10_000);
      await chain.networkHelpers.time.increase(WINDOW);
      await step.release(id);
      expect(await coop.marketContract.getEvents.JobCountersigned()).to.deep.equal([]);
    });

    it("is measured against the time until it was done, not until it was countersigned [J6]", async () => {
      const id = await step.finished(RIDER, DRIVER, {}, 80_000);
      await chain.networkHelpers.time.increase(HOUR);
      await step.confirm(RIDER, id, 80_000);
      expect(await counted()).to.equal(0);
    });

    it("is a ride's, not a task's [J6]", async () => {
      const id = await step.finished(RIDER, DRIVER, { kind: JobKind.Task }, 10_000);
      await step.confirm(RIDER, id, 10_000);
      expect(await counted()).to.equal(0);
    });

    it("can be agreed to before the provider's word [J6]", async () => {
      const id = await step.offer(RIDER);
      await step.accept(DRIVER, id);
      await chain.networkHelpers.time.increase(HOUR);
      await step.confirm(RIDER, id, 100_000);
      expect(await counted()).to.equal(100_000);
    });
  });

  describe("released", () => {
    it("by anyone from the end of the window on, not a second before [J3] [case 89]", async () => {
      const id = await step.finished();
      const end = (await since(id)) + WINDOW;
      const before = await step.money(DRIVER);
      await nextAt(end - 1);
      await reverts(step.release(id), "JobMarketTooEarly", [id, BigInt(end)]);
      await nextAt(end);
      await step.release(id);
      expect(await step.money(DRIVER)).to.equal(before + 18n * EURO + TOLL + TIP);
      expect((await step.ended())?.how).to.equal(JobEnd.Released);
    });

    it("without a countersignature: the provider's points alone, the money stays with the members [J5]", async () => {
      const id = await step.finished();
      await chain.networkHelpers.time.increase(WINDOW);
      await step.release(id);
      expect(await step.points(DRIVER)).to.deep.equal([EURO / 2n, 0n]);
      expect(await step.points(RIDER)).to.deep.equal([0n, 0n]);
      expect(await coop.marketContract.read.gathered()).to.deep.equal([EURO, EURO, 0n]);
    });

    it("only when it was done: an accepted job is no finished one [case 89]", async () => {
      const id = await step.offer(RIDER);
      await step.accept(DRIVER, id);
      await chain.networkHelpers.time.increase(WINDOW);
      await reverts(step.release(id), "JobMarketWrongState", [id, JobState.Accepted]);
    });

    it("after the window that held when it was accepted [J3] [case 98]", async () => {
      const id = await step.finished();
      await step.setTerms({ window: 14 * DAY });
      await chain.networkHelpers.time.increase(WINDOW);
      await step.release(id);
    });
  });

  describe("done", () => {
    it("is the provider's word, until 24 hours after its time [J3]", async () => {
      const id = await step.offer(RIDER);
      await step.accept(DRIVER, id);
      await reverts(step.done(RIDER, id), "JobMarketNotYours");
      const latest = step.of(id).doBy + GRACE;
      const other = await step.offer(RIDER, { doBy: step.of(id).doBy });
      await step.accept(DRIVER, other);
      await nextAt(latest);
      await step.done(DRIVER, other);
      await reverts(step.done(DRIVER, other), "JobMarketWrongState");
      await nextAt(latest + 1);
      await reverts(step.done(DRIVER, id), "JobMarketTooLate", [id, BigInt(latest)]);
    });
  });

  describe("given back", () => {
    it("to a customer who withdraws before anybody accepted", async () => {
      const before = await step.money(RIDER);
      const id = await step.offer(RIDER);
      await reverts(step.cancel(DRIVER, id), "JobMarketNotYours");
      await step.cancel(RIDER, id);
      expect(await step.money(RIDER)).to.equal(before);
      expect((await step.ended())?.how).to.equal(JobEnd.Withdrawn);
      expect(await coop.marketContract.read.held()).to.equal(0n);
    });

    it("not to a customer who withdraws once the provider has begun [case 97]", async () => {
      const id = await step.offer(RIDER);
      await step.accept(DRIVER, id);
      await reverts(step.cancel(RIDER, id), "JobMarketNotYours", [id, addressOf(chain, RIDER)]);
      await step.done(DRIVER, id);
      await reverts(step.cancel(RIDER, id), "JobMarketWrongState", [id, JobState.Done]);
      await reverts(step.cancel(DRIVER, id), "JobMarketWrongState", [id, JobState.Done]);
    });

    it("when the provider gives it up", async () => {
      const before = await step.money(RIDER);
      const id = await step.offer(RIDER);
      await step.accept(DRIVER, id);
      await step.cancel(DRIVER, id);
      expect(await step.money(RIDER)).to.equal(before);
      expect((await step.ended())?.how).to.equal(JobEnd.GivenUp);
    });

    it("by anyone when nobody accepted in time [J3] [case 89]", async () => {
      const before = await step.money(RIDER);
      const id = await step.offer(RIDER);
      const end = step.of(id).acceptBy;
      await nextAt(end - 1);
      await reverts(step.lapse(id), "JobMarketTooEarly", [id, BigInt(end)]);
      await nextAt(end);
      await step.lapse(id);
      expect(await step.money(RIDER)).to.equal(before);
      expect((await step.ended())?.how).to.equal(JobEnd.Lapsed);
      await reverts(step.lapse(id), "JobMarketWrongState");
    });

    it("by anyone when it was not done by its time and 24 hours [J3] [case 89]", async () => {
      const before = await step.money(RIDER);
      const id = await step.offer(RIDER);
      await reverts(step.refund(id), "JobMarketWrongState", [id, JobState.Offered]);
      await step.accept(DRIVER, id);
      await reverts(step.lapse(id), "JobMarketWrongState", [id, JobState.Accepted]);
      const latest = step.of(id).doBy + GRACE;
      await nextAt(latest);
      await reverts(step.refund(id), "JobMarketTooEarly", [id, BigInt(latest + 1)]);
      await nextAt(latest + 1);
      await step.refund(id);
      expect(await step.money(RIDER)).to.equal(before);
      expect((await step.ended())?.how).to.equal(JobEnd.Overdue);
      expect(await coop.patronageContract.read.pointsIn([1])).to.equal(0n);
    });

    it("not when it was done, however long the customer is silent [case 88]", async () => {
      const id = await step.finished();
      await chain.networkHelpers.time.increase(40 * DAY);
      await reverts(step.refund(id), "JobMarketWrongState", [id, JobState.Done]);
      await step.release(id);
    });
  });

  it("shows how it will be divided before anybody accepts [J1]", async () => {
    const id = await step.offer(RIDER);
    const job = { ...step.of(id), providerId: 1, customerId: 2 };
    const split = await coop.marketContract.read.split([job, await step.terms(), 10_000]);
    expect(split.pay).to.equal(FARE - 2n * EURO + TOLL + TIP);
    expect([split.commons, split.operating, split.reserve]).to.deep.equal([EURO, EURO, 0n]);
    expect([split.work, split.custom]).to.deep.equal([EURO / 2n, EURO / 2n]);
  });
});

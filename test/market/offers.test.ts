// How a job begins: offered, booked, accepted; what it costs, and who may.
import { expect } from "chai";
import { DAY, defaultMarket, NO_PERMIT } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
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

describe("JobMarket: how a job begins", () => {
  const given = perTest(openMarket);
  let chain: Chain;
  let coop: Coop;
  let step: Step;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = marketOf(chain, coop);
  });
  const by = (i: number) => ({ account: account(chain, i) });

  it("takes fare, costs and tip into escrow with one permit", async () => {
    await chain.euro.write.approve([coop.market, 0n], by(RIDER));
    const before = await step.money(RIDER);
    const id = await step.sent(
      coop.marketContract.write.offer([await step.asked(), await step.permit(RIDER, ALL)], by(RIDER)),
    );
    expect(id).to.equal(1n);
    expect(await step.money(RIDER)).to.equal(before - ALL);
    expect(await coop.marketContract.read.held()).to.equal(ALL);
    expect(await step.inMarket()).to.equal(ALL);
    expect(await step.state(id)).to.equal(JobState.Offered);
    expect(await coop.marketContract.read.matches([id, step.of(id)])).to.equal(true);
  });

  it("takes a permit that somebody handed in before [case 35]", async () => {
    await chain.euro.write.approve([coop.market, 0n], by(RIDER));
    const permit = await step.permit(RIDER, ALL);
    const { deadline, v, r, s } = permit;
    await chain.euro.write.permit([addressOf(chain, RIDER), coop.market, ALL, deadline, v, r, s], by(STRANGER));
    await coop.marketContract.write.offer([await step.asked(), permit], by(RIDER));
    expect(await coop.marketContract.read.held()).to.equal(ALL);
  });

  it("asks for a fare and for dates in order within a year", async () => {
    const now = await chain.networkHelpers.time.latest();
    const tries = [
      [{ fare: 0n }, "fare"],
      [{ acceptBy: now }, "acceptBy"],
      [{ acceptBy: now + HOUR, doBy: now + HOUR - 1 }, "doBy"],
      [{ doBy: now + 367 * DAY }, "doBy"],
    ] as const;
    for (const [change] of tries) {
      await reverts(step.offer(RIDER, change), "JobMarketOfferOutOfBounds");
    }
    // More could not be told apart from less in the words that gather fees.
    const most = 2n ** 80n - 1n;
    await reverts(step.offer(RIDER, { fare: most - TOLL - TIP + 1n }), "JobMarketOfferOutOfBounds");
    await reverts(step.offer(RIDER, { fare: most - TOLL - TIP }), "ERC20InsufficientAllowance");
    await step.offer(RIDER, { acceptBy: now + HOUR, doBy: now + HOUR });
  });

  it("freezes the terms on acceptance: a later fee never touches the job [J1] [case 98]", async () => {
    const id = await step.offer(RIDER);
    await step.accept(DRIVER, id);
    const before = await step.money(DRIVER);
    await step.setTerms({ fee: 2_000, commonsShare: 10_000 });
    await step.confirm(RIDER, id);
    expect(await step.money(DRIVER)).to.equal(before + FARE - FARE / 10n + TOLL + TIP);
  });

  it("is accepted under the terms that the provider saw, or not at all [J1] [case 98]", async () => {
    const id = await step.offer(RIDER);
    const seen = await step.terms();
    await step.setTerms({ fee: 2_000 });
    await reverts(coop.marketContract.write.accept([id, step.of(id), seen], by(DRIVER)), "JobMarketTermsChanged", [
      seen + 1,
    ]);
    await step.accept(DRIVER, id);
    expect(step.of(id).terms).to.equal(seen + 1);
  });

  it("has its fee on the fare alone, and tips and costs are the provider's whole [J1]", async () => {
    const before = await step.money(DRIVER);
    await step.paid(RIDER, DRIVER, { fare: 10n * EURO, passThrough: 7n * EURO, tip: 5n * EURO });
    expect(await step.money(DRIVER)).to.equal(before + 9n * EURO + 12n * EURO);
  });

  it("keeps terms within their bounds [J1] [J2] [J3] [J4] [J5] [J6]", async () => {
    const refused = [
      { fee: 2_001 },
      { commonsShare: 2_499 },
      { commonsShare: 10_001 },
      { workShare: 10_001 },
      { window: HOUR - 1 },
      { window: 14 * DAY + 1 },
      { ruleWithin: DAY - 1 },
      { ruleWithin: 30 * DAY + 1 },
      { defaultAward: 10_001 },
      { speed: 0 },
      { speed: 301 },
    ];
    for (const change of refused) {
      await reverts(step.setTerms(change), "JobMarketTermsOutOfBounds");
      await reverts(
        coopWith(() => ({ market: { ...defaultMarket, ...change } })),
        "JobMarketTermsOutOfBounds",
      );
    }
    const widest = {
      fee: 2_000,
      commonsShare: 2_500,
      workShare: 10_000,
      window: 14 * DAY,
      ruleWithin: 30 * DAY,
      speed: 300,
    };
    await step.setTerms({ ...widest, defaultAward: 10_000 });
    await step.setTerms({ commonsShare: 10_000, window: HOUR, ruleWithin: DAY, speed: 1 });
  }).timeout(60_000);

  it("leaves its terms to the Assembly", async () => {
    const terms = await coop.marketContract.read.termsOf([1]);
    await reverts(coop.marketContract.write.setTerms([terms], by(DRIVER)), "ModuleWrongPlace");
  });

  it("is not accepted by its customer, nor by another than the one it is for", async () => {
    const own = await step.offer(RIDER);
    await reverts(step.accept(RIDER, own), "JobMarketOwnJob", [addressOf(chain, RIDER)]);
    await reverts(step.offer(RIDER, { provider: addressOf(chain, RIDER) }), "JobMarketOwnJob");
    const directed = await step.offer(RIDER, { provider: addressOf(chain, STAFF) });
    await reverts(step.accept(DRIVER, directed), "JobMarketNotYours");
    await step.accept(STAFF, directed);
  });

  it("is accepted until its time, and once", async () => {
    const id = await step.offer(RIDER);
    const late = await step.offer(RIDER);
    await step.accept(DRIVER, id);
    await reverts(coop.marketContract.write.accept([id, step.of(id), 1], by(STAFF)), "JobMarketWrongState", [
      id,
      JobState.Accepted,
    ]);
    await chain.networkHelpers.time.increaseTo(step.of(late).acceptBy - 1);
    await chain.networkHelpers.time.setNextBlockTimestamp(step.of(late).acceptBy);
    await reverts(step.accept(DRIVER, late), "JobMarketTooLate");
  });

  it("is the job that was offered: any change to what is brought along is refused [case 95]", async () => {
    const id = await step.offer(RIDER);
    const forged = { ...step.of(id), fare: FARE * 2n };
    await reverts(coop.marketContract.write.accept([id, forged, 1], by(DRIVER)), "JobMarketStale", [id]);
    await reverts(coop.marketContract.write.accept([99n, step.of(id), 1], by(DRIVER)), "JobMarketWrongState", [
      99n,
      JobState.None,
    ]);
  });

  it("stops for a member whose use of services is stopped, and for nobody else [M4]", async () => {
    const until = (await chain.networkHelpers.time.latest()) + 10 * DAY;
    const assembly = await asAssembly(chain, coop);
    await coop.registerContract.write.suspend([1, until, hashOf("why")], assembly);
    const id = await step.offer(RIDER, { acceptBy: until + HOUR, doBy: until + 2 * HOUR });
    await reverts(step.accept(DRIVER, id), "JobMarketSuspended", [addressOf(chain, DRIVER), until]);
    const post = coop.marketContract.write.post([JobKind.Ride, FARE, 0n, HOUR, 1, hashOf("s")], by(DRIVER));
    await reverts(post, "JobMarketSuspended");
    const theirs = await step.offer(DRIVER);
    await reverts(step.accept(STAFF, theirs), "JobMarketSuspended", [addressOf(chain, DRIVER), until]);
    await chain.networkHelpers.time.increaseTo(until);
    await step.accept(DRIVER, id);
  });

  it("lets non-members book and provide, for no points [J7] [J5]", async () => {
    const id = await step.paid(STRANGER, OTHER_STRANGER);
    expect(step.of(id)).to.include({ customerId: 0, providerId: 0 });
    expect(await coop.patronageContract.read.pointsIn([1])).to.equal(0n);
  });

  it("can be for members alone, then for both parties [J7]", async () => {
    await step.setTerms({ membersOnly: true });
    const theirs = await step.offer(STRANGER);
    await reverts(step.accept(DRIVER, theirs), "JobMarketMembersOnly", [addressOf(chain, STRANGER)]);
    const ours = await step.offer(RIDER);
    await reverts(step.accept(STRANGER, ours), "JobMarketMembersOnly", [addressOf(chain, STRANGER)]);
    await step.accept(DRIVER, ours);
    await step.setTerms({ membersOnly: false });
    await step.accept(DRIVER, theirs);
  });

  describe("a service", () => {
    const post = async (i = DRIVER, lasts = 2 * HOUR) =>
      step.sent(
        coop.marketContract.write.post([JobKind.Task, FARE, TOLL, lasts, await step.terms(), hashOf("repairs")], by(i)),
      );
    const service = async (i = DRIVER, terms = 1, lasts = 2 * HOUR) => ({
      provider: addressOf(chain, i),
      kind: JobKind.Task,
      terms,
      fare: FARE,
      passThrough: TOLL,
      lasts,
    });

    it("is booked and paid in one call, and accepted with it", async () => {
      const serviceId = await post();
      await chain.euro.write.approve([coop.market, 0n], by(RIDER));
      const permit = await step.permit(RIDER, ALL);
      const id = await step.sent(
        coop.marketContract.write.book([serviceId, await service(), TIP, hashOf("on Monday"), permit], by(RIDER)),
      );
      expect(await step.state(id)).to.equal(JobState.Accepted);
      expect(step.of(id)).to.include({ providerId: 1, customerId: 2, fare: FARE, tip: TIP });
      const [booked] = await coop.marketContract.getEvents.ServiceBooked();
      expect(booked?.args).to.deep.equal({ serviceId, jobId: id });
      await step.confirm(RIDER, id);
    });

    it("is what was posted, and what the provider saw of the fee [J1] [case 95]", async () => {
      const serviceId = await post();
      const cheaper = { ...(await service()), fare: 1n };
      const book = (what: Awaited<ReturnType<typeof service>>) =>
        coop.marketContract.write.book([serviceId, what, 0n, hashOf("x"), NO_PERMIT], by(RIDER));
      await reverts(book(cheaper), "JobMarketNoSuchService", [serviceId]);
      await step.setTerms({ fee: 2_000 });
      await reverts(book(await service()), "JobMarketTermsChanged", [2]);
    });

    it("ends with its provider's word alone", async () => {
      const serviceId = await post();
      const withdraw = async (i: number) =>
        coop.marketContract.write.withdrawService([serviceId, await service()], by(i));
      await reverts(withdraw(RIDER), "JobMarketNotYours");
      await withdraw(DRIVER);
      await reverts(withdraw(DRIVER), "JobMarketNoSuchService");
    });

    it("is not booked by its provider, and has a price and an end", async () => {
      const serviceId = await post();
      const own = coop.marketContract.write.book([serviceId, await service(), 0n, hashOf("x"), NO_PERMIT], by(DRIVER));
      await reverts(own, "JobMarketOwnJob");
      for (const [fare, lasts] of [
        [0n, HOUR],
        [FARE, 0],
        [FARE, 367 * DAY],
      ] as const) {
        const bad = coop.marketContract.write.post([JobKind.Task, fare, 0n, lasts, 1, hashOf("x")], by(DRIVER));
        await reverts(bad, "JobMarketOfferOutOfBounds");
      }
      const seen = coop.marketContract.write.post([JobKind.Task, FARE, 0n, HOUR, 9, hashOf("x")], by(DRIVER));
      await reverts(seen, "JobMarketTermsChanged", [1]);
    });
  });

  it("does not begin while a guardian has stopped new money, nor once the co-op winds up [G1] [A2]", async () => {
    const assembly = await asAssembly(chain, coop);
    const id = await step.offer(RIDER, {
      acceptBy: (await chain.networkHelpers.time.latest()) + 30 * DAY,
      doBy: (await chain.networkHelpers.time.latest()) + 31 * DAY,
    });
    const running = await step.finished();
    const posting = coop.marketContract.write.post([JobKind.Task, FARE, 0n, HOUR, 1, hashOf("s")], by(DRIVER));
    const serviceId = await step.sent(posting);
    const until = (await chain.networkHelpers.time.latest()) + DAY;
    await coop.treasuryContract.write.halt([until], assembly);
    expect(await coop.marketContract.read.closedUntil()).to.equal(until);
    await reverts(step.offer(RIDER), "JobMarketClosed", [until]);
    const service = {
      provider: addressOf(chain, DRIVER),
      kind: JobKind.Task,
      terms: 1,
      fare: FARE,
      passThrough: 0n,
      lasts: HOUR,
    };
    const post = coop.marketContract.write.post([JobKind.Task, FARE, 0n, HOUR, 1, hashOf("s")], by(DRIVER));
    await reverts(post, "JobMarketClosed", [until]);
    const book = coop.marketContract.write.book([serviceId, service, 0n, hashOf("x"), NO_PERMIT], by(RIDER));
    await reverts(book, "JobMarketClosed", [until]);
    await reverts(step.accept(DRIVER, id), "JobMarketClosed", [until]);
    // Every exit stays open.
    await step.confirm(RIDER, running);
    await chain.networkHelpers.time.increaseTo(until);
    await step.accept(DRIVER, id);
    await coop.directoryContract.write.windUp(assembly);
    await reverts(step.offer(RIDER), "JobMarketClosed");
    await step.confirm(RIDER, id);
    await chain.networkHelpers.time.increase(30 * DAY);
    await coop.treasuryContract.write.halt([(await chain.networkHelpers.time.latest()) + DAY], assembly);
    await chain.networkHelpers.time.increase(2 * DAY);
    await reverts(step.offer(RIDER), "JobMarketClosed");
  });

  it("refuses a stop or an end from anybody else", async () => {
    await reverts(coop.marketContract.write.halt([1], by(DRIVER)), "ModuleWrongPlace");
    await reverts(coop.marketContract.write.windUp(by(DRIVER)), "ModuleWrongPlace");
  });
});

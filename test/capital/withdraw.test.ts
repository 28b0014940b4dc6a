// Withdrawals: a strict queue, served at par by anyone, in which nobody can block anybody.
import { expect } from "chai";
import { Place } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  closed,
  Fund,
  idOf,
  NOTICE,
  PAR,
  type Refusal,
  recovering,
  refusedIn,
  shareCoop,
  steps,
  withFund,
} from "./setting.ts";

const START = 100_000n * EURO;
const DAY = 86_400;

describe("MemberShares: withdrawing", () => {
  const given = perTest(async () => {
    const setting = await shareCoop();
    const step = steps(setting.chain, setting.coop);
    for (const i of [1, 2, 3]) await step.subscribe(i, 10n);
    return setting;
  });
  let chain: Chain;
  let coop: Coop;
  let step: ReturnType<typeof steps>;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = steps(chain, coop);
  });
  const refused = (...what: Refusal) => refusedIn(chain, coop, ...what);

  it("pays par after the notice, not a second before [S2]", async () => {
    await step.withdraw(1, 4n);
    const payableFrom = (await step.now()) + NOTICE;
    const [asked] = await coop.sharesContract.getEvents.WithdrawalAsked();
    expect(asked?.args).to.deep.equal({ entryId: 0n, memberId: 2, units: 4n, payableFrom: BigInt(payableFrom) });
    await chain.networkHelpers.time.increaseTo(payableFrom - 2);
    await refused(() => step.advance(), "MemberSharesQueueWaits");
    await chain.networkHelpers.time.setNextBlockTimestamp(payableFrom);
    await step.advance();
    expect(await step.money(1)).to.equal(START - 6n * PAR);
    expect((await step.holding(1)).units).to.equal(6n);
    expect(await step.fund(Fund.ShareCapital)).to.equal(26n * PAR);
    expect(await step.fund(Fund.Withdrawals)).to.equal(0n);
    expect(await coop.sharesContract.read.totalSupply()).to.equal(26n);
    await refused(() => step.advance(), "MemberSharesQueueWaits");
  });

  it("leaves nothing or the minimum, and takes no share twice [S1]", async () => {
    await refused(() => step.withdraw(1, 9n), "MemberSharesHoldingOutOfBounds", [1n, 2n, 100n]);
    await refused(() => step.withdraw(1, 11n), "MemberSharesTooFew", [10n, 11n]);
    await refused(() => step.withdraw(1, 0n), "MemberSharesNoUnits");
    await refused(() => step.withdraw(9, 1n), "MemberSharesNotMember");
    await step.withdraw(1, 8n);
    await refused(() => step.withdraw(1, 1n), "MemberSharesHoldingOutOfBounds", [1n, 2n, 100n]);
    await refused(() => step.withdraw(1, 3n), "MemberSharesTooFew", [2n, 3n]);
    await step.withdraw(1, 2n);
    expect((await step.holding(1)).queued).to.equal(10n);
  });

  it("does not let go the last shares beside a promise", async () => {
    await step.subscribe(4, 2n, 3n);
    await refused(() => step.withdraw(4, 2n), "MemberSharesPromised", [3n, 2n]);
    await step.dropPromise(4);
    await step.withdraw(4, 2n);
    // Buying again begins at the minimum: what waits in the queue does not count.
    await refused(() => step.subscribe(4, 1n), "MemberSharesHoldingOutOfBounds", [1n, 2n, 100n]);
    await step.subscribe(4, 2n);
  });

  it("serves strictly in the order of asking, as many as it is told [S2]", async () => {
    await step.withdraw(1, 2n);
    await step.setTerms({ notice: 0 });
    await step.withdraw(2, 3n);
    // The second one's notice is over, and it waits for the first.
    await refused(() => step.advance(), "MemberSharesQueueWaits");
    const [ahead, earliest] = await coop.sharesContract.read.placeOf([1n]);
    expect([ahead, earliest]).to.deep.equal([2n, BigInt(await step.now())]);
    await step.withdraw(3, 4n);
    await step.pass(NOTICE);
    await step.advance(1n);
    expect(await coop.sharesContract.read.queue()).to.deep.equal([1n, 3n]);
    expect((await coop.sharesContract.read.placeOf([2n]))[0]).to.equal(3n);
    expect(await step.money(2)).to.equal(START - 10n * PAR);
    await step.advance(5n);
    expect(await coop.sharesContract.read.queue()).to.deep.equal([3n, 3n]);
    expect(await step.money(3)).to.equal(START - 6n * PAR);
    await reverts(coop.sharesContract.read.placeOf([2n]), "MemberSharesNoSuchWithdrawal");
  });

  it("lets a member take an own entry back, whose place is lost [S2]", async () => {
    await step.withdraw(1, 2n);
    await step.withdraw(2, 3n);
    await refused(() => step.cancel(2, 0n), "MemberSharesNoSuchWithdrawal", [0n]);
    await refused(() => step.cancel(9, 0n), "MemberSharesNotMember");
    await step.cancel(1, 0n);
    await refused(() => step.cancel(1, 0n), "MemberSharesNoSuchWithdrawal", [0n]);
    await refused(() => step.cancel(1, 7n), "MemberSharesNoSuchWithdrawal", [7n]);
    expect((await step.holding(1)).queued).to.equal(0n);
    await step.pass(NOTICE);
    await step.advance();
    expect((await step.holding(1)).units).to.equal(10n);
    expect((await step.holding(2)).units).to.equal(7n);
    await refused(() => step.cancel(2, 1n), "MemberSharesNoSuchWithdrawal", [1n]);
  });

  it("does not take back a part that would leave less than the minimum [S1]", async () => {
    for (const units of [8n, 1n, 1n].slice(0, 1)) await step.withdraw(1, units);
    await step.withdraw(1, 2n);
    await step.pass(NOTICE);
    await step.advance(1n);
    await step.setTerms({});
    await step.cancel(1, 1n);
    await step.withdraw(2, 10n);
    expect((await step.holding(1)).units).to.equal(2n);
  });

  it("pays in whole shares as far as the fund goes, the rest from the same place later [S2]", async () => {
    await step.withdraw(1, 10n);
    await step.withdraw(2, 10n);
    await step.pass(NOTICE);
    // No call makes the fund too small: shares at par are all that it holds.
    const restore = await withFund(chain, coop, 4n * PAR + 7n);
    await step.advance();
    await restore();
    expect((await step.holding(1)).units).to.equal(6n);
    expect((await coop.sharesContract.read.entry([0n])).units).to.equal(6n);
    expect((await coop.sharesContract.read.placeOf([1n]))[0]).to.equal(6n);
    expect(await coop.sharesContract.read.queue()).to.deep.equal([0n, 2n]);
    const none = await withFund(chain, coop, PAR - 1n);
    await refused(() => step.advance(), "MemberSharesQueueWaits");
    await none();
    await step.advance();
    expect(await step.money(1)).to.equal(START);
    expect(await step.money(2)).to.equal(START);
  });

  it("pays nothing to an account that is being replaced, keeps it due, and lets nobody ask [M6]", async () => {
    await step.withdraw(1, 4n);
    await step.withdraw(2, 4n);
    await step.pass(NOTICE);
    const restore = await recovering(chain, coop, [1, 2, 3]);
    await refused(() => step.withdraw(3, 4n), "MemberSharesRecovering", [idOf(3)]);
    await step.advance();
    expect(await step.due(1)).to.deep.equal([4n * PAR, 0n]);
    expect(await step.fund(Fund.Withdrawals)).to.equal(8n * PAR);
    await refused(() => step.collect(1), "MemberSharesRecovering", [idOf(1)]);
    await restore();
    await step.collect(1);
    expect(await step.money(1)).to.equal(START - 6n * PAR);
    expect(await step.fund(Fund.Withdrawals)).to.equal(4n * PAR);
    await refused(() => step.collect(1), "MemberSharesNothingDue", [idOf(1)]);
    await refused(() => step.collect(4), "MemberSharesNothingDue", [idOf(4)]);
  });

  it("asks for enough gas to try a payment fairly", async () => {
    await step.withdraw(1, 4n);
    await step.pass(NOTICE);
    const call = { account: account(chain, 9), gas: 330_000n };
    await refused(() => coop.sharesContract.write.advance([1n], call), "MemberSharesGasTooLow");
    await step.advance();
    expect(await step.money(1)).to.equal(START - 6n * PAR);
  });

  describe("on leaving", () => {
    it("queues all that was not queued, drops the promise, and pays par after notice [S2]", async () => {
      await step.subscribe(1, 1n, 5n);
      await step.withdraw(1, 3n);
      await step.resign(1);
      const holding = await step.holding(1);
      expect([holding.units, holding.promised, holding.queued]).to.deep.equal([11n, 0n, 11n]);
      expect((await coop.sharesContract.getEvents.PromiseDropped())[0]?.args.units).to.equal(5n);
      expect((await coop.sharesContract.read.entry([1n])).units).to.equal(8n);
      await refused(() => step.cancel(1, 0n), "MemberSharesNotMember");
      await step.pass(NOTICE);
      await step.advance();
      expect(await step.money(1)).to.equal(START);
    });

    it("is for the register alone", async () => {
      for (const by of [{ account: account(chain, 1) }, await asAssembly(chain, coop)]) {
        await refused(() => coop.sharesContract.write.release([idOf(1)], by), "ModuleWrongPlace");
      }
      expect(Place.Register).to.equal(3);
    });

    it("costs nothing who has no shares", async () => {
      await step.resign(4);
      expect(await coop.sharesContract.read.queue()).to.deep.equal([0n, 0n]);
    });
  });

  describe("while suspended", () => {
    it("serves nobody, those who waited before too, and keeps their places [S3]", async () => {
      await step.withdraw(1, 4n);
      await step.pass(NOTICE);
      const until = (await step.now()) + 100 * DAY;
      await step.suspend(until);
      await refused(() => step.advance(), "MemberSharesSuspended", [BigInt(until)]);
      await step.withdraw(2, 4n);
      expect(await coop.sharesContract.read.placeOf([0n])).to.deep.equal([0n, BigInt(until)]);
      await chain.networkHelpers.time.setNextBlockTimestamp(until);
      await step.advance(5n);
      expect(await step.money(1)).to.equal(START - 6n * PAR);
    });

    it("ends within the limit and begins again only after as long a time open [S3]", async () => {
      const limit = 180 * DAY;
      const { time } = chain.networkHelpers;
      const suspendAt = async (now: number, until: number) => {
        await time.setNextBlockTimestamp(now);
        return step.suspend(until);
      };
      let now = (await step.now()) + 1_000;
      await asAssembly(chain, coop);
      await time.increaseTo(now - 1);
      await refused(() => suspendAt(now, now), "MemberSharesSuspensionOutOfBounds");
      now += 10;
      await refused(() => suspendAt(now, now + limit + 1), "MemberSharesSuspensionOutOfBounds");
      now += 10;
      await suspendAt(now, now + limit);
      const openUntil = now + 2 * limit;
      expect(await coop.sharesContract.read.suspension()).to.deep.equal([BigInt(now), BigInt(now + limit)]);
      await refused(() => suspendAt(now + 5, now + 10), "MemberSharesSuspendedLately", [BigInt(openUntil)]);
      await time.increaseTo(openUntil - 10);
      await refused(() => suspendAt(openUntil - 1, openUntil + 10), "MemberSharesSuspendedLately");
      await suspendAt(openUntil, openUntil + 1);
    });

    it("is not for a member", async () => {
      const call = coop.sharesContract.write.suspendWithdrawals([2 ** 31, `0x${"1".repeat(64)}`], {
        account: account(chain, 1),
      });
      await reverts(call, "ModuleUnauthorised");
    });

    it("does not stop what is due", async () => {
      await step.withdraw(1, 4n);
      await step.pass(NOTICE);
      const restore = await recovering(chain, coop, [1]);
      await step.advance();
      await restore();
      await step.suspend((await step.now()) + 100);
      await step.collect(1);
      expect(await step.money(1)).to.equal(START - 6n * PAR);
    });
  });

  describe("once the co-op is closed", () => {
    it("pays whole holdings at par at once, whatever queue and suspension say [A2]", async () => {
      await refused(() => coop.sharesContract.write.redeem([idOf(1)]), "MemberSharesNotClosed");
      await step.withdraw(2, 4n);
      await step.suspend((await step.now()) + 1_000);
      await closed(chain, coop);
      for (const i of [1, 2, 3]) await coop.sharesContract.write.redeem([idOf(i)]);
      for (const i of [1, 2, 3]) expect(await step.money(i), addressOf(chain, i)).to.equal(START);
      expect(await coop.sharesContract.read.totalSupply()).to.equal(0n);
      expect(await step.fund(Fund.ShareCapital)).to.equal(0n);
      await refused(() => coop.sharesContract.write.redeem([idOf(1)]), "MemberSharesNothingDue");
      await step.pass(NOTICE);
      await step.advance();
      expect(await step.money(2)).to.equal(START);
    });
  });
});

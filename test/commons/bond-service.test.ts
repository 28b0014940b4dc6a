// What a series is owed and what it receives: coupons, the sinking fund, redemption, default (K3, K5).
import { expect } from "chai";
import { DAY } from "../../scripts/deploy/charter.ts";
import { at, type Chain, type Coop, EURO, perTest } from "../helpers/coop.ts";
import { asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  Fund,
  idOf,
  Machine,
  machineCoop,
  PRICE,
  RENT,
  State,
  type Steps,
  seriesTerms,
  steps,
} from "./machines-setting.ts";

/** 12,000 at 4 %, a quarter; and an eighth of the principal. */
const COUPON = 120n * EURO;
const INSTALMENT = PRICE / 8n;

describe("Bonds: service", () => {
  const given = perTest(async () => {
    const { chain, coop } = await machineCoop();
    const n = await steps(chain, coop).letMachine();
    return { chain, coop, n };
  });
  let chain: Chain;
  let coop: Coop;
  let step: Steps;
  let n: number;
  beforeEach(() => {
    ({ chain, coop, n } = given());
    step = steps(chain, coop);
  });
  const owed = () => coop.bondsContract.read.owedOf([BigInt(n)]);
  /** A rent of which `euros` are left after upkeep. */
  const net = (euros: bigint) => (euros * EURO * 10n) / 9n;

  it("pays upkeep, then the coupon, then the principal, and the rest is income [K3]", async () => {
    await step.rent(n, net(100n));
    expect(await step.fund(Fund.Upkeep)).to.equal(net(100n) / 10n);
    let series = await step.series(n);
    const first = net(100n) - net(100n) / 10n;
    expect([series.funded, series.sunk]).to.deep.equal([first, 0n]);
    await step.rent(n, net(1_000n));
    series = await step.series(n);
    expect(series.funded).to.equal(COUPON);
    expect(series.sunk).to.equal(first + net(1_000n) - net(1_000n) / 10n - COUPON);
    await step.rent(n, net(1_000n));
    series = await step.series(n);
    expect([series.funded, series.sunk]).to.deep.equal([COUPON, INSTALMENT]);
    const all = net(100n) + 2n * net(1_000n);
    const upkeep = net(100n) / 10n + 2n * (net(1_000n) / 10n);
    expect(await step.fund(Fund.Income)).to.equal(all - upkeep - COUPON - INSTALMENT);
    expect(await step.fund(Fund.service(n))).to.equal(COUPON + INSTALMENT);
    const [posted] = await coop.incomeContract.read.totals();
    expect(posted).to.equal(await step.fund(Fund.Income));
  });

  it("says in one event what each step got [K3]", async () => {
    await step.rent(n, 2_000n * EURO);
    const [paid] = await coop.machinesContract.getEvents.RentPaid();
    const income = 2_000n * EURO - 200n * EURO - COUPON - INSTALMENT;
    expect(paid?.args).to.include({
      upkeep: 200n * EURO,
      coupon: COUPON,
      principal: INSTALMENT,
      income,
      lessee: idOf(5),
    });
  });

  it("owes coupons by the calendar, and pays the oldest first [K3] [case 52]", async () => {
    expect(await owed()).to.deep.equal([0n, 0n, COUPON, INSTALMENT]);
    await step.toDate(n, 2);
    expect(await owed()).to.deep.equal([2n * COUPON, 2n * INSTALMENT, COUPON, INSTALMENT]);
    await step.rent(n, net(300n));
    const [couponLate, principalLate] = await owed();
    expect([couponLate, principalLate]).to.deep.equal([0n, 2n * INSTALMENT]);
    // What lies beyond the two that were late is of the running period.
    expect((await owed())[2]).to.equal(3n * COUPON - (await step.series(n)).funded);
  });

  it("advances what units receive by money alone [K5] [case 53]", async () => {
    await step.toDate(n, 4);
    expect(await step.claimable(n, 0)).to.deep.equal([0n, 0n]);
    await reverts(step.claim(n, 0), "BondOfficeNothingDue");
    await step.rent(n, net(100n));
    const funded = (await step.series(n)).funded;
    expect(await step.claimable(n, 0)).to.deep.equal([(funded * 9n) / 12n, 0n]);
    const got = (await step.gain(0, () => step.claim(n, 0))) + (await step.gain(1, () => step.claim(n, 1)));
    expect(got <= funded && funded - got <= 1n).to.equal(true);
    expect(await step.fund(Fund.service(n))).to.equal(funded - got);
  });

  it("keeps the fraction of a unit for its holder [case 62]", async () => {
    // 12,000,000,000 units: 7 units of money are 5.25 and 1.75.
    let paid = 0n;
    for (let i = 0; i < 4; ++i) {
      await step.rent(n, 7n);
      paid += await step.gain(0, () => step.claim(n, 0));
    }
    expect(paid).to.equal(21n);
  });

  it("ends at par once all of it is there, and then all rent is income [K3] [K5]", async () => {
    await step.pass(800 * DAY);
    await step.rent(n, RENT * 30n);
    await reverts(step.redeem(n), "BondOfficeNotRedeemable");
    await step.rent(n, RENT * 10n);
    const series = await step.series(n);
    expect([series.funded, series.sunk]).to.deep.equal([8n * COUPON, PRICE]);
    await step.redeem(n);
    const before = await step.fund(Fund.Income);
    await step.rent(n, RENT);
    expect((await step.fund(Fund.Income)) - before).to.equal((RENT * 9n) / 10n);

    expect(await step.claimable(n, 0)).to.deep.equal([(8n * COUPON * 3n) / 4n, 9_000n * EURO]);
    expect(await step.gain(0, () => step.claim(n, 0))).to.equal(9_000n * EURO + (8n * COUPON * 3n) / 4n);
    expect(await step.gain(1, () => step.claim(n, 1))).to.equal(3_000n * EURO + (8n * COUPON) / 4n);
    expect([await step.fund(Fund.service(n)), await step.units(n, 0)]).to.deep.equal([0n, 0n]);
    await reverts(step.claim(n, 0), "BondOfficeNothingDue");
    await reverts(step.redeem(n), "BondOfficeWrongState", [BigInt(n), State.Redeemed]);
  });

  it("is not redeemed before its date, however much is there [K5]", async () => {
    await step.give(20_000n);
    await coop.bondsContract.write.topUp([BigInt(n), 4_000n * EURO], await asAssembly(chain, coop));
    await step.rent(n, net(120n));
    await reverts(step.redeem(n), "BondOfficeNotRedeemable");
  });

  describe("early redemption", () => {
    const announce = async (index: number) =>
      coop.bondsContract.write.announceRedemption([BigInt(n), BigInt(index)], await asAssembly(chain, coop));
    /** Commons money for the whole principal, in portions below a third (V7). */
    const topUp = async () => {
      await step.give(100_000n);
      const missing = PRICE - (await step.series(n)).sunk;
      await coop.bondsContract.write.topUp([BigInt(n), missing], await asAssembly(chain, coop));
    };

    it("is at a coupon date, after thirty days' notice, by resolution [K5] [case 54]", async () => {
      const dates = await step.dates(n);
      await chain.networkHelpers.time.increaseTo(at(dates, 1) - 30 * DAY + 60);
      await reverts(announce(1), "BondOfficeDateOutOfBounds");
      for (const index of [0, 8, 9]) await reverts(announce(index), "BondOfficeDateOutOfBounds");
      await reverts(coop.bondsContract.write.announceRedemption([BigInt(n), 2n], step.by(0)), "ModuleWrongPlace");
      await announce(2);
      expect((await step.series(n)).lastDate).to.equal(2);
      await topUp();
      await step.rent(n, net(120n));
      await step.toDate(n, 1);
      await step.rent(n, net(120n));
      await reverts(step.redeem(n), "BondOfficeNotRedeemable");
      await step.toDate(n, 2);
      // Rounding of the rents left a few units.
      await step.rent(n, 100n);
      await step.redeem(n);
      expect(await step.gain(0, () => step.claim(n, 0))).to.equal(9_000n * EURO + (2n * COUPON * 3n) / 4n);
    });

    it("fills the sinking fund by the new date, and takes no coupon beyond it [K5]", async () => {
      await announce(2);
      expect((await owed())[3]).to.equal(PRICE / 2n);
      await step.toDate(n, 2);
      expect(await owed()).to.deep.equal([2n * COUPON, PRICE, 0n, 0n]);
    });

    it("lapses when the principal is not there within a week [K5]", async () => {
      await announce(2);
      await step.toDate(n, 2, 7 * DAY);
      expect((await owed())[1]).to.equal(PRICE);
      await step.toDate(n, 2, 7 * DAY + 60);
      expect(await owed()).to.deep.equal([2n * COUPON, 2n * INSTALMENT, COUPON, INSTALMENT]);
      await step.rent(n, 1n);
      expect((await step.series(n)).lastDate).to.equal(8);
      expect(await coop.bondsContract.getEvents.RedemptionLapsed()).to.have.length(1);
    });
  });

  it("takes commons money as principal, by resolution and within the limit of payments [V7] [case 61]", async () => {
    const topUp = async (euros: bigint) =>
      coop.bondsContract.write.topUp([BigInt(n), euros * EURO], await asAssembly(chain, coop));
    await step.give(6_000n);
    await reverts(topUp(12_001n), "BondOfficeTooMuch");
    await reverts(topUp(5_999n), "TreasuryNeedsExtraordinary");
    await topUp(500n);
    expect((await step.series(n)).sunk).to.equal(500n * EURO);
    expect(await step.fund(Fund.service(n))).to.equal(500n * EURO);
    await reverts(coop.bondsContract.write.topUp([BigInt(n), EURO], step.by(0)), "ModuleWrongPlace");
  });

  it("pays holders from the machine alone, in proportion and exactly once [K5] [case 56]", async () => {
    await step.give(50_000n);
    await step.toDate(n, 1);
    await step.endLease(n);
    await step.offer(n);
    await step.toAuctionEnd(n);
    await step.settle(n);
    await step.toAuctionEnd(n);
    await step.settle(n);
    const floor = (await coop.machinesContract.read.auctionOf([BigInt(n)])).floor;
    await step.auctionBid(n, 9, floor);
    await step.toAuctionEnd(n);
    await step.settle(n);

    const series = await step.series(n);
    expect([series.state, await step.state(n)]).to.deep.equal([State.Defaulted, Machine.Gone]);
    // All that it brought is the holders', first the coupon until then.
    expect(series.funded + series.sunk).to.equal(floor);
    expect(series.funded > COUPON && series.funded < 2n * COUPON).to.equal(true);
    expect(await step.fund(Fund.Commons)).to.equal(50_000n * EURO);
    const got = [await step.gain(0, () => step.claim(n, 0)), await step.gain(1, () => step.claim(n, 1))];
    expect(at(got, 0) + at(got, 1) >= floor - 2n && at(got, 0) + at(got, 1) <= floor).to.equal(true);
    expect(at(got, 0) / at(got, 1)).to.equal(3n - (at(got, 0) < 3n * at(got, 1) ? 1n : 0n));
    await reverts(step.claim(n, 0), "BondOfficeNothingDue");
    // A debt paid later is everybody's: the series has ended.
    await step.rent(n, RENT);
    expect(await step.claimable(n, 0)).to.deep.equal([0n, 0n]);
  });

  it("gives back at par what did not buy a machine in time [K1] [case 58]", async () => {
    const m = await step.order();
    await step.bid(m, 2, 12_000n, 300);
    await step.issue(m);
    const cancel = () => coop.machinesContract.write.cancel([BigInt(m)], step.by(9));
    await reverts(cancel(), "MachineTooEarly");
    const [buyBy] = await coop.machinesContract.read.datesOf([BigInt(m)]);
    await chain.networkHelpers.time.increaseTo(buyBy);
    await cancel();
    await reverts(step.buy(m), "MachineWrongState", [BigInt(m), Machine.Cancelled]);
    expect(await step.gain(2, () => step.claim(m, 2))).to.equal(12_000n * EURO);
    expect([await step.fund(Fund.purchase(m)), await step.fund(Fund.service(m))]).to.deep.equal([0n, 0n]);
  });

  it("serves no other caller [K3]", async () => {
    const id = BigInt(n);
    for (const call of [
      () => coop.bondsContract.write.fund([id, 1n], step.by(0)),
      () => coop.bondsContract.write.liquidate([id, 1n], step.by(0)),
      () => coop.bondsContract.write.unwind([id], step.by(0)),
    ]) {
      await reverts(call(), "ModuleWrongPlace");
    }
  });

  it("pays at rate zero, and at the highest, to the unit [case 54]", async () => {
    for (const rate of [0, 1_500]) {
      const m = await step.order(
        {},
        await seriesTerms(chain, { lowestRate: rate, highestRate: rate }, { dayCount: 0 }),
      );
      await step.bid(m, 2, 12_000n, rate);
      await step.issue(m);
      await step.buy(m);
      await step.toDate(m, 8);
      const [couponLate, principalLate] = await coop.bondsContract.read.owedOf([BigInt(m)]);
      const [, dayCounts] = await coop.bondsContract.read.scheduleOf([BigInt(m), 8n, 1n]);
      expect(couponLate).to.equal((PRICE * BigInt(rate) * BigInt(at(dayCounts, 0))) / (10_000n * 365n));
      expect(principalLate).to.equal(PRICE);
    }
  });

  it("owes the largest principal at the highest rate without overflow [case 59]", async () => {
    const largest = (2n ** 96n - 1n) / 2n;
    const m = await step.order({ price: largest }, await seriesTerms(chain, { lowestRate: 1_500, highestRate: 1_500 }));
    await chain.euro.write.mint([step.by(2).account.address, largest]);
    await chain.euro.write.approve([coop.treasury, largest], step.by(2));
    await step.bidUnits(m, 2, largest, 1_500);
    await step.issue(m);
    await step.buy(m);
    await step.toDate(m, 8);
    const [couponLate] = await coop.bondsContract.read.owedOf([BigInt(m)]);
    expect(couponLate).to.equal((largest * 1_500n * 720n) / (10_000n * 360n));
  });
});

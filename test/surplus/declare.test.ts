// Periods, and a surplus divided by the rules.
import { expect } from "chai";
import { DAY, defaultSurplus, Kind, Topic } from "../../scripts/deploy/charter.ts";
import { Fund } from "../commons/setting.ts";
import { resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, EURO, perTest } from "../helpers/coop.ts";
import { account, asAssembly, carryOut, declaration } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { DRIVER, OTHER_STRANGER, RIDER, STRANGER } from "../market/setting.ts";
import { GIFT, PERIOD, type SurplusStep, surplusOf, withSurplus } from "./setting.ts";

describe("Surplus: periods and declarations", () => {
  const given = perTest(withSurplus);
  let chain: Chain;
  let coop: Coop;
  let step: SurplusStep;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = surplusOf(chain, coop);
  });
  const latest = () => chain.networkHelpers.time.latest();

  describe("a period", () => {
    it("is closed by anyone once its time has passed, and fees are handed over with it [A7]", async () => {
      await step.rides(3);
      const end = await coop.surplusContract.read.closesAt();
      const by = { account: account(chain, OTHER_STRANGER) };
      await chain.networkHelpers.time.setNextBlockTimestamp(end - 1n);
      await reverts(coop.surplusContract.write.close(by), "SurplusPeriodRuns", [end]);
      await chain.networkHelpers.time.setNextBlockTimestamp(end);
      await coop.surplusContract.write.close(by);
      expect(await coop.marketContract.read.gathered()).to.deep.equal([0n, 0n, 0n]);
      expect(await step.fund(Fund.Operating)).to.equal(GIFT + 3n * EURO);
      expect(await step.record(1)).to.include({ closedAt: Number(end), points: 3n * EURO, declaredAt: 0 });
      expect(await coop.patronageContract.read.currentPeriod()).to.equal(2);
      expect(await coop.surplusContract.read.closesAt()).to.equal(end + BigInt(PERIOD));
    });

    it("is closed without any job too [A7]", async () => {
      await step.close();
      expect((await step.record(1)).points).to.equal(0n);
    });

    it("has the points of what ended in it, not of what began in it [J5]", async () => {
      const id = await step.market.finished();
      await chain.networkHelpers.time.increase(4 * DAY);
      const other = await step.market.offer(RIDER, { doBy: (await latest()) + 200 * DAY });
      await step.market.accept(DRIVER, other);
      await step.market.release(id);
      await step.close();
      await step.market.confirm(RIDER, other);
      expect(await coop.patronageContract.read.pointsIn([1])).to.equal(EURO / 2n);
      expect(await coop.patronageContract.read.pointsIn([2])).to.equal(EURO);
    });

    it("lasts a month to a year [A7]", async () => {
      for (const period of [28 * DAY - 1, 366 * DAY + 1]) {
        await reverts(step.setTerms({ period }), "SurplusTermOutOfBounds");
        await reverts(
          coopWith(() => ({ surplus: { ...defaultSurplus, period } })),
          "SurplusTermOutOfBounds",
        );
      }
      for (const period of [28 * DAY, 366 * DAY]) await step.setTerms({ period });
    });

    it("is turned by the Surplus alone, points are given by the market alone", async () => {
      const by = { account: account(chain, DRIVER) };
      await reverts(coop.patronageContract.write.turn(by), "ModuleWrongPlace");
      await reverts(coop.patronageContract.write.fill([1, 0n, 0], by), "ModuleWrongPlace");
      await reverts(coop.patronageContract.write.follow(by), "ModuleWrongPlace");
      await reverts(coop.patronageContract.write.record([1, 5n, 2, 5n], by), "PatronageNotMarket");
    });
  });

  describe("a surplus", () => {
    beforeEach(async () => {
      await step.rides(100);
      await step.close();
    });

    it("goes to the reserve, the community, and the points, in this order [A1] [A6] [A4]", async () => {
      await step.declare(1, 100n * EURO);
      const record = await step.record(1);
      expect(record.reserve).to.equal(20n * EURO);
      expect(record.community).to.equal(5n * EURO);
      expect(record.dividends).to.equal(75n * EURO);
      expect(await coop.reserveContract.read.booked()).to.equal(20n * EURO);
      expect(await step.fund(Fund.Community)).to.equal(5n * EURO);
      expect(await step.fund(Fund.Operating)).to.equal(GIFT);
      expect(await step.inPatronage()).to.equal(75n * EURO);
      expect((await coop.patronageContract.read.dividendOf([1, 1])).amount).to.equal((75n * EURO) / 2n);
    });

    it("brings never more than one unit a point; the rest is the reserve's [A4]", async () => {
      await step.declare(1, 400n * EURO);
      const record = await step.record(1);
      expect(record.dividends).to.equal(100n * EURO);
      expect(record.community).to.equal(20n * EURO);
      expect(record.reserve).to.equal(80n * EURO + 200n * EURO);
      expect((await coop.patronageContract.read.dividendOf([1, 2])).amount).to.equal(50n * EURO);
    });

    it("has interest on shares before the dividends [S4]", async () => {
      for (const i of [DRIVER, RIDER]) {
        await chain.euro.write.approve([coop.treasury, 1_000n * EURO], { account: account(chain, i) });
        await coop.sharesContract.write.subscribe([500n, 0n], { account: account(chain, i) });
      }
      await chain.networkHelpers.time.increase(400 * DAY);
      await step.declare(1, 100n * EURO, 500);
      const { interest, dividends } = await step.record(1);
      expect(interest > 50n * EURO && interest < 60n * EURO).to.equal(true);
      expect(dividends).to.equal(75n * EURO - interest);
      expect(await step.fund(Fund.Interest)).to.equal(interest);
      expect(await step.fund(Fund.Operating)).to.equal(GIFT);
    });

    it("does not pay more interest than reserve and community leave [S4] [A1]", async () => {
      await chain.euro.write.approve([coop.treasury, 1_000n * EURO], { account: account(chain, DRIVER) });
      await coop.sharesContract.write.subscribe([500n, 0n], { account: account(chain, DRIVER) });
      await chain.networkHelpers.time.increase(400 * DAY);
      await reverts(step.declare(1, 30n * EURO, 500), "SurplusInterestTooHigh");
    });

    it("is declared by an ordinary resolution about money, out of the operating fund [A4]", async () => {
      const declared = resolution(chain, coop, [declaration(coop, 1, 100n * EURO)], "Share out the first quarter");
      await declared.propose();
      const record = await coop.deskContract.read.proposalRecord([await declared.id()]);
      expect(record).to.include({ kind: Kind.Ordinary, topic: Topic.Money });
      await carryOut(declared, [0, 1, 2]);
      expect((await step.record(1)).surplus).to.equal(100n * EURO);
      await reverts(step.declare(1, EURO), "SurplusDeclaredAlready", [1]);
      const by = { account: account(chain, DRIVER) };
      await reverts(coop.surplusContract.write.declare([1, EURO, 0], by), "ModuleWrongPlace");
    });

    it("is not more than the operating fund holds, not nothing, and of a closed period", async () => {
      await reverts(step.declare(1, GIFT + 101n * EURO), "TreasuryFundTooSmall");
      await reverts(step.declare(1, 0n), "SurplusNothing");
      await reverts(step.declare(2, EURO), "SurplusPeriodOpen", [2]);
      await reverts(step.declare(0, EURO), "SurplusPeriodOpen", [0]);
    });

    it("of a single unit is the reserve's [A1]", async () => {
      await step.declare(1, 1n);
      expect(await step.record(1)).to.include({ reserve: 1n, community: 0n, dividends: 0n });
    });

    it("is the reserve's and the community's where nobody has points [A4]", async () => {
      await step.close();
      await step.declare(2, 100n * EURO);
      expect(await step.record(2)).to.include({ reserve: 95n * EURO, community: 5n * EURO, dividends: 0n });
      await reverts(step.claim(DRIVER, 1, [2]), "PatronageNotDeclared");
    });

    it("is previewed as it will be divided, and estimated for each member", async () => {
      const seen = await coop.surplusContract.read.preview([1, 100n * EURO, 0n]);
      expect(await coop.surplusContract.read.estimate([1, 1, 100n * EURO])).to.equal((75n * EURO) / 2n);
      await step.declare(1, 100n * EURO);
      const { declaredAt: _, ...record } = await step.record(1);
      const { declaredAt: __, ...before } = seen;
      expect(record).to.deep.equal(before);
      // The running period too: what its points would bring.
      await step.rides(1);
      expect(await coop.surplusContract.read.estimate([2, 2, EURO])).to.equal((EURO * 3n) / 8n);
    });

    it("is nobody's any more once the co-op is closed [A2]", async () => {
      const assembly = await asAssembly(chain, coop);
      await coop.directoryContract.write.windUp(assembly);
      await coop.reserveContract.write.acceptBody({ account: account(chain, 97) });
      await chain.networkHelpers.time.increase(90 * DAY);
      await coop.directoryContract.write.close({ account: account(chain, STRANGER) });
      await reverts(step.declare(1, EURO), "SurplusClosed");
    });
  });

  it("keeps its terms within their bounds [A1] [A6] [S6]", async () => {
    for (const change of [
      { reserveShare: 499 },
      { communityShare: 5_001 },
      { inShares: 5_001 },
      { reserveShare: 5_001, communityShare: 5_000 },
    ]) {
      await reverts(step.setTerms(change), "SurplusTermOutOfBounds");
    }
    await step.setTerms({ reserveShare: 500, communityShare: 5_000, inShares: 5_000 });
    const terms = await coop.surplusContract.read.terms();
    await reverts(
      coop.surplusContract.write.setTerms([terms], { account: account(chain, DRIVER) }),
      "ModuleWrongPlace",
    );
  });
});

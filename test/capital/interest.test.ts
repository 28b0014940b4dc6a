// Interest: shares times days, exact to the last fraction, never more than was posted.
import { expect } from "chai";
import { DAY, defaultSurplus, Kind } from "../../scripts/deploy/charter.ts";
import { resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, EURO, perTest } from "../helpers/coop.ts";
import { account, carryOut, declaration } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { Fund, idOf, NOTICE, PAR, PARTS, type Refusal, recovering, refusedIn, shareCoop, steps } from "./setting.ts";

const START = 100_000n * EURO;

describe("MemberShares: interest", () => {
  const given = perTest(async () => {
    const setting = await shareCoop();
    const step = steps(setting.chain, setting.coop);
    await step.endow(10_000n);
    await step.dawn();
    await step.subscribe(1, 10n);
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
  const numerator = (units: bigint, days: bigint, rate: bigint) => units * days * rate * PAR;

  it("is shares times days times rate, from the operating fund [S4]", async () => {
    await step.dawn(100);
    await step.subscribe(1, 10n);
    await step.subscribe(2, 30n);
    await step.dawn(265);
    await step.postInterest(400);
    const unitDays = 10n * 100n + 20n * 265n + 30n * 265n;
    const [told] = await coop.sharesContract.getEvents.InterestPosted();
    const amount = (numerator(1n, unitDays, 400n) + PARTS - 1n) / PARTS;
    expect(told?.args).to.deep.equal({ period: 1n, rate: 400, unitDays, amount });
    expect(await step.fund(Fund.Interest)).to.equal(amount);
    expect(await step.fund(Fund.Operating)).to.equal(10_000n * EURO - amount);
    expect((await step.due(1))[1]).to.equal(numerator(1n, 10n * 100n + 20n * 265n, 400n) / PARTS);
    expect((await step.due(2))[1]).to.equal(numerator(1n, 30n * 265n, 400n) / PARTS);
    await step.claim(1);
    expect(await step.money(1)).to.equal(START - 20n * PAR + numerator(1n, 10n * 100n + 20n * 265n, 400n) / PARTS);
    await refused(() => step.claim(1), "MemberSharesNothingDue", [idOf(1)]);
    await refused(() => step.claim(3), "MemberSharesNothingDue", [idOf(3)]);
    await refused(() => step.claim(9), "MemberSharesNotMember");
  });

  it("is posted by the Assembly, within the cap, once in 365 days [S4]", async () => {
    await refused(() => step.postInterest(501), "MemberSharesRateOutOfBounds", [501n, 500n]);
    const asMember = { account: account(chain, 0) };
    await reverts(coop.sharesContract.write.postInterest([1], asMember), "ModuleWrongPlace");
    await step.dawn();
    await step.postInterest(500);
    const next = BigInt((Math.floor((await step.now()) / DAY) + 365) * DAY);
    await chain.networkHelpers.time.increaseTo(Number(next) - 2);
    await refused(() => step.postInterest(1), "MemberSharesInterestTooSoon", [next]);
    await chain.networkHelpers.time.increaseTo(next);
    await step.postInterest(1);
    expect(await coop.sharesContract.read.interestPeriods()).to.equal(2n);
  });

  it("needs the money in the operating fund", async () => {
    await step.subscribe(1, 90n);
    await step.dawn(36_500);
    await refused(() => step.postInterest(500), "TreasuryFundTooSmall");
  });

  it("of zero ends the period without any", async () => {
    await step.dawn(100);
    await step.postInterest(0);
    await step.dawn(365);
    await step.postInterest(100);
    expect((await step.due(1))[1]).to.equal(numerator(10n, 365n, 100n) / PARTS);
    expect(await coop.sharesContract.read.interestPeriod([2n])).to.deep.equal([
      BigInt(Math.floor((await step.now()) / DAY)),
      100n,
    ]);
  });

  it("keeps fractions with the members and carries what was posted too much [S4]", async () => {
    let [posted, numerators, carried] = [0n, 0n, 0n];
    const rates = [499, 1, 333, 7, 250, 401, 3, 77, 499, 123];
    for (const [i, rate] of rates.entries()) {
      if (i % 3 === 1) await step.subscribe(2, 3n);
      const before = await step.fund(Fund.Interest);
      await step.dawn(365 + i);
      await step.postInterest(rate);
      const moved = (await step.fund(Fund.Interest)) - before;
      const [told] = await coop.sharesContract.getEvents.InterestPosted();
      const own = numerator(1n, told?.args.unitDays ?? 0n, BigInt(rate));
      expect(moved).to.equal((own - carried + PARTS - 1n) / PARTS);
      carried = moved * PARTS - (own - carried);
      posted += moved;
      numerators += own;
    }
    expect(posted * PARTS - numerators).to.equal(carried);
    const owed = (await step.due(1))[1] + (await step.due(2))[1];
    expect(owed <= posted && owed >= posted - 2n).to.equal(true);
    await step.claim(1);
    await step.collect(2);
    expect(await step.fund(Fund.Interest)).to.equal(posted - owed);
  });

  it("is paid for shares that wait in the queue, and to former members", async () => {
    await step.withdraw(1, 10n);
    await step.resign(1);
    await step.dawn(200);
    await step.advance();
    await step.dawn(200);
    await step.postInterest(300);
    const [, interest] = await step.due(1);
    expect(interest).to.equal(numerator(10n, 200n, 300n) / PARTS);
    await step.collect(1);
    expect(await step.money(1)).to.equal(START + interest);
  });

  it("is handed over when a member leaves", async () => {
    await step.dawn(200);
    await step.postInterest(300);
    await step.resign(1);
    expect(await step.money(1)).to.equal(START - 10n * PAR + numerator(10n, 200n, 300n) / PARTS);
    const [paid] = await coop.sharesContract.getEvents.Paid();
    expect(paid?.args.fund).to.equal(Fund.Interest);
    expect(NOTICE).to.equal(90 * DAY);
  });

  it("is declared by the members with an ordinary resolution, out of a surplus [S4]", async () => {
    await chain.networkHelpers.time.increase(defaultSurplus.period);
    await coop.surplusContract.write.close();
    const declared = resolution(chain, coop, [declaration(coop, 1, 10n * PAR, 300)], "Interest for the year");
    await declared.propose();
    expect((await coop.deskContract.read.proposalRecord([await declared.id()])).kind).to.equal(Kind.Ordinary);
    await carryOut(declared, [0, 1, 2]);
    expect((await coop.sharesContract.read.interestPeriod([1n]))[1]).to.equal(300n);
  });

  it("is not paid to an account that is being replaced [M6]", async () => {
    await step.dawn(200);
    await step.postInterest(300);
    const restore = await recovering(chain, coop, [1]);
    await refused(() => step.claim(1), "MemberSharesRecovering");
    await refused(() => step.collect(1), "MemberSharesRecovering");
    await restore();
    await step.claim(1);
  });

  describe("in shares", () => {
    it("is whole shares at par, and the rest stays owed [S6]", async () => {
      await step.subscribe(1, 80n);
      await step.dawn(360);
      await step.postInterest(500);
      const [, owed] = await step.due(1);
      const units = owed / PAR;
      expect(units).to.equal(4n);
      const capital = await step.fund(Fund.ShareCapital);
      await step.claim(1, true);
      expect((await step.holding(1)).units).to.equal(90n + units);
      expect(await step.due(1)).to.deep.equal([0n, owed - units * PAR]);
      expect(await step.fund(Fund.ShareCapital)).to.equal(capital + units * PAR);
      expect(await coop.sharesContract.read.totalSupply()).to.equal(90n + units);
      await refused(() => step.claim(1, true), "MemberSharesNothingDue");
      await step.claim(1);
      expect((await step.due(1))[1]).to.equal(0n);
    });

    it("goes no further than the maximum, promises counted [S1] [S6]", async () => {
      await step.subscribe(1, 80n, 8n);
      await step.dawn(360);
      await step.postInterest(500);
      const [, owed] = await step.due(1);
      await step.claim(1, true);
      expect((await step.holding(1)).units).to.equal(92n);
      expect((await step.due(1))[1]).to.equal(owed - 2n * PAR);
      await refused(() => step.claim(1, true), "MemberSharesNothingDue");
    });

    it("does not begin a holding below the minimum [S1]", async () => {
      await step.subscribe(1, 30n);
      await step.withdraw(1, 40n);
      await step.dawn(300);
      await step.postInterest(500);
      await refused(() => step.claim(1, true), "MemberSharesHoldingOutOfBounds", [1n, 2n, 100n]);
    });
  });
});

// Losses: only certified ones, after the reserve, in proportion to what lies above the minimum holding.
import { expect } from "chai";
import { Kind } from "../../scripts/deploy/charter.ts";
import { resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, EURO, perTest } from "../helpers/coop.ts";
import { account, carryOut, writeDown } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { Fund, NOTICE, PAR, PARTS, type Refusal, refusedIn, shareCoop, steps, withAuditor } from "./setting.ts";

describe("MemberShares: write-down", () => {
  const given = perTest(async () => {
    const setting = await shareCoop();
    const step = steps(setting.chain, setting.coop);
    const losses = await withAuditor(setting.chain, setting.coop);
    await step.dawn();
    for (const [i, units] of [3n, 5n, 7n, 50n].entries()) await step.subscribe(i + 1, units);
    return { ...setting, losses };
  });
  let chain: Chain;
  let coop: Coop;
  let losses: Awaited<ReturnType<typeof withAuditor>>;
  let step: ReturnType<typeof steps>;
  beforeEach(() => {
    ({ chain, coop, losses } = given());
    step = steps(chain, coop);
  });
  const refused = (...what: Refusal) => refusedIn(chain, coop, ...what);
  const certify = (units: bigint) => losses.certify(units * PAR);
  const unitsOf = async (i: number) => (await step.holding(i)).units;

  it("takes shares above the minimum in proportion, whoever settles first, and exactly as many as decided [S5]", async () => {
    await certify(20n);
    await step.writeDown(20n);
    // Above the minimum: 1, 3, 5 and 48 of 57.
    const [told] = await coop.sharesContract.getEvents.WrittenDown();
    expect(told?.args).to.deep.equal({ epoch: 0n, certificateId: 1n, units: 20n, amount: 20n * PAR });
    expect(await coop.sharesContract.read.totalSupply()).to.equal(45n);
    expect(await step.fund(Fund.ShareCapital)).to.equal(45n * PAR);
    expect(await step.fund(Fund.Operating)).to.equal(20n * PAR);
    const above = [1, 3, 5, 48];
    for (const order of [
      [1, 2, 3, 4],
      [4, 2, 1, 3],
      [3, 1, 4, 2],
    ]) {
      const { restore } = await chain.networkHelpers.takeSnapshot();
      for (const i of order) await step.subscribe(i, 1n);
      const cuts = await Promise.all(
        [1, 2, 3, 4].map(async (i) => at([3n, 5n, 7n, 50n], i - 1) + 1n - (await unitsOf(i))),
      );
      expect(cuts.reduce((sum, cut) => sum + cut)).to.equal(20n);
      for (const [i, cut] of cuts.entries()) expect(Math.abs(Number(cut) - (at(above, i) * 20) / 57)).to.be.below(1);
      expect(await coop.sharesContract.read.totalSupply()).to.equal(49n);
      await restore();
    }
  });

  it("leaves everybody the minimum holding and goes no further [S5]", async () => {
    await certify(100n);
    await refused(() => step.writeDown(58n), "MemberSharesCutTooDeep", [58n, 57n]);
    await step.writeDown(57n);
    for (const i of [1, 2, 3, 4]) expect(await unitsOf(i)).to.equal(2n);
    await refused(() => step.writeDown(1n), "MemberSharesCutTooDeep", [1n, 0n]);
    expect(await coop.sharesContract.read.writeDowns()).to.deep.equal([0n, 1n]);
  });

  it("leaves alone who holds less than the minimum beside a promise [S5]", async () => {
    await step.subscribe(0, 1n, 9n);
    await certify(57n);
    await step.writeDown(57n);
    expect(await unitsOf(0)).to.equal(1n);
    await step.instalment(0, 9n);
    expect(await unitsOf(0)).to.equal(10n);
    expect(await coop.sharesContract.read.writeDowns()).to.deep.equal([8n, 1n]);
  });

  it("is decided by the members with an extraordinary resolution [S5]", async () => {
    await certify(20n);
    const cut = resolution(chain, coop, [writeDown(coop, 20n, 1n)], "The loss");
    await cut.propose();
    expect((await coop.deskContract.read.proposalRecord([await cut.id()])).kind).to.equal(Kind.Extraordinary);
    await carryOut(cut, [0, 1, 2, 3, 4]);
    expect(await coop.sharesContract.read.totalSupply()).to.equal(45n);
  });

  it("is the Assembly's, of something, and never beyond the certified loss [S5]", async () => {
    await certify(10n);
    await reverts(coop.sharesContract.write.writeDown([1n, 1n], { account: account(chain, 0) }), "ModuleWrongPlace");
    await refused(() => step.writeDown(0n), "MemberSharesNoUnits");
    await refused(() => step.writeDown(11n), "AuditRegisterBeyondLoss");
    await refused(() => step.writeDown(1n, 2n), "AuditRegisterNoCertificate");
    await step.writeDown(10n);
    await refused(() => step.writeDown(1n), "AuditRegisterBeyondLoss");
  });

  it("lets the reserve pay first what it has [S5]", async () => {
    await certify(10n);
    await chain.euro.write.mint([coop.reserve, 4n * PAR]);
    await coop.reserveContract.write.post();
    await refused(() => step.writeDown(7n), "AuditRegisterBeyondLoss");
    await step.writeDown(6n);
    expect(await step.fund(Fund.Operating)).to.equal(10n * PAR);
    expect(await chain.euro.read.balanceOf([coop.reserve])).to.equal(0n);
  });

  it("pays interest on the old number of shares for the days before [S4]", async () => {
    await step.endow(10_000n);
    await certify(57n);
    await step.dawn(100);
    await step.writeDown(57n);
    await step.dawn(100);
    await step.postInterest(500);
    expect((await step.due(4))[1]).to.equal(((50n * 100n + 2n * 100n) * 500n * PAR) / PARTS);
    const [told] = await coop.sharesContract.getEvents.InterestPosted();
    expect(told?.args.unitDays).to.equal(65n * 100n + 8n * 100n);
  });

  it("counts several in their order, before and after an interest, and tells what was cut [S5]", async () => {
    await step.endow(10_000n);
    await certify(57n);
    await step.writeDown(10n);
    await step.dawn(50);
    await step.postInterest(100);
    await step.writeDown(20n);
    await step.dawn(365);
    await step.postInterest(100);
    for (const i of [4, 3, 2, 1]) await step.subscribe(i, 1n);
    const events = await coop.sharesContract.getEvents.HoldingCut({}, { fromBlock: 0n });
    expect(events.reduce((sum, { args }) => sum + (args.units ?? 0n), 0n)).to.equal(30n);
    const units = await Promise.all([1, 2, 3, 4].map(unitsOf));
    expect(units.reduce((sum, each) => sum + each)).to.equal(39n);
    expect(await coop.sharesContract.read.totalSupply()).to.equal(39n);
    const interest = await Promise.all([1, 2, 3, 4].map(async (i) => (await step.due(i))[1]));
    const owed = interest.reduce((sum, each) => sum + each);
    const posted = await step.fund(Fund.Interest);
    expect(owed <= posted && posted - owed <= 4n).to.equal(true);
  });

  it("shrinks what is queued with the holding: an entry pays what is left [S2] [S5]", async () => {
    await step.withdraw(4, 30n);
    await step.withdraw(4, 18n);
    await step.withdraw(3, 7n);
    await certify(57n);
    await step.writeDown(28n);
    const [some, all] = [await step.holding(4), await step.holding(3)];
    expect(some.queued).to.equal(some.units - 2n);
    expect(all.queued).to.equal(all.units);
    const before = await step.money(4);
    await step.pass(NOTICE);
    await step.advance();
    expect(await unitsOf(4)).to.equal(2n);
    expect(await unitsOf(3)).to.equal(0n);
    expect(await step.money(4)).to.equal(before + some.queued * PAR);
    expect(await step.fund(Fund.ShareCapital)).to.equal((await coop.sharesContract.read.totalSupply()) * PAR);
    expect(EURO).to.equal(1_000_000n);
  });
});

// Bids for a series: improved and never withdrawn, cleared at one rate, handed back where they were not used (K1, K2).
import { expect } from "chai";
import { zeroAddress } from "viem";
import { DAY, NO_PERMIT } from "../../scripts/deploy/charter.ts";
import { at, type Chain, type Coop, EURO, found, hashOf, perTest, standardCharter } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, windingUp } from "../helpers/motions.ts";
import { permitFor } from "../helpers/permits.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  Fund,
  idOf,
  Machine,
  machineCoop,
  PEOPLE,
  PRICE,
  State,
  type Steps,
  seriesTerms,
  steps,
} from "./machines-setting.ts";

describe("Bonds: bids", () => {
  const given = perTest(() => machineCoop());
  let chain: Chain;
  let coop: Coop;
  let step: Steps;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = steps(chain, coop);
  });
  const bidOf = (n: number, i: number) => coop.bondsContract.read.bidOf([BigInt(n), addressOf(chain, i)]);
  const bookOf = (n: number) => coop.bondsContract.read.bookOf([BigInt(n)]);

  it("opens a series by resolution only, for what the machine costs beyond the commons' part [K2]", async () => {
    await step.give(10_000n);
    const n = await step.order({ contribution: 3_000n * EURO });
    const series = await step.series(n);
    expect(series.state).to.equal(State.Bidding);
    expect(series.target).to.equal(PRICE - 3_000n * EURO);
    expect(await step.fund(Fund.purchase(n))).to.equal(3_000n * EURO);
    const terms = await seriesTerms(chain);
    await reverts(coop.bondsContract.write.open([7n, 1n, terms], step.by(0)), "ModuleWrongPlace");
  });

  it("takes money with a bid and keeps it apart", async () => {
    const n = await step.order();
    expect(await step.gain(0, () => step.bid(n, 0, 500n, 300))).to.equal(-500n * EURO);
    expect(await step.fund(Fund.bids(n))).to.equal(500n * EURO);
    expect(await bidOf(n, 0)).to.deep.equal({ amount: 500n * EURO, rate: 300, memberId: idOf(0), refund: 0n });
    expect(at(await bookOf(n), 12)).to.equal(500n * EURO);
    expect(await coop.bondsContract.read.biddersOf([BigInt(n), 0n, 10n])).to.have.length(1);
  });

  it("takes a permit in the same transaction, and one that somebody used first [case 35]", async () => {
    const n = await step.order();
    await chain.euro.write.approve([coop.treasury, 0n], step.by(0));
    const permit = await permitFor(chain, coop, 0, 700n * EURO);
    const owner = addressOf(chain, 0);
    const { v, r, s, deadline } = permit;
    await chain.euro.write.permit([owner, coop.treasury, 700n * EURO, deadline, v, r, s], step.by(9));
    await coop.bondsContract.write.bid([BigInt(n), 700n * EURO, 300, zeroAddress, permit], step.by(0));
    expect((await bidOf(n, 0)).amount).to.equal(700n * EURO);
  });

  it("lets a bid be improved and neither withdrawn nor worsened [K2]", async () => {
    const n = await step.order();
    await step.bid(n, 0, 500n, 300);
    expect(await step.gain(0, () => step.bid(n, 0, 800n, 300))).to.equal(-300n * EURO);
    expect(await step.gain(0, () => step.bid(n, 0, 800n, 200))).to.equal(0n);
    const book = await bookOf(n);
    expect([at(book, 8), at(book, 12)]).to.deep.equal([800n * EURO, 0n]);
    await reverts(step.bid(n, 0, 800n, 200), "BondOfficeNotImproved", [800n * EURO, 200]);
    await reverts(step.bid(n, 0, 799n, 175), "BondOfficeNotImproved");
    await reverts(step.bid(n, 0, 900n, 225), "BondOfficeNotImproved");
    expect((await step.series(n)).bidders).to.equal(1);
  });

  it("takes rates on the series' steps only, and nothing below the least bid [K2]", async () => {
    const n = await step.order(
      {},
      await seriesTerms(chain, { lowestRate: 200, highestRate: 500, minimumBid: 100n * EURO }),
    );
    for (const rate of [175, 210, 525])
      await reverts(step.bid(n, 0, 500n, rate), "BondOfficeRateOutOfBounds", [rate, 200, 500]);
    await reverts(step.bid(n, 0, 99n, 300), "BondOfficeBidTooSmall", [99n * EURO, 100n * EURO]);
    await step.bid(n, 0, 100n, 500);
    expect(await bookOf(n)).to.have.length(13);
  });

  it("takes no bid after the close and none of strangers [K2]", async () => {
    const n = await step.order();
    await reverts(step.bid(n, 9, 500n, 300), "BondOfficeMayNotHold", [addressOf(chain, 9)]);
    await step.toClose(n);
    await reverts(step.bid(n, 0, 500n, 300), "BondOfficeClosesAt");
  });

  it("takes bids of a recognised co-op's members, until it is recognised no more [K2]", async () => {
    const founders = [9, 10].map((i) => ({ account: addressOf(chain, i), class: 0, commitment: hashOf("x") }));
    const sister = await found(chain, await standardCharter(chain, { founders }), hashOf("sister"));
    const n = await step.order();
    const recognise = async (recognised: boolean) =>
      coop.bondsContract.write.recognise([sister.register, recognised], await asAssembly(chain, coop));
    await reverts(step.bid(n, 9, 500n, 300, sister.register), "BondOfficeMayNotHold");
    await recognise(true);
    await step.bid(n, 9, 500n, 300, sister.register);
    expect((await bidOf(n, 9)).memberId).to.equal(0);
    await reverts(step.bid(n, 10, 500n, 300), "BondOfficeMayNotHold");
    await reverts(step.bid(n, 60, 500n, 300, sister.register), "BondOfficeMayNotHold");
    await recognise(false);
    await reverts(step.bid(n, 9, 600n, 300), "BondOfficeMayNotHold");
    await reverts(coop.bondsContract.write.recognise([sister.register, true], step.by(0)), "ModuleWrongPlace");
    const by = await asAssembly(chain, coop);
    await reverts(coop.bondsContract.write.recognise([addressOf(chain, 1), true], by), "BondOfficeNoRegister");
  });

  it("takes no bid of one of the co-op's own modules, whoever's register says it is a member [K2] [case 60]", async () => {
    const founders = [{ account: coop.treasury, class: 0, commitment: hashOf("x") }];
    const straw = await found(chain, await standardCharter(chain, { founders }), hashOf("straw"));
    const by = await asAssembly(chain, coop);
    await coop.bondsContract.write.recognise([straw.register, true], by);
    const n = await step.order();
    await chain.networkHelpers.impersonateAccount(coop.treasury);
    await chain.networkHelpers.setBalance(coop.treasury, 10n ** 18n);
    const own = coop.bondsContract.write.bid([BigInt(n), EURO, 300, straw.register, NO_PERMIT], {
      account: coop.treasury,
    });
    await reverts(own, "BondOfficeMayNotHold", [coop.treasury]);
  });

  it("refunds all and buys nothing when the target is missed [K1] [case 58]", async () => {
    await step.give(10_000n);
    const n = await step.order({ contribution: 1_000n * EURO });
    await step.bid(n, 0, 10_999n, 100);
    await reverts(coop.bondsContract.write.clear([BigInt(n)], step.by(9)), "BondOfficeClosesAt");
    await step.clear(n);
    expect((await step.series(n)).state).to.equal(State.Failed);
    await reverts(step.allot(n), "BondOfficeWrongState", [BigInt(n), State.Failed]);
    await reverts(step.buy(n), "MachineNotFunded");
    expect(await step.gain(0, () => step.refund(n, 0, 1))).to.equal(10_999n * EURO);
    expect(await step.gain(0, () => step.refund(n, 0))).to.equal(0n);
    await coop.machinesContract.write.cancel([BigInt(n)], step.by(9));
    expect(await step.state(n)).to.equal(Machine.Cancelled);
    expect([await step.fund(Fund.purchase(n)), await step.fund(Fund.bids(n))]).to.deep.equal([0n, 0n]);
    expect(await step.fund(Fund.Commons)).to.equal(10_000n * EURO);
  });

  it("gives every bidder the clearing rate, and the marginal ones their part [K2]", async () => {
    const n = await step.order();
    await step.bid(n, 0, 6_000n, 100);
    await step.bid(n, 1, 3_000n, 250);
    await step.bid(n, 2, 4_000n, 300);
    await step.bid(n, 3, 2_000n, 300);
    await step.bid(n, 4, 9_000n, 325);
    await step.clear(n);
    const cleared = await step.series(n);
    expect([cleared.state, cleared.rate]).to.deep.equal([State.Allotting, 300]);
    await step.allot(n);
    const units = await Promise.all([0, 1, 2, 3, 4].map((i) => step.units(n, i)));
    expect(units).to.deep.equal([6_000n, 3_000n, 2_000n, 1_000n, 0n].map((euros) => euros * EURO));
    for (const [i, euros] of [
      [2, 2_000n],
      [3, 1_000n],
      [4, 9_000n],
    ] as const) {
      expect(await step.gain(i, () => step.refund(n, i))).to.equal(euros * EURO);
    }
    expect(await step.fund(Fund.bids(n))).to.equal(0n);
    expect(await step.fund(Fund.purchase(n))).to.equal(PRICE);
  });

  it("rounds what a marginal bid pays up, and sets the excess aside as principal [K2] [case 53]", async () => {
    const n = await step.order({ price: 10n, residual: 0n }, await seriesTerms(chain, { minimumBid: 1n }));
    for (const i of [0, 1, 2]) await step.bidUnits(n, i, 7n, 300);
    await step.issue(n);
    // 10 of 21, a third each: 3.33 is 4.
    expect(await Promise.all([0, 1, 2].map((i) => step.units(n, i)))).to.deep.equal([4n, 4n, 4n]);
    const series = await step.series(n);
    expect([series.units, series.sunk]).to.deep.equal([12n, 2n]);
    expect([await step.fund(Fund.purchase(n)), await step.fund(Fund.service(n))]).to.deep.equal([10n, 2n]);
    for (const i of [0, 1, 2]) expect(await step.gain(i, () => step.refund(n, i))).to.equal(3n);
    expect(await step.fund(Fund.bids(n))).to.equal(0n);
  });

  it("never issues more than the target but for that rounding, however much is bid [case 57]", async () => {
    const n = await step.order();
    for (const i of PEOPLE) await step.bid(n, i, 12_000n, 200);
    await step.issue(n);
    expect((await step.series(n)).units).to.equal(PRICE);
  });

  it("clears alike whatever the order of bids [K2] [case 110]", async () => {
    const bids = [
      [0, 5_000n, 200],
      [1, 4_001n, 275],
      [2, 3_333n, 275],
      [3, 2_000n, 275],
      [4, 999n, 50],
    ] as const;
    const results: unknown[] = [];
    for (const order of [bids, [...bids].reverse(), [bids[2], bids[0], bids[4], bids[1], bids[3]]]) {
      const n = await step.order();
      for (const [i, euros, rate] of order) await step.bid(n, i, euros, rate);
      await step.issue(n);
      results.push([(await step.series(n)).rate, ...(await Promise.all(PEOPLE.map((i) => step.units(n, i))))]);
    }
    expect(results[1]).to.deep.equal(results[0]);
    expect(results[2]).to.deep.equal(results[0]);
  });

  it("gives the last bidder no hold on anybody: a late bid only lowers the rate at which others keep their part [case 111]", async () => {
    const n = await step.order();
    await step.bid(n, 0, 12_000n, 500);
    await step.bid(n, 1, 6_000n, 200);
    await step.issue(n);
    // The one who bid lower has all; the other its rest, at its own rate and not below.
    expect([await step.units(n, 1), await step.units(n, 0)]).to.deep.equal([6_000n * EURO, 6_000n * EURO]);
    expect((await step.series(n)).rate).to.equal(500);
  });

  it("turns bids into units in batches, and buys nothing before the last [K1]", async () => {
    const n = await step.order();
    for (const i of PEOPLE) await step.bid(n, i, 2_000n, 200);
    await step.clear(n);
    await step.allot(n, 4n);
    expect((await step.series(n)).state).to.equal(State.Allotting);
    await reverts(step.buy(n), "MachineNotFunded", [BigInt(n)]);
    expect(await step.fund(Fund.purchase(n))).to.equal(0n);
    await step.allot(n, 4n);
    expect((await step.series(n)).state).to.equal(State.Live);
    await reverts(step.allot(n), "BondOfficeWrongState", [BigInt(n), State.Live]);
    expect(await step.fund(Fund.purchase(n))).to.equal(PRICE);
  });

  it("refuses terms out of bounds [K2] [case 54]", async () => {
    const terms = await seriesTerms(chain);
    const cases: [string, Partial<typeof terms>][] = [
      ["highestRate", { highestRate: 1_525 }],
      ["lowestRate", { lowestRate: 610 }],
      ["lowestRate", { lowestRate: 10 }],
      ["minimumBid", { minimumBid: 0n }],
      ["minimumBid", { minimumBid: PRICE + 1n }],
      ["closesAt", { closesAt: (await step.now()) + DAY - 60 }],
      ["closesAt", { closesAt: terms.plan.issueDate + 1 }],
    ];
    const word = (text: string) => `0x${Buffer.from(text).toString("hex").padEnd(64, "0")}`;
    for (const [what, change] of cases) {
      await reverts(step.order({}, { ...terms, ...change }), "BondOfficeTermsOutOfBounds", [word(what)]);
    }
    const large = 2n ** 96n - 1n;
    await reverts(step.order({ price: large }, terms), "BondOfficeTermsOutOfBounds", [word("target")]);
    const n = await step.order({}, { ...terms, lowestRate: 0, highestRate: 1_500 });
    expect(await bookOf(n)).to.have.length(61);
    expect(
      (await step.series(await step.order({}, { ...terms, lowestRate: 333, highestRate: 333 }))).highestRate,
    ).to.equal(333);
  });

  it("takes no bids and clears none once the co-op winds up [A2]", async () => {
    const n = await step.order();
    await step.bid(n, 0, 12_000n, 200);
    await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
    await reverts(step.bid(n, 1, 500n, 200), "BondOfficeWindingUp");
    await reverts(step.order(), "MachineWindingUp");
    await step.clear(n);
    expect((await step.series(n)).state).to.equal(State.Failed);
    expect(windingUp(coop).target).to.equal(coop.directory);
  });

  it("stops bids while a guardian has stopped new business, and hands money back all the same [G1]", async () => {
    const n = await step.order();
    await step.bid(n, 0, 500n, 200);
    const until = (await step.now()) + 3 * DAY;
    await coop.treasuryContract.write.halt([until], await asAssembly(chain, coop));
    await reverts(step.bid(n, 1, 500n, 200), "TreasuryHalted", [until]);
    await step.clear(n).catch(() => undefined);
    await step.toClose(n);
    expect(await step.gain(0, () => step.refund(n, 0))).to.equal(500n * EURO);
  });

  it("blocks nobody with a bidder who cannot be paid [case 75]", async () => {
    const n = await step.order();
    await step.bid(n, 0, 500n, 200);
    await step.bid(n, 1, 500n, 200);
    await step.clear(n);
    await coop.registerContract.write.requestRecovery([idOf(0), hashOf("lost")], step.by(60));
    for (const by of [0, 1, 2]) {
      await coop.registerContract.write.attestRecovery([idOf(0), addressOf(chain, 60)], {
        account: account(chain, by),
      });
    }
    expect(await step.gain(1, () => step.refund(n, 0, 1))).to.equal(500n * EURO);
    expect((await bidOf(n, 0)).amount).to.equal(500n * EURO);
  });
});

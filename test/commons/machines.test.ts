// Machines: approved, bought, let to whoever asked, paid for, taken back (DESIGN 3.3; K3, K6).
import { expect } from "chai";
import { zeroAddress, zeroHash } from "viem";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { permitFor } from "../helpers/permits.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  Fund,
  idOf,
  Machine,
  type MachineTerms,
  machineCoop,
  machineTerms,
  PRICE,
  RENT,
  SELLER,
  type Steps,
  seriesTerms,
  steps,
} from "./machines-setting.ts";

const PERIOD = 30 * DAY;

describe("Machines", () => {
  const given = perTest(() => machineCoop());
  let chain: Chain;
  let coop: Coop;
  let step: Steps;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = steps(chain, coop);
  });
  const rentOf = (n: number) => coop.machinesContract.read.rentOf([BigInt(n)]);
  const leaseOf = (n: number) => coop.machinesContract.read.leaseOf([BigInt(n)]);
  const debtOf = (n: number, i: number) => coop.machinesContract.read.debtOf([BigInt(n), idOf(i)]);
  const giveBack = (n: number, as: number) => coop.machinesContract.write.giveBack([BigInt(n)], step.by(as));

  it("are approved by the Assembly alone, on terms within bounds [K3]", async () => {
    const terms = await seriesTerms(chain);
    await reverts(coop.machinesContract.write.order([machineTerms(chain), terms], step.by(0)), "ModuleWrongPlace");
    const cases: [string, Partial<MachineTerms>][] = [
      ["specification", { specification: zeroHash }],
      ["seller", { seller: zeroAddress }],
      ["seller", { seller: coop.treasury }],
      ["price", { price: 0n }],
      ["contribution", { contribution: PRICE + 1n }],
      ["rent", { rent: 0n }],
      ["rentPeriod", { rentPeriod: DAY - 1 }],
      ["rentPeriod", { rentPeriod: 366 * DAY + 1 }],
      ["periods", { periods: 0 }],
      ["upkeepShare", { upkeepShare: 3_001 }],
      ["grace", { grace: 366 * DAY + 1 }],
      ["usefulLife", { usefulLife: 0 }],
      ["residual", { residual: PRICE + 1n }],
    ];
    const word = (text: string) => `0x${Buffer.from(text).toString("hex").padEnd(64, "0")}`;
    for (const [what, change] of cases) await reverts(step.order(change), "MachineTermsOutOfBounds", [word(what)]);
    await reverts(step.order({ lessee: 99 }), "MemberRegisterNoSuchMember");
    await coop.registerContract.write.resign(step.by(4));
    await reverts(step.order({ lessee: idOf(4) }), "MachineTermsOutOfBounds", [word("lessee")]);
    expect(await step.order({ upkeepShare: 3_000 })).to.equal(1);
  });

  it("are bought by the treasurer once the bonds have raised the price, and paid to the seller alone [K1] [B1]", async () => {
    const n = await step.order();
    await step.bid(n, 0, 12_000n, 400);
    await reverts(step.buy(n), "MachineNotFunded", [BigInt(n)]);
    await step.issue(n);
    await reverts(step.buy(n, 0), "ModuleUnauthorised");
    expect(await step.gain(SELLER, () => step.buy(n))).to.equal(PRICE);
    await reverts(step.buy(n), "MachineWrongState", [BigInt(n), Machine.Let]);
    const owner = await coop.machinesContract.read.ownerOf([BigInt(n)]);
    expect(owner.toLowerCase()).to.equal(coop.treasury.toLowerCase());
    expect(await step.fund(Fund.purchase(n))).to.equal(0n);
  });

  it("can be paid by the commons fund alone, within the limit of payments [V7] [case 61]", async () => {
    await step.give(40_000n);
    const n = await step.order({ contribution: PRICE });
    expect(await step.gain(SELLER, () => step.buy(n))).to.equal(PRICE);
    await step.rent(n, RENT);
    expect(await step.fund(Fund.Income)).to.equal((RENT * 9n) / 10n);
    // A second of the same price would be more than a third of all there was in twelve months.
    await reverts(step.order({ contribution: PRICE }), "TreasuryNeedsExtraordinary");
  });

  it("give the commons' part back when they are not bought [K1]", async () => {
    await step.give(40_000n);
    const n = await step.order({ contribution: PRICE });
    const cancel = () => coop.machinesContract.write.cancel([BigInt(n)], step.by(9));
    await reverts(cancel(), "MachineTooEarly");
    await step.pass(60 * DAY + 60);
    await cancel();
    expect(await step.fund(Fund.Commons)).to.equal(40_000n * EURO);
    await reverts(cancel(), "MachineWrongState", [BigInt(n), Machine.Cancelled]);
  });

  it("are let to whoever asked, and to nobody if that member has left", async () => {
    const n = await step.letMachine();
    const lease = await leaseOf(n);
    expect([lease.lessee, lease.rent, lease.periods]).to.deep.equal([idOf(5), RENT, 60]);
    const m = await step.order({ lessee: idOf(4) });
    await step.bid(m, 0, 12_000n, 400);
    await step.issue(m);
    await coop.registerContract.write.resign(step.by(4));
    await step.buy(m);
    expect(await step.state(m)).to.equal(Machine.Idle);
  });

  it("owe rent at the end of each period", async () => {
    const n = await step.letMachine();
    const start = (await leaseOf(n)).startedAt;
    await chain.networkHelpers.time.increaseTo(start + PERIOD - 1);
    expect(await rentOf(n)).to.deep.equal([0n, 0n, 0n]);
    await chain.networkHelpers.time.increaseTo(start + PERIOD);
    expect(await rentOf(n)).to.deep.equal([RENT, RENT, BigInt(start + PERIOD)]);
    await chain.networkHelpers.time.increaseTo(start + 3 * PERIOD);
    await step.rent(n, RENT + RENT / 2n);
    expect(await rentOf(n)).to.deep.equal([3n * RENT, RENT + RENT / 2n, BigInt(start + 2 * PERIOD)]);
    await chain.networkHelpers.time.increaseTo(start + 100 * PERIOD);
    expect((await rentOf(n))[0]).to.equal(60n * RENT);
  });

  it("take rent from anybody, up to all of the lease and no more", async () => {
    const n = await step.letMachine();
    expect(await step.gain(9, () => step.rent(n, RENT, 9))).to.equal(-RENT);
    await reverts(step.rent(n, 59n * RENT + 1n), "MachineTooMuch", [59n * RENT + 1n, 59n * RENT]);
    await reverts(step.rent(n, RENT, 9, idOf(4)), "MachineNoDebt", [BigInt(n), idOf(4)]);
    await reverts(step.rent(n, 0n), "TreasuryNothingToMove");
    await step.rent(n, 59n * RENT);
  });

  it("take rent with a permit in the same transaction", async () => {
    const n = await step.letMachine();
    await chain.euro.write.approve([coop.treasury, 0n], step.by(5));
    const permit = await permitFor(chain, coop, 5, RENT);
    await coop.machinesContract.write.payRent([BigInt(n), idOf(5), RENT, permit], step.by(5));
    expect((await leaseOf(n)).paid).to.equal(RENT);
  });

  it("take rent while new business is stopped [G1]", async () => {
    const n = await step.letMachine();
    await coop.treasuryContract.write.halt([(await step.now()) + DAY], await asAssembly(chain, coop));
    await step.rent(n, RENT);
  });

  it("are taken back by anybody once rent is late beyond the grace, and the debt stays [K6]", async () => {
    const n = await step.letMachine();
    const start = (await leaseOf(n)).startedAt;
    await step.rent(n, RENT / 4n);
    const end = start + PERIOD + 30 * DAY;
    await chain.networkHelpers.time.increaseTo(end - 2);
    await reverts(step.endLease(n), "MachineLeaseRuns", [BigInt(n), BigInt(end)]);
    await chain.networkHelpers.time.increaseTo(end);
    await step.endLease(n);
    expect(await step.state(n)).to.equal(Machine.Idle);
    expect(await debtOf(n, 5)).to.equal(2n * RENT - RENT / 4n);
    await reverts(step.rent(n, 2n * RENT), "MachineTooMuch");
    const before = (await step.series(n)).funded;
    await step.rent(n, RENT);
    expect(await debtOf(n, 5)).to.equal(RENT - RENT / 4n);
    // It runs the same order as any rent.
    expect((await step.series(n)).funded > before).to.equal(true);
    await reverts(step.endLease(n), "MachineWrongState");
  });

  it("come back at the end of the term, debts or none", async () => {
    const n = await step.letMachine({ periods: 2 });
    await step.rent(n, 2n * RENT);
    await step.pass(2 * PERIOD);
    await step.endLease(n);
    const [ended] = await coop.machinesContract.getEvents.LeaseEnded();
    expect(ended?.args).to.include({ how: 0, arrears: 0n });
  });

  it("are given back by the lessee, the running period paid", async () => {
    const n = await step.letMachine();
    await reverts(giveBack(n, 4), "MachineNotLessee");
    await reverts(giveBack(n, 5), "MachineInArrears", [BigInt(n), RENT]);
    await step.rent(n, RENT);
    await giveBack(n, 5);
    expect(await step.state(n)).to.equal(Machine.Idle);
    expect(await debtOf(n, 5)).to.equal(0n);
  });

  it("lose value evenly, down to what is left at the end", async () => {
    const n = await step.letMachine();
    const [, boughtAt] = await coop.machinesContract.read.datesOf([BigInt(n)]);
    const value = () => coop.machinesContract.read.bookValue([BigInt(n)]);
    const life = 5 * 365 * DAY;
    await chain.networkHelpers.time.increaseTo(boughtAt + life / 2);
    expect(await value()).to.equal(7_000n * EURO);
    await chain.networkHelpers.time.increaseTo(boughtAt + life / 2 + 1);
    // Rounded up: a second is 63.4 millionths of a euro.
    expect(await value()).to.equal(7_000n * EURO - 63n);
    await chain.networkHelpers.time.increaseTo(boughtAt + 2 * life);
    expect(await value()).to.equal(2_000n * EURO);
  });

  it("show how well rent covers the coupon", async () => {
    const n = await step.letMachine();
    const [from, to, coupon, principal] = await coop.bondsContract.read.runningPeriod([BigInt(n)]);
    expect([coupon, principal]).to.deep.equal([120n * EURO, PRICE / 8n]);
    const whole = (RENT * BigInt(to - from)) / BigInt(PERIOD);
    expect(await coop.machinesContract.read.coverage([BigInt(n)])).to.deep.equal([whole - whole / 10n, coupon]);
    await step.pass(70 * DAY);
    await step.endLease(n);
    expect(await coop.machinesContract.read.coverage([BigInt(n)])).to.deep.equal([0n, coupon]);
  });

  it("are not bought any more once the co-op winds up; leases end by their clocks [A2]", async () => {
    const let_ = await step.letMachine();
    const n = await step.order();
    await step.bid(n, 0, 12_000n, 400);
    await step.issue(n);
    await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
    await reverts(step.buy(n), "MachineWindingUp");
    await coop.machinesContract.write.cancel([BigInt(n)], step.by(9));
    expect(await step.gain(0, () => step.claim(n, 0))).to.equal(12_000n * EURO);
    await step.rent(let_, RENT);
    await step.pass(90 * DAY);
    await step.endLease(let_);
    await step.offer(let_);
    // Nothing is let any more: it is for sale.
    expect((await coop.machinesContract.read.auctionOf([BigInt(let_)])).kind).to.equal(2);
  });

  it("are bought by the Assembly where no treasurer is in office [B1]", async () => {
    const n = await step.order();
    await step.bid(n, 0, 12_000n, 400);
    await step.issue(n);
    const by = await asAssembly(chain, coop);
    await coop.authorityContract.write.recall([Role.Treasurer, addressOf(chain, 50)], by);
    await reverts(step.buy(n), "ModuleUnauthorised");
    await coop.machinesContract.write.buy([BigInt(n)], by);
    expect(account(chain, 0).address).to.equal(addressOf(chain, 0));
  });

  it("are written off by resolution, and their holders have what was set aside [K5] [K6]", async () => {
    const n = await step.letMachine();
    await step.rent(n, (1_020n * EURO * 10n) / 9n);
    const writeOff = async () => coop.machinesContract.write.writeOff([BigInt(n)], await asAssembly(chain, coop));
    await reverts(coop.machinesContract.write.writeOff([BigInt(n)], step.by(0)), "ModuleWrongPlace");
    await writeOff();
    expect(await step.state(n)).to.equal(Machine.Gone);
    const { sunk } = await step.series(n);
    expect(await step.claimable(n, 0)).to.deep.equal([90n * EURO, (sunk * 3n) / 4n]);
    await reverts(coop.machinesContract.read.ownerOf([BigInt(n)]), "ERC721NonexistentToken");
  });
});

// Machines are let again, or sold, by auction and in no other way (K6).
import { expect } from "chai";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { Fund, idOf, Machine, machineCoop, RENT, State, type Steps, steps } from "./machines-setting.ts";

const Kind = { None: 0, Rent: 1, Sale: 2 };

describe("Machines: auctions", () => {
  const given = perTest(async () => {
    const { chain, coop } = await machineCoop();
    const step = steps(chain, coop);
    const n = await step.letMachine();
    await step.pass(60 * DAY + 60);
    await step.endLease(n);
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
  const auction = () => coop.machinesContract.read.auctionOf([BigInt(n)]);
  const deposit = (i: number) => coop.machinesContract.read.depositOf([addressOf(chain, i)]);
  const takeDeposit = (i: number) => coop.machinesContract.write.returnDeposit([addressOf(chain, i)], step.by(9));
  const ended = async () => {
    await step.toAuctionEnd(n);
    await step.settle(n);
  };

  it("let it to the member whose rent is best, and its deposit is the first rent [K6]", async () => {
    await step.offer(n);
    expect((await auction()).closesAt).to.equal((await step.now()) + 14 * DAY);
    await step.auctionBid(n, 2, 300n * EURO);
    await step.auctionBid(n, 3, 310n * EURO);
    await reverts(step.settle(n), "MachineAuction");
    expect(await step.fund(Fund.Auctions)).to.equal(610n * EURO);
    await ended();
    const lease = await coop.machinesContract.read.leaseOf([BigInt(n)]);
    expect([lease.lessee, lease.rent, lease.paid]).to.deep.equal([idOf(3), 310n * EURO, 310n * EURO]);
    const { funded, sunk } = await step.series(n);
    expect(await step.fund(Fund.Upkeep)).to.equal(31n * EURO);
    expect(funded + sunk).to.equal(279n * EURO);
    expect(await step.gain(2, () => takeDeposit(2))).to.equal(300n * EURO);
    expect(await step.fund(Fund.Auctions)).to.equal(0n);
    await reverts(takeDeposit(2), "MachineNothingDue");
    await step.rent(n, 310n * EURO, 3, idOf(3));
  });

  it("are open to every member without late rent, and to nobody else [K6] [M4]", async () => {
    await step.offer(n);
    await reverts(step.auctionBid(n, 9, RENT), "MachineMayNotBid", [addressOf(chain, 9)]);
    await reverts(step.auctionBid(n, 5, RENT), "MachineMayNotBid", [addressOf(chain, 5)]);
    await step.rent(n, 2n * RENT);
    await step.auctionBid(n, 5, RENT);
    const until = (await step.now()) + 10 * DAY;
    const by = await asAssembly(chain, coop);
    await coop.registerContract.write.suspend([idOf(2), until, hashOf("why")], by);
    await reverts(step.auctionBid(n, 2, 2n * RENT), "MachineMayNotBid");
  });

  it("take a higher bid only, by a hundredth; who raises an own bid pays the difference", async () => {
    await step.offer(n);
    await reverts(step.auctionBid(n, 2, 0n), "MachineBidTooLow", [0n, 1n]);
    await step.auctionBid(n, 2, 101n);
    await reverts(step.auctionBid(n, 3, 102n), "MachineBidTooLow", [102n, 103n]);
    expect(await step.gain(2, () => step.auctionBid(n, 2, 150n))).to.equal(-49n);
    expect([await deposit(2), await step.fund(Fund.Auctions)]).to.deep.equal([0n, 150n]);
  });

  it("leave a day to answer a late bid [case 111]", async () => {
    await step.offer(n);
    const { closesAt } = await auction();
    await chain.networkHelpers.time.increaseTo(closesAt - 100);
    await step.auctionBid(n, 2, RENT);
    expect((await auction()).closesAt).to.equal((await step.now()) + DAY);
    await step.toAuctionEnd(n);
    await reverts(step.auctionBid(n, 3, 2n * RENT), "MachineAuction");
  });

  it("pass over a best bidder who has left meanwhile", async () => {
    await step.offer(n);
    await step.auctionBid(n, 2, RENT);
    await coop.registerContract.write.resign(step.by(2));
    await ended();
    expect(await deposit(2)).to.equal(RENT);
    expect((await auction()).kind).to.equal(Kind.Sale);
  });

  it("sell it where nobody needs it, at book value: to a member first, then to anyone [K6]", async () => {
    await step.offer(n);
    await ended();
    let sale = await auction();
    const value = await coop.machinesContract.read.bookValue([BigInt(n)]);
    expect([sale.kind, sale.toAnyone, sale.floor]).to.deep.equal([Kind.Sale, false, value]);
    await reverts(step.auctionBid(n, 9, value), "MachineMayNotBid");
    await reverts(step.auctionBid(n, 2, value - 1n), "MachineBidTooLow", [value - 1n, value]);
    await ended();
    sale = await auction();
    expect([sale.kind, sale.toAnyone, sale.floor]).to.deep.equal([Kind.Sale, true, value]);
    await step.auctionBid(n, 9, value);
    await ended();
    const owner = await coop.machinesContract.read.ownerOf([BigInt(n)]);
    expect(owner.toLowerCase()).to.equal(addressOf(chain, 9).toLowerCase());
    expect(await step.state(n)).to.equal(Machine.Gone);
    // Nobody but its owner moves it now, and nobody can offer it again.
    await reverts(step.offer(n), "MachineWrongState");
  });

  it("give the commons what a sale brings beyond the bonds [K5]", async () => {
    await coop.machinesContract.write.putUpForSale([BigInt(n), 15_000n * EURO], await asAssembly(chain, coop));
    await step.auctionBid(n, 2, 15_000n * EURO);
    await ended();
    const { state, funded, sunk } = await step.series(n);
    expect([state, sunk]).to.deep.equal([State.Redeemed, 12_000n * EURO]);
    expect(await step.fund(Fund.Commons)).to.equal(15_000n * EURO - funded - sunk);
    expect(await step.gain(0, () => step.claim(n, 0))).to.equal(9_000n * EURO + (funded * 3n) / 4n);
  });

  it("go below book value by extraordinary resolution alone [K6] [V7]", async () => {
    await reverts(coop.machinesContract.write.putUpForSale([BigInt(n), EURO], step.by(0)), "ModuleWrongPlace");
    const by = await asAssembly(chain, coop);
    await reverts(coop.machinesContract.write.putUpForSale([BigInt(n), 0n], by), "MachineTermsOutOfBounds");
    await coop.machinesContract.write.putUpForSale([BigInt(n), EURO], by);
    expect((await auction()).floor).to.equal(EURO);
    await reverts(coop.machinesContract.write.putUpForSale([BigInt(n), EURO], by), "MachineAuction");
    await reverts(step.offer(n), "MachineAuction");
  });

  it("leave a machine unsold that nobody wants, and it can be offered again", async () => {
    await step.offer(n);
    for (let i = 0; i < 3; ++i) await ended();
    expect([await step.state(n), (await auction()).kind]).to.deep.equal([Machine.Idle, Kind.None]);
    await step.offer(n);
    expect((await auction()).kind).to.equal(Kind.Rent);
  });

  it("are held of machines that are not let, and of no others [K6]", async () => {
    const m = await step.letMachine();
    await reverts(step.offer(m), "MachineWrongState", [BigInt(m), Machine.Let]);
    const by = await asAssembly(chain, coop);
    await reverts(coop.machinesContract.write.putUpForSale([BigInt(m), EURO], by), "MachineWrongState");
    await reverts(step.auctionBid(m, 2, RENT), "MachineAuction");
  });

  it("let nobody move a machine of the commons past them, the treasury's own hand included [K6]", async () => {
    const move = (from: `0x${string}`, as: `0x${string}`) =>
      coop.machinesContract.write.transferFrom([from, addressOf(chain, 2), BigInt(n)], { account: as });
    const officer = addressOf(chain, 50);
    for (const who of [officer, addressOf(chain, 0)])
      await reverts(move(coop.treasury, who), "ERC721InsufficientApproval");
    const by = await asAssembly(chain, coop);
    await reverts(move(coop.treasury, by.account), "ERC721InsufficientApproval");
    expect(Role.Treasurer).to.equal(3n);
  });

  it("stop while new business is stopped, and hand deposits back all the same [G1]", async () => {
    await step.offer(n);
    await step.auctionBid(n, 2, RENT);
    await step.auctionBid(n, 3, 2n * RENT);
    await coop.treasuryContract.write.halt([(await step.now()) + DAY], await asAssembly(chain, coop));
    await reverts(step.auctionBid(n, 4, 4n * RENT), "TreasuryHalted");
    expect(await step.gain(2, () => takeDeposit(2))).to.equal(RENT);
  });
});

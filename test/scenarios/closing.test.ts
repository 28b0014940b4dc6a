// The end of a co-op: creditors and unclaimed amounts, then shares at par, then the asset-locked body.
import { expect } from "chai";
import { DAY } from "../../scripts/deploy/charter.ts";
import { admit, payment, resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, carryOut, windingUp } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const OPERATING = 1;
const SHARE_CAPITAL = 2;
const BODY = 97;
const GARAGE = 50;

describe("The end of a co-op", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 6);
    for (const i of [0, 1, 2, 9]) await chain.euro.write.mint([addressOf(chain, i), 1_000n * EURO]);
    for (const i of [1, 2]) {
      await chain.euro.write.approve([coop.treasury, 100n * EURO], { account: account(chain, i) });
      await coop.sharesContract.write.subscribe([100n, 0n], { account: account(chain, i) });
    }
    await chain.euro.write.approve([coop.treasury, 500n * EURO], { account: account(chain, 9) });
    await coop.treasuryContract.write.deposit([OPERATING, chain.euro.address, 500n * EURO, hashOf("fares")], {
      account: account(chain, 9),
    });
    await chain.euro.write.transfer([coop.reserve, 300n * EURO], { account: account(chain, 9) });
    await coop.reserveContract.write.post();
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const as = (i: number) => ({ account: account(chain, i) });
  const balance = (i: number) => chain.euro.read.balanceOf([addressOf(chain, i)]);
  const fund = (n: number) => coop.treasuryContract.read.balanceOf([n, chain.euro.address]);
  const close = () => coop.directoryContract.write.close(as(30));
  const windUp = async () => {
    await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
    return (await chain.networkHelpers.time.latest()) + 90 * DAY;
  };

  it("comes ninety days after the members decided on it, by anyone's hand [A2]", async () => {
    await coop.reserveContract.write.acceptBody(as(BODY));
    await reverts(close(), "DirectoryTooEarly", [0n]);
    const from = await windUp();
    await chain.networkHelpers.time.setNextBlockTimestamp(from - 1);
    await reverts(close(), "DirectoryTooEarly", [BigInt(from)]);
    expect(await coop.directoryContract.read.closedAt()).to.equal(0n);
    await chain.networkHelpers.time.setNextBlockTimestamp(from + 1);
    await close();
    expect(await coop.directoryContract.read.closedAt()).to.equal(BigInt(from + 1));
    await reverts(close(), "DirectoryClosed");
  });

  it("waits for a body that has accepted, and the members can still name one [A2]", async () => {
    const from = await windUp();
    await chain.networkHelpers.time.increaseTo(from);
    await reverts(close(), "ReserveNoBody");
    await coop.reserveContract.write.acceptBody(as(BODY));
    await close();
  });

  it("pays creditors by resolution, shares at par, and the rest to the body alone [A2] [A1]", async () => {
    await coop.reserveContract.write.acceptBody(as(BODY));
    const end = resolution(chain, coop, [windingUp(coop)], "The end");
    await end.propose();
    await carryOut(end, [0, 1, 2, 3, 4, 5]);
    const bill = resolution(chain, coop, [payment(chain, coop, addressOf(chain, GARAGE), 40n * EURO)], "The last bill");
    await bill.propose();
    await carryOut(bill, [0, 1, 2, 3, 4, 5]);
    expect(await balance(GARAGE)).to.equal(40n * EURO);

    const wind = Number(await coop.directoryContract.read.windingUpSince());
    const later = resolution(chain, coop, [payment(chain, coop, addressOf(chain, 0), 60n * EURO)], "Too late");
    await chain.networkHelpers.time.increaseTo(wind + 45 * DAY);
    await later.propose();
    await later.toOpening();
    for (const i of [0, 1, 2, 3, 4, 5]) await later.vote(i, 1);
    await later.toClose();
    await later.toEta();
    await chain.networkHelpers.time.increaseTo(wind + 90 * DAY);
    await reverts(coop.sharesContract.write.redeem([2]), "MemberSharesNotClosed");
    await close();
    // What the members decided and did not carry out in time is the body's now.
    await reverts(later.execute(), "TreasuryClosed");

    const before = [await balance(1), await balance(2)] as const;
    await coop.sharesContract.write.redeem([2], as(30));
    await coop.sharesContract.write.redeem([3], as(30));
    expect([await balance(1), await balance(2)]).to.deep.equal([before[0] + 100n * EURO, before[1] + 100n * EURO]);
    expect([await fund(SHARE_CAPITAL), await coop.sharesContract.read.totalSupply()]).to.deep.equal([0n, 0n]);

    await coop.treasuryContract.write.endow([chain.euro.address], as(30));
    await coop.reserveContract.write.endow([chain.euro.address], as(30));
    expect(await balance(BODY)).to.equal(460n * EURO + 300n * EURO);
    expect([await fund(OPERATING), await coop.reserveContract.read.booked()]).to.deep.equal([0n, 0n]);
    await reverts(coop.treasuryContract.write.endow([chain.euro.address], as(30)), "TreasuryNothingToMove");
    await reverts(coop.reserveContract.write.endow([chain.euro.address]), "ReserveNothingToMove");
  });

  it("leaves alone what is still owed to members, whoever comes first [A2] [A5]", async () => {
    await coop.reserveContract.write.acceptBody(as(BODY));
    const from = await windUp();
    await chain.networkHelpers.time.increaseTo(from);
    await reverts(coop.treasuryContract.write.endow([chain.euro.address]), "TreasuryNotClosed");
    await close();
    await coop.treasuryContract.write.endow([chain.euro.address]);
    expect(await balance(BODY)).to.equal(500n * EURO);
    expect(await fund(SHARE_CAPITAL)).to.equal(200n * EURO);
    await chain.networkHelpers.time.increase(1_000 * DAY);
    const before = await balance(1);
    await coop.sharesContract.write.redeem([2]);
    expect(await balance(1)).to.equal(before + 100n * EURO);
  });

  it("pays the body what reached the reserve later, in any token", async () => {
    await coop.reserveContract.write.acceptBody(as(BODY));
    const from = await windUp();
    await chain.networkHelpers.time.increaseTo(from);
    await close();
    const other = await chain.viem.deployContract("TestEuro");
    await other.write.mint([coop.reserve, 5n]);
    await coop.reserveContract.write.endow([other.address]);
    expect(await other.read.balanceOf([addressOf(chain, BODY)])).to.equal(5n);
    expect(await coop.reserveContract.read.booked()).to.equal(300n * EURO);
    await chain.euro.write.transfer([coop.treasury, EURO], as(9));
    await coop.treasuryContract.write.postToReserve();
    await coop.reserveContract.write.endow([chain.euro.address]);
    expect(await balance(BODY)).to.equal(301n * EURO);
  });
});

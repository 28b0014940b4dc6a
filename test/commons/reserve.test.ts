// The indivisible reserve: two ways out, and neither leads to a member.
import { expect } from "chai";
import { encodeFunctionData, zeroAddress } from "viem";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { admit, resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, carryOut } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const OPERATING = 1;
const AUDITOR = 40;
const BODY = 97;
const HEIR = 41;
const HELD = 1_000n * EURO;

describe("Reserve", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 8);
    const until = (await chain.networkHelpers.time.latest()) + 300 * DAY;
    const by = await asAssembly(chain, coop);
    await coop.authorityContract.write.appoint([Role.Auditor, addressOf(chain, AUDITOR), until], by);
    await chain.euro.write.mint([addressOf(chain, 9), 2n * HELD]);
    await chain.euro.write.approve([coop.reserve, HELD], { account: account(chain, 9) });
    await coop.reserveContract.write.deposit([HELD, hashOf("a gift")], { account: account(chain, 9) });
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const as = (i: number) => ({ account: account(chain, i) });
  const certify = (amount: bigint) => coop.auditsContract.write.certifyLoss([amount, hashOf("report")], as(AUDITOR));
  const cover = async (amount: bigint, id = 1n) =>
    coop.reserveContract.write.coverLoss([id, amount], await asAssembly(chain, coop));
  const booked = () => coop.reserveContract.read.booked();
  const operating = () => coop.treasuryContract.read.balanceOf([OPERATING, chain.euro.address]);
  const balance = (who: `0x${string}`) => chain.euro.read.balanceOf([who]);
  const increaseTo = (t: number) => chain.networkHelpers.time.increaseTo(t);
  const now = () => chain.networkHelpers.time.latest();

  it("grows by what is given, and books what arrives unasked when anyone says so [A9]", async () => {
    expect(await booked()).to.equal(HELD);
    await chain.euro.write.transfer([coop.reserve, 5n * EURO], as(9));
    expect(await booked()).to.equal(HELD);
    await coop.reserveContract.write.post(as(30));
    expect(await booked()).to.equal(HELD + 5n * EURO);
    await reverts(coop.reserveContract.write.post(as(30)), "ReserveNothingToMove");
    await reverts(coop.reserveContract.write.deposit([0n, hashOf("")], as(9)), "ReserveNothingToMove");
  });

  it("takes what arrived unasked at the treasury, from anyone's hand, and touches no fund [A9] [case 50]", async () => {
    await chain.euro.write.transfer([coop.treasury, 7n * EURO], as(9));
    await coop.treasuryContract.write.postToReserve(as(30));
    expect([await booked(), await operating()]).to.deep.equal([HELD + 7n * EURO, 0n]);
    await reverts(coop.treasuryContract.write.postToReserve(as(30)), "TreasuryNothingToMove");
  });

  describe("covers a loss", () => {
    it("that the auditor certified, never above it, into the operating fund [A1]", async () => {
      await reverts(cover(1n), "AuditRegisterNoCertificate", [1n]);
      await certify(300n * EURO);
      await reverts(cover(301n * EURO), "AuditRegisterBeyondLoss", [1n, 300n * EURO, 301n * EURO]);
      await cover(200n * EURO);
      expect([await booked(), await operating()]).to.deep.equal([800n * EURO, 200n * EURO]);
      await reverts(cover(101n * EURO), "AuditRegisterBeyondLoss", [1n, 100n * EURO, 101n * EURO]);
      await cover(100n * EURO);
      await reverts(cover(1n), "AuditRegisterBeyondLoss", [1n, 0n, 1n]);
      expect(await balance(coop.reserve)).to.equal(700n * EURO);
    });

    it("by extraordinary resolution, and by nobody's hand [A1]", async () => {
      await certify(300n * EURO);
      for (const i of [0, AUDITOR, BODY]) {
        await reverts(coop.reserveContract.write.coverLoss([1n, EURO], as(i)), "ModuleWrongPlace");
        await reverts(coop.reserveContract.write.exhaust([1n], as(i)), "ModuleWrongPlace");
      }
      const abi = coop.reserveContract.abi;
      const data = encodeFunctionData({ abi, functionName: "coverLoss", args: [1n, 300n * EURO] });
      const step = resolution(chain, coop, [{ target: coop.reserve, data }], "The loss");
      await step.propose();
      expect((await coop.deskContract.read.proposalRecord([await step.id()])).kind).to.equal(2);
      await carryOut(step, [0, 1, 2, 3, 4, 5, 6]);
      expect(await operating()).to.equal(300n * EURO);
    });

    it("with what it has, and not with what was never booked", async () => {
      await certify(5_000n * EURO);
      await chain.euro.write.transfer([coop.reserve, 10n * EURO], as(9));
      await reverts(cover(HELD + 1n), "ReserveTooSmall", [HELD, HELD + 1n]);
      await reverts(cover(0n), "ReserveNothingToMove");
      await cover(HELD);
      expect(await booked()).to.equal(0n);
    });

    it("within a year of the certificate", async () => {
      await certify(300n * EURO);
      const certifiedAt = await now();
      await increaseTo(certifiedAt + 365 * DAY);
      expect(await coop.auditsContract.read.leftOf([1n])).to.equal(300n * EURO);
      await increaseTo(certifiedAt + 365 * DAY + 1);
      expect(await coop.auditsContract.read.leftOf([1n])).to.equal(0n);
      await reverts(cover(EURO), "AuditRegisterNoCertificate", [1n]);
    });
  });

  it("has no role, no replacement and no second beginning [A1] [case 99]", async () => {
    const by = await asAssembly(chain, coop);
    for (const place of [9, 13]) {
      const replace = coop.directoryContract.write.replace([place, coop.shares, hashOf("x"), "0x"], by);
      await reverts(replace, "DirectoryPlaceFixed", [place]);
    }
    const again = coop.reserveContract.write.initialize([chain.euro.address, addressOf(chain, 30)]);
    await reverts(again, "InvalidInitialization");
    await reverts(coop.reserveContract.write.endow([chain.euro.address], as(BODY)), "ReserveNotClosed");
  });

  describe("has an asset-locked body", () => {
    const body = () => coop.reserveContract.read.body();
    const name = async (who: `0x${string}`) =>
      coop.reserveContract.write.nameBody([who], await asAssembly(chain, coop));

    it("that has to accept on chain [A2]", async () => {
      await reverts(coop.reserveContract.read.beneficiary(), "ReserveNoBody");
      await reverts(coop.reserveContract.write.acceptBody(as(0)), "ReserveNotNamed", [addressOf(chain, 0)]);
      await coop.reserveContract.write.acceptBody(as(BODY));
      expect((await coop.reserveContract.read.beneficiary()).toLowerCase()).to.equal(addressOf(chain, BODY));
    });

    it("changed by constitutional resolution, after 180 days and its acceptance [A2] [V6]", async () => {
      await coop.reserveContract.write.acceptBody(as(BODY));
      await reverts(coop.reserveContract.write.nameBody([addressOf(chain, HEIR)], as(0)), "ModuleWrongPlace");
      const abi = coop.reserveContract.abi;
      const data = encodeFunctionData({ abi, functionName: "nameBody", args: [addressOf(chain, HEIR)] });
      const kind = await coop.deskContract.read.leastKind([[coop.reserve], [0n], [data]]);
      expect(kind).to.equal(3);

      await name(addressOf(chain, HEIR));
      const effective = (await now()) + 180 * DAY;
      await increaseTo(effective + 1);
      // Not without its word.
      expect((await body())[0].toLowerCase()).to.equal(addressOf(chain, BODY));
      await coop.reserveContract.write.acceptBody(as(HEIR));
      expect((await body())[0].toLowerCase()).to.equal(addressOf(chain, HEIR));
      await reverts(coop.reserveContract.write.acceptBody(as(BODY)), "ReserveNotNamed");
    });

    it("not before its 180 days are over, to the second [A2]", async () => {
      await coop.reserveContract.write.acceptBody(as(BODY));
      await name(addressOf(chain, HEIR));
      const effective = (await now()) + 180 * DAY;
      await coop.reserveContract.write.acceptBody(as(HEIR));
      await increaseTo(effective - 1);
      expect((await coop.reserveContract.read.beneficiary()).toLowerCase()).to.equal(addressOf(chain, BODY));
      await increaseTo(effective);
      expect((await coop.reserveContract.read.beneficiary()).toLowerCase()).to.equal(addressOf(chain, HEIR));
      // And then another can be named after it.
      await name(addressOf(chain, 42));
      expect((await body())[0].toLowerCase()).to.equal(addressOf(chain, HEIR));
    });

    it("and never a present or past member, a module or nobody [A2]", async () => {
      await reverts(name(addressOf(chain, 4)), "ReserveUnfitBody", [addressOf(chain, 4)]);
      await coop.registerContract.write.resign(as(4));
      await reverts(name(addressOf(chain, 4)), "ReserveUnfitBody");
      await reverts(name(coop.treasury), "ReserveUnfitBody");
      await reverts(name(zeroAddress), "ReserveUnfitBody");
      // Not even one that became a member after it was named.
      await coop.reserveContract.write.acceptBody(as(BODY));
      await coop.admit(addressOf(chain, BODY), 0, hashOf("x"));
      await reverts(coop.reserveContract.read.beneficiary(), "ReserveUnfitBody");
      await coop.registerContract.write.resign(as(BODY));
      await reverts(coop.reserveContract.read.beneficiary(), "ReserveUnfitBody");
    });
  });
});

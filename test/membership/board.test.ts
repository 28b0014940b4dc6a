// The board: what one person decides another carries out, and without a board three members together do.
import { expect } from "chai";
import { encodeFunctionData, type Hex, zeroHash } from "viem";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { admit, commitment } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, soleDirector } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const ID = 5;
const APPLICANT = 20;

describe("Board", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 8);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let data: Hex;
  beforeEach(async () => {
    ({ chain, coop } = given());
    const until = (await chain.networkHelpers.time.latest()) + 29 * DAY;
    data = encodeFunctionData({
      abi: coop.registerContract.abi,
      functionName: "suspend",
      args: [ID, until, hashOf("late")],
    });
  });
  const as = (i: number) => ({ account: account(chain, i) });
  const decide = (by: number, target = coop.register, call = data) =>
    coop.boardContract.write.decide([target, call, hashOf("minutes")], as(by));
  const second = (by: number, actId = 1n) => coop.boardContract.write.second([actId], as(by));
  const carryOut = (by: number, call = data, actId = 1n) =>
    coop.boardContract.write.carryOut([actId, coop.register, call], as(by));
  const suspended = async () => (await coop.registerContract.read.suspendedUntil([ID])) !== 0;
  const grant = async (role: bigint, i: number, days = 100) => {
    const until = (await chain.networkHelpers.time.latest()) + days * DAY;
    return coop.authorityContract.write.appoint([role, addressOf(chain, i), until], await asAssembly(chain, coop));
  };
  const recall = async (i: number) =>
    coop.authorityContract.write.recall([Role.Board, addressOf(chain, i)], await asAssembly(chain, coop));

  it("has one decide and another carry out, never the same [B1]", async () => {
    await reverts(decide(1), "BoardNotADirector", [addressOf(chain, 1)]);
    await decide(0);
    await reverts(carryOut(0), "BoardSamePerson", [1n, addressOf(chain, 0)]);
    await reverts(carryOut(1), "BoardNotADirector", [addressOf(chain, 1)]);
    expect(await suspended()).to.equal(false);
    await carryOut(98);
    expect(await suspended()).to.equal(true);
    await reverts(carryOut(99), "BoardNoSuchAct", [1n]);
  });

  it("so two directors suspend withdrawals, and one does not [B1] [S3]", async () => {
    const until = (await chain.networkHelpers.time.latest()) + 30 * DAY;
    const args = [until, hashOf("a run on the shares")] as const;
    for (const by of [0, 1]) {
      await reverts(coop.sharesContract.write.suspendWithdrawals(args, as(by)), "ModuleUnauthorised");
    }
    const stop = encodeFunctionData({ abi: coop.sharesContract.abi, functionName: "suspendWithdrawals", args });
    await decide(0, coop.shares, stop);
    await coop.boardContract.write.carryOut([1n, coop.shares, stop], as(98));
    expect((await coop.sharesContract.read.suspension())[1]).to.equal(BigInt(until));
  });

  it("or the treasurer carry out, who does not decide [B1]", async () => {
    await grant(Role.Treasurer, 50);
    await reverts(decide(50), "BoardNotADirector");
    await decide(0);
    await carryOut(50);
    expect(await suspended()).to.equal(true);
  });

  it("carries out what was decided and nothing else", async () => {
    await decide(0);
    const other = encodeFunctionData({ abi: coop.registerContract.abi, functionName: "lift", args: [ID] });
    await reverts(carryOut(98, other), "BoardNotWhatWasDecided", [1n]);
    await reverts(coop.boardContract.write.carryOut([1n, coop.shares, data], as(98)), "BoardNotWhatWasDecided");
    await reverts(carryOut(98, data, 2n), "BoardNoSuchAct", [2n]);
    await reverts(decide(0, addressOf(chain, 9)), "BoardTargetNotModule");
  });

  it("can do what the table of powers gives it, and no more", async () => {
    const expels = encodeFunctionData({
      abi: coop.registerContract.abi,
      functionName: "expel",
      args: [ID, hashOf("grounds")],
    });
    await decide(0, coop.register, expels);
    await reverts(carryOut(98, expels), "ModuleUnauthorised");
    const joins = encodeFunctionData({
      abi: coop.registerContract.abi,
      functionName: "admit",
      args: [addressOf(chain, APPLICANT), 0, zeroHash],
    });
    await decide(0, coop.register, joins);
    await reverts(carryOut(98, joins, 2n), "ModuleUnauthorised");
  });

  it("takes a decision back, and lets it lapse after thirty days", async () => {
    await decide(0);
    await reverts(coop.boardContract.write.withdraw([1n], as(98)), "BoardNotADirector");
    await coop.boardContract.write.withdraw([1n], as(0));
    await reverts(carryOut(98), "BoardNoSuchAct");
    await decide(0);
    const decidedAt = await chain.networkHelpers.time.latest();
    await chain.networkHelpers.time.setNextBlockTimestamp(decidedAt + 30 * DAY + 1);
    await reverts(carryOut(98, data, 2n), "BoardActLapsed", [2n]);
  });

  it("drops what was decided by somebody who is in office no more [B1]", async () => {
    await decide(98);
    await grant(Role.Board, 51);
    await recall(98);
    await reverts(carryOut(0), "BoardActLapsed", [1n]);
  });

  describe("with fewer than two directors in office", () => {
    beforeEach(() => soleDirector(chain, coop));

    it("is any three members together: one decides, one seconds, one carries out [V8]", async () => {
      expect(await coop.boardContract.read.inOffice()).to.equal(false);
      await reverts(decide(40), "BoardNotADirector");
      await decide(3);
      await reverts(carryOut(4), "BoardSecondMissing", [1n]);
      await reverts(second(3), "BoardSamePerson");
      await reverts(second(40), "BoardNotADirector");
      await second(5);
      await reverts(second(6), "BoardSamePerson");
      for (const by of [3, 5]) await reverts(carryOut(by), "BoardSamePerson");
      await reverts(carryOut(40), "BoardNotADirector");
      await carryOut(6);
      expect(await suspended()).to.equal(true);
    });

    it("also decides who may join [V8] [M2]", async () => {
      await recall(0);
      await coop.registerContract.write.applyFor([0, commitment(1)], as(APPLICANT));
      const accepts = encodeFunctionData({
        abi: coop.registerContract.abi,
        functionName: "accept",
        args: [addressOf(chain, APPLICANT), zeroHash],
      });
      await decide(3, coop.register, accepts);
      await second(4);
      await carryOut(5, accepts);
      expect((await coop.registerContract.read.applicationOf([addressOf(chain, APPLICANT)])).state).to.equal(2);
    });

    it("drops what members began when a board takes office, or when one of them left", async () => {
      await decide(3);
      await second(5);
      await coop.registerContract.write.resign(as(5));
      await reverts(carryOut(6), "BoardActLapsed");
      await decide(3);
      await second(4, 2n);
      await grant(Role.Board, 52);
      await reverts(second(6, 2n), "BoardInOffice");
      await reverts(carryOut(0, data, 2n), "BoardActLapsed");
    });
  });
});

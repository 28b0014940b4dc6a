// Suspension: services stop, and nothing else does.
import { expect } from "chai";
import { encodeFunctionData, type Hex } from "viem";
import { DAY, Position, Topic } from "../../scripts/deploy/charter.ts";
import { admit, minute, resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, expulsion } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const DAN = 4;
const ID = 5;
const LIMIT = 30 * DAY;

describe("Suspension of a member", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 8);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const as = (i: number) => ({ account: account(chain, i) });
  const now = () => chain.networkHelpers.time.latest();
  const call = (until: number, reason: Hex = hashOf("late"), id = ID) =>
    encodeFunctionData({ abi: coop.registerContract.abi, functionName: "suspend", args: [id, until, reason] });
  /** Two directors together. */
  const suspend = async (until: number, reason?: Hex, id?: number) => {
    const data = call(until, reason, id);
    await coop.boardContract.write.decide([coop.register, data, hashOf("minutes")]);
    const actId = await coop.boardContract.read.actsEver();
    await coop.boardContract.write.carryOut([actId, coop.register, data], as(98));
  };
  const until = () => coop.registerContract.read.suspendedUntil([ID]);

  it("takes two directors; one alone, or anybody else, does not suspend [B1] [M4]", async () => {
    const end = (await now()) + 10 * DAY;
    for (const by of [0, 98, 1]) {
      await reverts(coop.registerContract.write.suspend([ID, end, hashOf("late")], as(by)), "ModuleUnauthorised");
    }
    await suspend(end);
    expect(await until()).to.equal(end);
  });

  it("ends by itself, and within the limit [M4]", async () => {
    const soon = (await now()) + 60;
    await reverts(suspend(soon + LIMIT + DAY), "MemberRegisterSuspensionOutOfBounds");
    await reverts(suspend(await now()), "MemberRegisterSuspensionOutOfBounds");
    await reverts(suspend(soon + DAY, `0x${"0".repeat(64)}`), "MemberRegisterSuspensionOutOfBounds");
    await reverts(suspend(soon + DAY, hashOf("x"), 99), "MemberRegisterNoSuchMember");
    await suspend(soon + DAY);
    await reverts(suspend(soon + 2 * DAY, hashOf("other")), "MemberRegisterSuspensionStands", [ID, soon + DAY]);
    await chain.networkHelpers.time.increaseTo(soon + DAY);
    await suspend(soon + 2 * DAY, hashOf("other"));
  });

  it("is never given twice for one reason, lifted early or not [M4]", async () => {
    await suspend((await now()) + 10 * DAY);
    await reverts(coop.registerContract.write.lift([ID], as(1)), "ModuleUnauthorised");
    await coop.registerContract.write.lift([ID], as(98));
    expect(await until()).to.equal(0);
    await reverts(coop.registerContract.write.lift([ID]), "MemberRegisterSuspensionStands");
    await reverts(suspend((await now()) + 10 * DAY), "MemberRegisterReasonUsed", [ID, hashOf("late")]);
    // The same reason can be another member's.
    await suspend((await now()) + 10 * DAY, hashOf("late"), 6);
  });

  it("leaves vote, proxy, shares and the right to be heard", async () => {
    await chain.euro.write.mint([addressOf(chain, DAN), 10n * EURO]);
    await chain.euro.write.approve([coop.treasury, 10n * EURO], as(DAN));
    await suspend((await now()) + LIMIT - DAY);
    await coop.sharesContract.write.subscribe([10n, 0n], as(DAN));
    await coop.sharesContract.write.withdraw([4n], as(DAN));
    const vote = resolution(chain, coop, [minute(coop)], "Meanwhile");
    await vote.draft(DAN);
    await vote.propose();
    await vote.vote(DAN, Position.For);
    await coop.lobbyContract.write.nameProxy([Topic.General, addressOf(chain, 0)], as(DAN));
    const parting = resolution(chain, coop, [expulsion(coop, ID)], "Parting");
    await parting.propose();
    await coop.deskContract.write.beHeard([await parting.id(), hashOf("I say")], as(DAN));
  });

  it("is ninety days long at most, whatever the charter says [M4]", async () => {
    const by = await asAssembly(chain, coop);
    const terms = { decideWithin: 30 * DAY, suspensionLimit: 90 * DAY, recoveryWait: 14 * DAY };
    const longer = { ...terms, suspensionLimit: 90 * DAY + 1 };
    await reverts(coop.registerContract.write.setTerms([longer], by), "MemberRegisterTermOutOfBounds", ["0x4d340000"]);
    await coop.registerContract.write.setTerms([terms], by);
    await suspend((await now()) + 90 * DAY - 60);
  });
});

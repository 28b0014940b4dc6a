// The way in: one applies, the board decides in time, and whoever was accepted joins by an act of its own.
import { expect } from "chai";
import { type Hex, zeroHash } from "viem";
import { ClassKind, DAY, defaultRules, NO_PERMIT, Position } from "../../scripts/deploy/charter.ts";
import { admit, commitment, decideWith, minute, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, admission, asAssembly, carryOut, memberOf, windingUp } from "../helpers/motions.ts";
import { permitFor } from "../helpers/permits.ts";
import { reverts } from "../helpers/reverts.ts";

const State = { None: 0, Waiting: 1, Accepted: 2, Refused: 3 } as const;
const WITHIN = 30 * DAY;
const ANA = 10;
const BEN = 11;
const SHARE_CAPITAL = 2;

describe("Applications", () => {
  const given = perTest(async () => coopWith());
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const as = (i: number) => ({ account: account(chain, i) });
  const write = () => coop.registerContract.write;
  const apply = (i = ANA, classIndex = 0) => write().applyFor([classIndex, commitment(i)], as(i));
  const accept = (i = ANA, attestation: Hex = zeroHash, by = 0) =>
    write().accept([addressOf(chain, i), attestation], as(by));
  const refuse = (i = ANA, reason = 1, by = 0) => write().refuse([addressOf(chain, i), reason, hashOf("why")], as(by));
  const join = (i = ANA, units = 0n, promised = 0n) => write().join([units, promised, NO_PERMIT], as(i));
  const application = (i = ANA) => coop.registerContract.read.applicationOf([addressOf(chain, i)]);
  const now = () => chain.networkHelpers.time.latest();
  const goTo = (moment: number) => chain.networkHelpers.time.setNextBlockTimestamp(moment);

  it("wait for the board, and whoever is accepted joins and is the application's commitment [M2]", async () => {
    await apply(ANA, 1);
    const until = (await now()) + WITHIN;
    expect(await application()).to.deep.equal({
      class: 1,
      state: State.Waiting,
      until,
      appealed: false,
      commitment: commitment(ANA),
    });
    expect(await memberOf(chain, coop, ANA)).to.deep.equal({ id: 0, seat: 0 });
    await accept();
    expect((await application()).state).to.equal(State.Accepted);
    expect(await memberOf(chain, coop, ANA)).to.deep.equal({ id: 0, seat: 0 });
    await join();
    expect(await memberOf(chain, coop, ANA)).to.deep.equal({ id: 4, seat: (1 << 24) | 2 });
    const [admitted] = await coop.registerContract.getEvents.Admitted();
    expect(admitted?.args.commitment).to.equal(commitment(ANA));
    expect((await application()).state).to.equal(State.None);
    await reverts(join(), "MemberRegisterNotAccepted");
  });

  it("are decided by the board and by nobody else [M2]", async () => {
    await apply();
    await reverts(accept(ANA, zeroHash, 1), "ModuleUnauthorised");
    await reverts(refuse(ANA, 1, 1), "ModuleUnauthorised");
    await reverts(accept(ANA, zeroHash, ANA), "ModuleUnauthorised");
    await reverts(join(), "MemberRegisterNotAccepted", [addressOf(chain, ANA)]);
    await reverts(accept(BEN), "MemberRegisterNoApplication", [addressOf(chain, BEN)]);
    await reverts(refuse(BEN), "MemberRegisterNoApplication");
    await accept();
    await reverts(accept(), "MemberRegisterNoApplication");
    await reverts(refuse(), "MemberRegisterNoApplication");
  });

  it("count as refused when nobody decided in time, to the second [M2]", async () => {
    await apply(ANA);
    const until = (await now()) + WITHIN;
    await apply(BEN);
    await goTo(until);
    await accept(ANA);
    await goTo(until + 2);
    await reverts(accept(BEN), "MemberRegisterDecidedTooLate", [addressOf(chain, BEN), until + 1]);
    await reverts(refuse(BEN), "MemberRegisterDecidedTooLate");
    // Nobody was heard: one may ask again at once.
    await apply(BEN);
  });

  it("are refused with a reason that the rulebook knows [M2]", async () => {
    await apply();
    await reverts(refuse(ANA, 0), "MemberRegisterUnknownReason", [0]);
    await reverts(refuse(ANA, 6), "MemberRegisterUnknownReason", [6]);
    await refuse(ANA, 5);
    const [refused] = await coop.registerContract.getEvents.Refused();
    expect([refused?.args.reason, refused?.args.statement]).to.deep.equal([5, hashOf("why")]);
    const until = (await now()) + WITHIN;
    await reverts(join(), "MemberRegisterNotAccepted");
    await reverts(apply(), "MemberRegisterTooSoon", [addressOf(chain, ANA), until]);
    await reverts(write().withdrawApplication(as(ANA)), "MemberRegisterNoApplication");
    await goTo(until);
    await reverts(apply(), "MemberRegisterTooSoon");
    await goTo(until + 2);
    await apply();
  });

  it("lapse thirty days after acceptance", async () => {
    await apply();
    await accept();
    const until = (await now()) + 30 * DAY;
    await goTo(until + 1);
    await reverts(join(), "MemberRegisterNotAccepted");
    await apply();
  });

  it("can be taken back, waiting or accepted", async () => {
    await reverts(write().withdrawApplication(as(ANA)), "MemberRegisterNoApplication");
    await apply();
    await reverts(apply(), "MemberRegisterApplicationOpen");
    await write().withdrawApplication(as(ANA));
    await apply();
    await accept();
    await write().withdrawApplication(as(ANA));
    await reverts(join(), "MemberRegisterNotAccepted");
  });

  it("are for classes that exist and that the board fills", async () => {
    await reverts(apply(ANA, 4), "MemberRegisterUnknownClass", [4]);
    await reverts(apply(ANA, 255), "MemberRegisterUnknownClass", [255]);
    await reverts(apply(0, 0), "MemberRegisterSameClass", [0]);
  });

  it("come to nothing when the co-op winds up meanwhile [A2]", async () => {
    await apply();
    await accept();
    await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
    await reverts(join(), "MemberRegisterWindingUp");
    await reverts(apply(BEN), "MemberRegisterWindingUp");
  });

  it("are decided within the charter's deadline, ninety days at most [M2]", async () => {
    const terms = { decideWithin: 90 * DAY, suspensionLimit: 30 * DAY, recoveryWait: 14 * DAY };
    const by = await asAssembly(chain, coop);
    await reverts(write().setTerms([terms], as(0)), "ModuleUnauthorised");
    const late = { ...terms, decideWithin: 90 * DAY + 1 };
    await reverts(write().setTerms([late], by), "MemberRegisterTermOutOfBounds", ["0x4d320000"]);
    await reverts(write().setTerms([{ ...terms, decideWithin: 0 }], by), "MemberRegisterTermOutOfBounds");
    await write().setTerms([terms], by);
    await apply();
    expect((await application()).until).to.equal((await now()) + 90 * DAY);
  });

  describe("attestations", () => {
    const proof = hashOf("one person");
    it("speak for one account ever [M1] [case 3]", async () => {
      await apply(ANA);
      await apply(BEN);
      await accept(ANA, proof);
      await reverts(accept(BEN, proof), "MemberRegisterAttestationUsed", [proof, addressOf(chain, ANA)]);
      await join(ANA);
      await write().resign(as(ANA));
      await reverts(accept(BEN, proof), "MemberRegisterAttestationUsed");
      // Its own account may show it again.
      await apply(ANA);
      await accept(ANA, proof);
      await accept(BEN, hashOf("another person"));
    });
  });

  describe("of members", () => {
    it("move them to another class at their own request, with a new seat", async () => {
      await apply(0, 1);
      await accept(0, zeroHash, 98);
      await join(0);
      expect(await memberOf(chain, coop, 0)).to.deep.equal({ id: 1, seat: (1 << 24) | 2 });
      const record = await coop.registerContract.read.member([1n]);
      expect([record.class, record.serial, record.status]).to.deep.equal([1, 2, 1]);
      expect((await coop.registerContract.read.roll()).map((r) => r.active)).to.deep.equal([0, 2, 1, 0]);
      expect(await coop.registerContract.read.membersEver()).to.equal(3);
    });

    it("leave their ballot in votes under way and give them no second one [M1] [case 11]", async () => {
      await admit(chain, coop, 3, 8);
      const step = resolution(chain, coop, [minute(coop)], "Under way");
      await step.propose();
      await step.vote(1, Position.For);
      await apply(1, 0);
      await accept(1);
      await join(1);
      await reverts(step.vote(1, Position.Against), "AssemblyNotOnRoll");
      expect((await step.tally()).map((t) => t.votes[Position.For])).to.deep.equal([0, 1, 0, 0]);
      expect((await step.outcome()).ballots).to.equal(1);
      const next = resolution(chain, coop, [minute(coop)], "Next");
      await next.propose();
      await next.vote(1, Position.Against);
      expect((await next.tally()).map((t) => t.votes[Position.Against])).to.deep.equal([1, 0, 0, 0]);
    });
  });

  describe("with shares", () => {
    const shares = (i = ANA) => coop.sharesContract.read.balanceOf([addressOf(chain, i)]);
    const capital = () => coop.treasuryContract.read.balanceOf([SHARE_CAPITAL, chain.euro.address]);
    beforeEach(async () => {
      await chain.euro.write.mint([addressOf(chain, ANA), 100n * EURO]);
      await apply();
      await accept();
    });

    it("are paid in the transaction that admits, with an allowance", async () => {
      await chain.euro.write.approve([coop.treasury, 5n * EURO], as(ANA));
      await join(ANA, 5n, 20n);
      expect([await shares(), await capital()]).to.deep.equal([5n, 5n * EURO]);
      expect((await memberOf(chain, coop, ANA)).id).to.equal(4);
    });

    it("or with a permit, so that it is one act", async () => {
      const permit = await permitFor(chain, coop, ANA, 5n * EURO);
      await write().join([5n, 0n, permit], as(ANA));
      expect([await shares(), await capital()]).to.deep.equal([5n, 5n * EURO]);
      expect(await chain.euro.read.allowance([addressOf(chain, ANA), coop.treasury])).to.equal(0n);
    });

    it("and a permit that somebody else used first does no harm [case 35]", async () => {
      const permit = await permitFor(chain, coop, ANA, 5n * EURO);
      const { deadline, v, r, s } = permit;
      const args = [addressOf(chain, ANA), coop.treasury, 5n * EURO, deadline, v, r, s] as const;
      await chain.euro.write.permit(args, as(BEN));
      await write().join([5n, 0n, permit], as(ANA));
      expect([await shares(), await capital()]).to.deep.equal([5n, 5n * EURO]);
    });

    it("admit nobody when the money does not come", async () => {
      await reverts(join(ANA, 5n), "ERC20InsufficientAllowance");
      expect(await memberOf(chain, coop, ANA)).to.deep.equal({ id: 0, seat: 0 });
      expect((await application()).state).to.equal(State.Accepted);
      expect(await capital()).to.equal(0n);
      await reverts(join(ANA, 100_001n), "MemberSharesHoldingOutOfBounds");
      await reverts(join(ANA, 0n, 5n), "MemberSharesNoUnits");
      expect(await memberOf(chain, coop, ANA)).to.deep.equal({ id: 0, seat: 0 });
    });
  });

  describe("on appeal", () => {
    const appeal = (text = "Hear me", i = ANA) => coop.lobbyContract.write.appeal([text], as(i));
    const drafted = async () => {
      const [event] = await coop.deskContract.getEvents.Drafted();
      return event?.args;
    };

    it("go to the members as an ordinary resolution, without the board [M3]", async () => {
      await apply(ANA, 1);
      await refuse();
      await appeal();
      const draft = await drafted();
      expect([draft?.proposer?.toLowerCase(), draft?.kind]).to.deep.equal([addressOf(chain, ANA), 1]);
      await coop.deskContract.write.second([draft?.draftId ?? 0n], as(2));
      const data = admission(coop, addressOf(chain, ANA), 1);
      const exact = { ...data, data: draft?.calldatas?.[0] ?? "0x" };
      const step = resolution(chain, coop, [exact], "Hear me");
      await step.giveNotice(ANA, 1);
      await carryOut(step, [0, 1, 2]);
      expect(await memberOf(chain, coop, ANA)).to.deep.equal({ id: 4, seat: (1 << 24) | 2 });
      expect((await application()).state).to.equal(State.None);
    });

    it("also when the board was silent, and once [M3] [M2]", async () => {
      await apply();
      await reverts(appeal(), "MemberRegisterNotRefused");
      await goTo((await now()) + WITHIN + 1);
      await appeal();
      expect((await application()).appealed).to.equal(true);
      await reverts(appeal("Once more"), "MemberRegisterNotRefused");
    });

    it("and not without a refusal, nor from a member, nor at the register itself", async () => {
      await reverts(appeal(), "MemberRegisterNotRefused", [addressOf(chain, ANA)]);
      await apply(0, 1);
      await refuse(0, 1, 98);
      await reverts(appeal("Me too", 0), "MemberRegisterNotRefused");
      await apply();
      await refuse();
      await reverts(write().appeal([addressOf(chain, ANA)], as(ANA)), "ModuleWrongPlace");
      await reverts(appeal("x".repeat(20_001)), "AssemblyTextTooLong");
    });

    it("need members behind them like every draft [V8]", async () => {
      await apply();
      await refuse();
      await appeal();
      const data = (await drafted())?.calldatas?.[0] ?? "0x";
      const step = resolution(chain, coop, [{ target: coop.register, data }], "Hear me");
      await reverts(step.giveNotice(ANA, 1), "AssemblySecondersMissing", [0n, 1n]);
    });
  });

  it("after notice do not change who decides, however many there are [V1] [case 7] [case 113]", async () => {
    const step = resolution(chain, coop, [minute(coop)], "Before they came");
    await step.propose();
    for (let i = 10; i < 20; i++) {
      await apply(i, 1);
      await accept(i);
      await join(i);
    }
    await step.toOpening();
    await reverts(step.vote(12, Position.For), "AssemblyNotOnRoll");
    await decideWith(step, [Position.Against, Position.Against, Position.For]);
    expect((await step.outcome()).roll).to.equal(3);
  });

  it("of a place or of nature are the members' to bring [C1]", async () => {
    const { chain: other, coop: river } = await coopWith(() => ({
      classes: [
        { kind: ClassKind.Worker, name: "Drivers" },
        { kind: ClassKind.User, name: "Riders" },
        { kind: ClassKind.Community, name: "The river" },
      ],
      rules: defaultRules([5_000, 4_000, 1_000]),
    }));
    const ask = river.registerContract.write.applyFor([2, commitment(1)], { account: at(other.wallets, ANA).account });
    await reverts(ask, "MemberRegisterByResolutionOnly", [2]);
  });

  it("are not the way of the last member out: somebody has to be left [case 8]", async () => {
    await write().resign(as(1));
    await write().resign(as(2));
    await reverts(write().resign(as(0)), "MemberRegisterLastMember", [1]);
    const end = resolution(chain, coop, [windingUp(coop)], "The end");
    await end.propose();
    await carryOut(end, [0]);
    await write().resign(as(0));
    expect((await coop.registerContract.read.roll()).map((r) => r.active)).to.deep.equal([0, 0, 0, 0]);
  });
});

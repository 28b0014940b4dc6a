// A lost account: the new one asks, people who know the member attest, everybody can see it coming, and the old one can say no.
import { expect } from "chai";
import { zeroAddress, zeroHash } from "viem";
import { DAY, defaultMembership, NO_PERMIT, Position, Role, Topic } from "../../scripts/deploy/charter.ts";
import { admit, commitment, minute, resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import {
  account,
  addressOf,
  asAssembly,
  carryOut,
  expulsion,
  memberOf,
  recoveryDecided,
  soleDirector,
} from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

/** Shorter than a vote, so that one is under way when it ends. */
const WAIT = 7 * DAY;
/** Member 5 is wallet 4, who lost it; wallet 30 is the new one. */
const LOST = 4;
const ID = 5;
const NEW = 30;

describe("Recovery of an account", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith(() => ({ membership: { ...defaultMembership, recoveryWait: WAIT } }));
    await admit(chain, coop, 3, 12);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const as = (i: number) => ({ account: account(chain, i) });
  const { write, read } = {
    write: () => coop.registerContract.write,
    read: () => coop.registerContract.read,
  };
  const request = (id = ID, by = NEW) => write().requestRecovery([id, hashOf("I lost it")], as(by));
  const attest = (by: number, id = ID, to = NEW) => write().attestRecovery([id, addressOf(chain, to)], as(by));
  const complete = (id = ID) => write().completeRecovery([id]);
  const recovering = (id = ID) => read().isRecovering([id]);
  const now = () => chain.networkHelpers.time.latest();
  const goTo = (moment: number) => chain.networkHelpers.time.setNextBlockTimestamp(moment);
  const attested = async () => {
    await request();
    for (const by of [0, 1, 2]) await attest(by);
    return (await now()) + WAIT;
  };

  it("moves the member's rights once, after the wait, and the old key is dead [M6] [case 4]", async () => {
    const vote = resolution(chain, coop, [minute(coop)], "Under way");
    await vote.propose();
    await vote.vote(LOST, Position.Against);
    const { seat } = await memberOf(chain, coop, LOST);
    const readyAt = await attested();
    expect(await read().recoveryOf([ID])).to.deep.equal({
      newAccount: (await read().recoveryOf([ID])).newAccount,
      readyAt,
      vetoedAt: 0,
    });
    await goTo(readyAt - 1);
    await reverts(complete(), "MemberRegisterRecoveryTooEarly", [ID, readyAt]);
    await goTo(readyAt + 1);
    await complete();

    expect(await memberOf(chain, coop, NEW)).to.deep.equal({ id: ID, seat });
    expect(await memberOf(chain, coop, LOST)).to.deep.equal({ id: 0, seat: 0 });
    expect((await read().ownerOf([BigInt(ID)])).toLowerCase()).to.equal(addressOf(chain, NEW));
    expect(await read().balanceOf([addressOf(chain, LOST)])).to.equal(0n);
    expect(await recovering()).to.equal(false);
    // The ballot stays, and only the new account can change it.
    await reverts(vote.vote(LOST, Position.For), "AssemblyNotMember");
    expect((await vote.tally()).map((t) => t.votes[Position.Against])).to.deep.equal([1, 0, 0, 0]);
    await reverts(complete(), "MemberRegisterNoRecovery");
    expect((await read().roll()).reduce((sum, r) => sum + r.active, 0)).to.equal(12);
  });

  it("lets the new account change the ballot that the old one cast [M6]", async () => {
    const readyAt = await attested();
    await goTo(readyAt + 1);
    const vote = resolution(chain, coop, [minute(coop)], "Later");
    await complete();
    await vote.propose();
    await vote.vote(NEW, Position.Against);
    await vote.vote(NEW, Position.For);
    expect((await vote.outcome()).ballots).to.equal(1);
  });

  it("keeps the voter that the Assembly remembers, with those it speaks for [M6] [V11]", async () => {
    await coop.registerContract.write.applyFor([0, commitment(40)], as(40));
    await write().accept([addressOf(chain, 40), zeroHash]);
    await write().join([0n, 0n, NO_PERMIT], as(40));
    const lobby = coop.lobbyContract.write;
    await lobby.nameProxy([Topic.General, addressOf(chain, LOST)], as(40));
    await lobby.acceptProxy([Topic.General, addressOf(chain, 40)], as(LOST));
    const readyAt = await attested();
    await goTo(readyAt + 1);
    await complete();
    const vote = resolution(chain, coop, [minute(coop)], "By the new account");
    await vote.propose();
    await vote.vote(NEW, Position.For);
    expect((await vote.outcome()).ballots).to.equal(2);
  });

  describe("is attested", () => {
    it("by a director and two other members, no fewer [M6]", async () => {
      await request();
      await attest(1);
      await attest(2);
      expect(await recovering()).to.equal(false);
      expect(await read().attestationsOf([ID, addressOf(chain, NEW)])).to.deep.equal([true, false, 2]);
      await attest(3);
      expect(await recovering()).to.equal(false);
      await attest(98);
      expect(await recovering()).to.equal(true);
    });

    it("by the board and one member is not enough [M6]", async () => {
      await request();
      await attest(98);
      await attest(1);
      expect(await recovering()).to.equal(false);
      // A second director who is no member is nobody here.
      await reverts(attest(99), "MemberRegisterMayNotAttest", [ID, addressOf(chain, 99)]);
      // One who is a member counts as one.
      await attest(0);
      expect(await recovering()).to.equal(true);
    });

    it("by other people than the member itself, each once [M6]", async () => {
      await request();
      await reverts(attest(LOST), "MemberRegisterMayNotAttest", [ID, addressOf(chain, LOST)]);
      await reverts(attest(NEW), "MemberRegisterMayNotAttest");
      await reverts(attest(40), "MemberRegisterMayNotAttest");
      await attest(0);
      await reverts(attest(0), "MemberRegisterMayNotAttest", [ID, addressOf(chain, 0)]);
      await attest(1);
      await reverts(attest(1), "MemberRegisterMayNotAttest");
      expect(await recovering()).to.equal(false);
    });

    it("by any three members when no board is in office [V8]", async () => {
      await soleDirector(chain, coop);
      await request();
      await attest(1);
      await attest(2);
      await attest(3);
      expect(await recovering()).to.equal(false);
      await coop.authorityContract.write.recall([Role.Board, addressOf(chain, 0)], await asAssembly(chain, coop));
      await attest(5);
      expect(await recovering()).to.equal(true);
    });

    it("only when somebody asked, and one at a time", async () => {
      await reverts(attest(0), "MemberRegisterNoRecovery", [ID, addressOf(chain, NEW)]);
      await attested();
      await request(ID, 31);
      await reverts(attest(0, ID, 31), "MemberRegisterRecoveryUnderWay");
      await reverts(request(), "MemberRegisterRecoveryRequested");
    });
  });

  describe("is asked for", () => {
    it("by an account that can be a member, for one that there is", async () => {
      await reverts(request(99), "MemberRegisterNoSuchMember");
      await reverts(request(ID, 1), "MemberRegisterAlreadyMember");
      await reverts(request(ID, LOST), "MemberRegisterAlreadyMember");
      await write().expel([8, hashOf("grounds")], await asAssembly(chain, coop));
      await reverts(request(ID, 7), "MemberRegisterExpelled");
    });

    it("and comes to nothing when the account became a member meanwhile [M1]", async () => {
      const readyAt = await attested();
      await coop.admit(addressOf(chain, NEW), 0, commitment(1));
      await goTo(readyAt + 1);
      await reverts(complete(), "MemberRegisterAlreadyMember");
      await write().withdrawRecovery([ID], as(NEW));
      expect(await recovering()).to.equal(false);
      await reverts(write().withdrawRecovery([ID], as(31)), "MemberRegisterNoRecovery");
      await reverts(request(), "MemberRegisterAlreadyMember");
    });
  });

  describe("while it waits", () => {
    it("neither account withdraws [M6]", async () => {
      await chain.euro.write.mint([addressOf(chain, LOST), 10n * EURO]);
      await chain.euro.write.approve([coop.treasury, 10n * EURO], as(LOST));
      const shares = coop.sharesContract.write;
      await shares.subscribe([10n, 0n], as(LOST));
      const readyAt = await attested();
      await reverts(shares.withdraw([1n], as(LOST)), "MemberSharesRecovering", [ID]);
      await reverts(shares.withdraw([1n], as(NEW)), "MemberSharesNotMember");
      await goTo(readyAt + 1);
      await complete();
      await shares.withdraw([1n], as(NEW));
    });

    it("the old key does not leave with the money, nor does an expulsion pay it out [M6]", async () => {
      await chain.euro.write.mint([addressOf(chain, LOST), 10n * EURO]);
      await chain.euro.write.approve([coop.treasury, 10n * EURO], as(LOST));
      const shares = coop.sharesContract.write;
      await shares.subscribe([10n, 0n], as(LOST));
      await shares.withdraw([4n], as(LOST));
      await chain.networkHelpers.time.increase(90 * DAY);
      const readyAt = await attested();
      await shares.advance([1n]);
      await reverts(write().resign(as(LOST)), "MemberRegisterRecoveryUnderWay");
      await write().expel([ID, hashOf("grounds")], await asAssembly(chain, coop));
      expect(await chain.euro.read.balanceOf([addressOf(chain, LOST)])).to.equal(0n);
      await goTo(readyAt + 1);
      await complete();
      await shares.collect([ID]);
      expect(await chain.euro.read.balanceOf([addressOf(chain, NEW)])).to.equal(4n * EURO);
    });

    it("neither account names a proxy, but it may vote [M6]", async () => {
      await attested();
      const name = coop.lobbyContract.write.nameProxy([Topic.General, addressOf(chain, 8)], as(LOST));
      await reverts(name, "ProxyDuringRecovery", [ID]);
      const vote = resolution(chain, coop, [minute(coop)], "Meanwhile");
      await vote.propose();
      await vote.vote(LOST, Position.For);
    });
  });

  describe("with a veto of the old account", () => {
    it("waits for the members, who may grant it by ordinary resolution [M6]", async () => {
      const readyAt = await attested();
      await reverts(write().vetoRecovery([ID], as(NEW)), "MemberRegisterNotMember");
      // Also after the wait, as long as nobody has carried it out.
      await goTo(readyAt + 100);
      await write().vetoRecovery([ID], as(LOST));
      await reverts(write().vetoRecovery([ID], as(LOST)), "MemberRegisterRecoveryVetoed");
      await reverts(complete(), "MemberRegisterRecoveryVetoed", [ID]);
      expect(await recovering()).to.equal(true);

      const step = resolution(chain, coop, [recoveryDecided(coop, ID, addressOf(chain, NEW), true)], "It is she");
      await step.propose();
      expect((await coop.deskContract.read.proposalRecord([await step.id()])).kind).to.equal(1);
      await carryOut(step, [0, 1, 2, 3, 5]);
      expect((await memberOf(chain, coop, NEW)).id).to.equal(ID);
    });

    it("or refuse it, and it is not attested again [M6]", async () => {
      await attested();
      await write().vetoRecovery([ID], as(LOST));
      const by = await asAssembly(chain, coop);
      await reverts(write().decideRecovery([ID, addressOf(chain, 31), false], by), "MemberRegisterNoRecovery");
      await reverts(write().decideRecovery([ID, addressOf(chain, NEW), true], as(0)), "ModuleUnauthorised");
      await write().decideRecovery([ID, addressOf(chain, NEW), false], by);
      expect(await recovering()).to.equal(false);
      expect((await read().recoveryOf([ID])).newAccount).to.equal(zeroAddress);
      await reverts(request(), "MemberRegisterRecoveryRequested");
      await reverts(attest(5), "MemberRegisterNoRecovery");
    });

    it("or leave it, and after 180 days the member is free again", async () => {
      await attested();
      await write().vetoRecovery([ID], as(LOST));
      const from = await now();
      await chain.networkHelpers.time.increaseTo(from + 180 * DAY);
      expect(await recovering()).to.equal(true);
      await chain.networkHelpers.time.increaseTo(from + 180 * DAY + 1);
      expect(await recovering()).to.equal(false);
      await reverts(complete(), "MemberRegisterNoRecovery");
      await reverts(attest(6), "MemberRegisterRecoveryVetoed");
    });
  });

  it("waits between seven and sixty days [M6]", async () => {
    const by = await asAssembly(chain, coop);
    const terms = (recoveryWait: number) =>
      [{ decideWithin: 30 * DAY, suspensionLimit: 30 * DAY, recoveryWait }] as const;
    await reverts(write().setTerms(terms(7 * DAY - 1), by), "MemberRegisterTermOutOfBounds", ["0x4d360000"]);
    await reverts(write().setTerms(terms(60 * DAY + 1), by), "MemberRegisterTermOutOfBounds");
    await write().setTerms(terms(7 * DAY), by);
    await write().setTerms(terms(60 * DAY), by);
    await attested();
    expect((await read().recoveryOf([ID])).readyAt).to.equal((await now()) + 60 * DAY);
  });

  it("takes no office over: whoever found the key may hold it [case 5]", async () => {
    const by = await asAssembly(chain, coop);
    const until = (await now()) + 100 * DAY;
    await coop.authorityContract.write.appoint([Role.Treasurer, addressOf(chain, LOST), until], by);
    const readyAt = await attested();
    await goTo(readyAt + 1);
    await complete();
    const holds = (i: number) => coop.authorityContract.read.holds([Role.Treasurer, addressOf(chain, i)]);
    expect([await holds(LOST), await holds(NEW)]).to.deep.equal([false, false]);
  });

  describe("of somebody who is a member no more", () => {
    it("moves what is owed, and no membership", async () => {
      await write().resign(as(LOST));
      const readyAt = await attested();
      await goTo(readyAt + 1);
      await complete();
      expect((await read().member([BigInt(ID)])).account.toLowerCase()).to.equal(addressOf(chain, NEW));
      expect((await memberOf(chain, coop, NEW)).id).to.equal(0);
      expect(await read().wasMember([addressOf(chain, NEW)])).to.equal(true);
    });

    it("is not to the account that inherits from the co-op [A2]", async () => {
      await reverts(request(ID, 97), "ReserveUnfitBody", [addressOf(chain, 97)]);
    });

    it("does not turn a member into somebody who was expelled [M5]", async () => {
      await write().resign(as(11));
      await request(ID, 11);
      await write().expel([ID, hashOf("grounds")], await asAssembly(chain, coop));
      for (const by of [0, 1, 2]) await attest(by, ID, 11);
      await coop.admit(addressOf(chain, 11), 0, commitment(1));
      await chain.networkHelpers.time.increase(WAIT);
      await reverts(complete(), "MemberRegisterAlreadyMember", [addressOf(chain, 11)]);
      await reverts(request(ID, 6), "MemberRegisterAlreadyMember");
      expect(await read().isExpelled([addressOf(chain, 11)])).to.equal(false);
    });

    it("moves an expulsion with the person [M5]", async () => {
      const step = resolution(chain, coop, [expulsion(coop, ID)], "We part");
      await step.propose();
      await carryOut(step, [0, 1, 2, 3, 5, 6, 7, 8, 9, 10]);
      const readyAt = await attested();
      await goTo(readyAt + 1);
      await complete();
      const again = coop.admit(addressOf(chain, NEW), 0, commitment(1));
      await reverts(again, "MemberRegisterExpelled", [addressOf(chain, NEW)]);
      await reverts(coop.admit(addressOf(chain, LOST), 0, commitment(1)), "MemberRegisterExpelled");
    });
  });
});

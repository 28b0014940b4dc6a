// Who may do what: terms that end, and an administrator that is a place and not a key.
import { expect } from "chai";
import { toFunctionSelector, zeroHash } from "viem";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { commitment } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { soleDirector } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

describe("Authority", () => {
  const given = perTest(async () => coopWith());
  let chain: Chain;
  let coop: Coop;
  const ADMIN = 0n;
  const ASSEMBLY = 1n;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const account = (i: number) => at(chain.wallets, i).account;
  const now = () => chain.networkHelpers.time.latest();
  const asAssembly = async () => {
    await chain.networkHelpers.impersonateAccount(coop.assembly);
    await chain.networkHelpers.setBalance(coop.assembly, 10n ** 18n);
    return { account: coop.assembly };
  };

  it("ends a founder's office on its date, to the second [B1] [B2]", async () => {
    const board = account(0).address;
    const end = await coop.authorityContract.read.endOf([Role.Board, board]);
    expect(await coop.authorityContract.read.holds([Role.Board, board])).to.equal(true);
    await chain.networkHelpers.time.increaseTo(end - 10);
    const { write } = coop.registerContract;
    for (const i of [8, 9]) await write.applyFor([0, commitment(i)], { account: account(i) });
    await chain.networkHelpers.time.setNextBlockTimestamp(end - 1);
    await write.accept([account(8).address, zeroHash]);
    await chain.networkHelpers.time.increaseTo(end);
    await reverts(write.accept([account(9).address, zeroHash]), "ModuleUnauthorised");
    expect(await coop.authorityContract.read.holds([Role.Board, board])).to.equal(false);
  });

  it("has no administrator but the Assembly, the deployer least of all [case 103]", async () => {
    for (const role of [ADMIN, ASSEMBLY]) {
      for (const i of [0, 1, 2]) {
        const [isMember] = await coop.authorityContract.read.hasRole([role, account(i).address]);
        expect(isMember).to.equal(false);
      }
      const [isMember] = await coop.authorityContract.read.hasRole([role, coop.assembly]);
      expect(isMember).to.equal(true);
    }
    const { write } = coop.authorityContract;
    const end = (await now()) + DAY;
    await reverts(write.appoint([Role.Board, account(5).address, end]), "ModuleUnauthorised");
    await reverts(write.recall([Role.Board, account(0).address]), "ModuleUnauthorised");
    await reverts(write.setTargetClosed([coop.treasury, true]), "AccessManagerUnauthorizedAccount");
    await reverts(write.setRoleAdmin([Role.Board, Role.Board]), "AccessManagerUnauthorizedAccount");
  });

  it("grants nothing without an end, nor beyond four years, nor its own powers [B1] [case 102]", async () => {
    const by = await asAssembly();
    const { write } = coop.authorityContract;
    const person = account(6).address;
    await reverts(coop.authorityContract.read.grantRole([Role.Board, person, 0], by), "AuthorityGrantNeedsEnd");
    await reverts(write.appoint([Role.Board, person, await now()], by), "AuthorityTermOutOfBounds");
    const tooLate = (await now()) + 4 * 365 * DAY + 60;
    await reverts(write.appoint([Role.Board, person, tooLate], by), "AuthorityTermOutOfBounds");
    const end = (await now()) + DAY;
    for (const role of [ADMIN, ASSEMBLY]) {
      await reverts(write.appoint([role, person, end], by), "AuthorityRoleReserved");
    }
  });

  it("appoints and recalls by resolution; whoever holds an office may lay it down [B1]", async () => {
    const by = await asAssembly();
    const { write, read } = coop.authorityContract;
    const person = account(6);
    const end = (await now()) + 30 * DAY;
    await write.appoint([Role.Board, person.address, end], by);
    expect(await read.endOf([Role.Board, person.address])).to.equal(end);
    await coop.registerContract.write.applyFor([0, commitment(9)], { account: account(9) });
    await coop.registerContract.write.accept([account(9).address, zeroHash], { account: person });
    await write.recall([Role.Board, person.address], by);
    expect(await read.holds([Role.Board, person.address])).to.equal(false);

    await write.appoint([Role.Board, person.address, end], by);
    await write.renounceRole([Role.Board, person.address], { account: person });
    expect(await read.holds([Role.Board, person.address])).to.equal(false);
    expect(await read.endOf([Role.Board, person.address])).to.equal(0);
  });

  it("keeps a stored exception above the table, for the Assembly to set", async () => {
    const by = await asAssembly();
    const accept = toFunctionSelector("accept(address,bytes32)");
    const { read, write } = coop.authorityContract;
    expect(await read.getTargetFunctionRole([coop.register, accept])).to.equal(Role.Board);
    expect(await read.getTargetFunctionRole([coop.treasury, accept])).to.equal(ASSEMBLY);
    expect(await read.getTargetFunctionRole([account(9).address, accept])).to.equal(ASSEMBLY);
    await write.setTargetFunctionRole([coop.register, [accept], ASSEMBLY], by);
    await coop.registerContract.write.applyFor([0, commitment(9)], { account: account(9) });
    await reverts(coop.registerContract.write.accept([account(9).address, zeroHash]), "ModuleUnauthorised");
  });

  it("makes no calls for anybody, not even for the Assembly [case 45]", async () => {
    const by = await asAssembly();
    const { read } = coop.authorityContract;
    const target = chain.euro.address;
    await reverts(coop.authorityContract.write.execute([target, "0x12345678"], by), "AuthorityCallsNobody");
    await reverts(read.schedule([target, "0x12345678", 0], by), "AuthorityCallsNobody");
    await reverts(read.updateAuthority([target, coop.assembly], by), "AuthorityCallsNobody");
  });

  it("cannot be initialised with an administrator [case 99]", async () => {
    await reverts(coop.authorityContract.write.initialize([account(0).address]), "AuthorityGrantNeedsEnd");
    await reverts(coop.authorityContract.write.initialize([[]]), "InvalidInitialization");
  });

  describe("different accounts", () => {
    const grant = async (role: bigint, i: number) =>
      coop.authorityContract.write.appoint([role, account(i).address, (await now()) + 100 * DAY], await asAssembly());
    const apart = async (role: bigint, other: bigint, i: number) =>
      reverts(grant(role, i), "AuthorityOfficesApart", [role, other, account(i).address]);

    it("hold board and arbiter's office, in either order [B1]", async () => {
      await apart(Role.Arbiter, Role.Board, 0);
      await grant(Role.Arbiter, 20);
      await apart(Role.Board, Role.Arbiter, 20);
      await grant(Role.Treasurer, 0);
      await grant(Role.Guardian, 20);
    });

    it("and the auditor's, who holds nothing else [B1]", async () => {
      await apart(Role.Auditor, Role.Board, 0);
      await grant(Role.Auditor, 21);
      for (const role of [Role.Board, Role.Treasurer, Role.Arbiter, Role.Guardian]) {
        await apart(role, Role.Auditor, 21);
      }
      await grant(Role.Treasurer, 22);
      await apart(Role.Auditor, Role.Treasurer, 22);
      // A longer term of the same office is no second one.
      await grant(Role.Auditor, 21);
    });

    it("until the other office has ended [B1]", async () => {
      await grant(Role.Auditor, 21);
      const end = await coop.authorityContract.read.endOf([Role.Auditor, account(21).address]);
      await chain.networkHelpers.time.setNextBlockTimestamp(end - 1);
      await reverts(grant(Role.Board, 21), "AuthorityOfficesApart");
      await chain.networkHelpers.time.increaseTo(end);
      await grant(Role.Board, 21);
    });
  });

  describe("the board's rotation", () => {
    const YEAR = 365 * DAY;
    const seat = async (i: number, days: number) =>
      coop.authorityContract.write.appoint(
        [Role.Board, account(i).address, (await now()) + days * DAY],
        await asAssembly(),
      );

    it("ends a third of the seats within a year and two thirds within two [B1]", async () => {
      // Three seats end within the year; six of nine may reach beyond it, six of eight may not.
      for (const i of [10, 11, 12, 13, 14, 15]) await seat(i, 500);
      await coop.authorityContract.write.recall([Role.Board, account(98).address], await asAssembly());
      await reverts(seat(10, 501), "AuthorityBoardTermTooLong");
      await seat(10, 360);
    });

    it("lets one third reach beyond two years, and none beyond three [B1]", async () => {
      await reverts(seat(10, 3 * 365 + 2), "AuthorityBoardTermTooLong");
      await seat(10, 3 * 365 - 1);
      // Two of five.
      await reverts(seat(11, 3 * 365 - 1), "AuthorityBoardTermTooLong");
      await seat(11, 700);
      await seat(12, 300);
      await seat(11, 3 * 365 - 1);
    });

    it("does not bind a term within the year, however few sit [B1]", async () => {
      await soleDirector(chain, coop);
      await coop.authorityContract.write.recall([Role.Board, account(0).address], await asAssembly());
      await reverts(seat(10, 367), "AuthorityBoardTermTooLong");
      await seat(10, 364);
    });

    it("is the board's alone", async () => {
      const until = (await now()) + 3 * YEAR + DAY;
      await coop.authorityContract.write.appoint([Role.Treasurer, account(10).address, until], await asAssembly());
    });
  });

  it("ends every office of whoever leaves, and of nobody else [B1] [case 5]", async () => {
    const by = await asAssembly();
    const until = (await now()) + 100 * DAY;
    await coop.authorityContract.write.appoint([Role.Treasurer, account(0).address, until], by);
    await coop.authorityContract.write.appoint([Role.Guardian, account(1).address, until], by);
    await reverts(coop.authorityContract.write.vacate([account(0).address], by), "ModuleWrongPlace");
    await coop.registerContract.write.resign({ account: account(0) });
    const { read } = coop.authorityContract;
    for (const role of [Role.Board, Role.Treasurer]) {
      expect(await read.holds([role, account(0).address])).to.equal(false);
    }
    expect(await read.holds([Role.Guardian, account(1).address])).to.equal(true);
    expect(await read.inOffice([Role.Board])).to.equal(2n);
  });

  describe("seats of an office", () => {
    const { Board, Treasurer } = Role;
    const appoint = async (i: number, until: number, role: bigint = Board) =>
      coop.authorityContract.write.appoint([role, account(i).address, until], await asAssembly());
    const holds = (i: number) => coop.authorityContract.read.holds([Board, account(i).address]);
    const anyInOffice = (role: bigint = Board) => coop.authorityContract.read.anyInOffice([role]);

    beforeEach(() => soleDirector(chain, coop));

    it("are nine at most [B1]", async () => {
      const until = (await now()) + 100 * DAY;
      for (let i = 1; i <= 8; i++) await appoint(i, until);
      await reverts(appoint(9, until), "AuthorityOfficeFull", [Board]);
      // A longer term needs no second seat, and another office has seats of its own.
      await appoint(8, until + DAY);
      await appoint(9, until, Treasurer);
      await coop.authorityContract.write.recall([Board, account(3).address], await asAssembly());
      await appoint(9, until);
      expect(await holds(9)).to.equal(true);
      await reverts(appoint(3, until), "AuthorityOfficeFull");
    });

    it("are free again when a term is over, and when an office is laid down [B1]", async () => {
      const soon = (await now()) + 10 * DAY;
      const later = (await now()) + 100 * DAY;
      await appoint(1, soon);
      for (let i = 2; i <= 8; i++) await appoint(i, later);
      await chain.networkHelpers.time.setNextBlockTimestamp(soon - 1);
      await reverts(appoint(9, later), "AuthorityOfficeFull");
      await chain.networkHelpers.time.setNextBlockTimestamp(soon);
      await appoint(9, later);
      const [revoked] = await coop.authorityContract.getEvents.RoleRevoked();
      expect(revoked?.args.account?.toLowerCase()).to.equal(account(1).address);
      expect([await holds(9), await holds(1)]).to.deep.equal([true, false]);
      expect(await coop.authorityContract.read.endOf([Board, account(1).address])).to.equal(0);
      await reverts(appoint(1, later), "AuthorityOfficeFull");
      await coop.authorityContract.write.renounceRole([Board, account(5).address], { account: account(5) });
      await appoint(1, later);
      expect(await holds(1)).to.equal(true);
    });

    it("tell whether anybody is in office, the Assembly aside [V8]", async () => {
      expect([await anyInOffice(), await anyInOffice(Treasurer)]).to.deep.equal([true, false]);
      const until = (await now()) + 300 * DAY;
      await appoint(4, until, Treasurer);
      expect(await anyInOffice(Treasurer)).to.equal(true);
      await coop.authorityContract.write.revokeRole([Treasurer, account(4).address], await asAssembly());
      expect(await anyInOffice(Treasurer)).to.equal(false);
      const end = await coop.authorityContract.read.endOf([Board, account(0).address]);
      await chain.networkHelpers.time.increaseTo(end - 1);
      expect(await anyInOffice()).to.equal(true);
      await chain.networkHelpers.time.increaseTo(end);
      expect(await anyInOffice()).to.equal(false);
      await appoint(5, until);
      expect(await anyInOffice()).to.equal(true);
    });
  });
});

// The roll: admission, resignation, and a membership that cannot be moved.
import { expect } from "chai";
import { encodeFunctionData, zeroAddress } from "viem";
import { ClassKind, defaultMembership, defaultRules, Position } from "../../scripts/deploy/charter.ts";
import { admit, commitment, decideWith, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, found, perTest, standardCharter } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

describe("MemberRegister", () => {
  const given = perTest(async () => coopWith());
  let chain: Chain;
  let coop: Coop;
  let ana: `0x${string}`;
  beforeEach(() => {
    ({ chain, coop } = given());
    ana = at(chain.wallets, 10).account.address;
  });
  const enter = (account: `0x${string}`, classIndex = 0) => coop.admit(account, classIndex, commitment(1));

  it("numbers members for good and seats by class", async () => {
    await admit(chain, coop, 10, 14);
    const [memberId, seat] = await coop.registerContract.read.seatOf([at(chain.wallets, 12).account.address]);
    expect([memberId, seat]).to.deep.equal([6, (0 << 24) | 2]);
    const record = await coop.registerContract.read.member([6n]);
    expect([record.class, record.serial, record.status]).to.deep.equal([0, 2, 1]);
    const roll = await coop.registerContract.read.roll();
    expect(roll.map((r) => r.active)).to.deep.equal([2, 2, 2, 1]);
    expect((await coop.registerContract.read.membersFrom([5, 10])).length).to.equal(3);
    expect((await coop.registerContract.read.membersFrom([8, 10])).length).to.equal(0);
    expect((await coop.registerContract.read.membersFrom([0, 10])).length).to.equal(0);
  });

  it("lets nobody admit by hand, not even the board: one applies, or the members decide [M2]", async () => {
    for (const i of [0, 1]) {
      const by = { account: at(chain.wallets, i).account };
      await reverts(coop.registerContract.write.admit([ana, 0, commitment(1)], by), "ModuleUnauthorised");
    }
    await enter(ana);
  });

  it("admits an account once [M1] [case 2]", async () => {
    await enter(ana);
    await reverts(enter(ana), "MemberRegisterAlreadyMember", [ana]);
  });

  it("refuses nobody, the co-op's own modules and classes that do not exist", async () => {
    await reverts(enter(zeroAddress), "MemberRegisterUnfitAccount");
    await reverts(enter(coop.treasury), "MemberRegisterUnfitAccount");
    await reverts(enter(ana, 4), "MemberRegisterUnknownClass", [4]);
    await reverts(enter(ana, 255), "MemberRegisterUnknownClass", [255]);
  });

  it("is bound to its member: no transfer, no approval [M1] [case 1]", async () => {
    const { read } = coop.registerContract;
    const holder = at(chain.wallets, 1).account;
    await reverts(read.transferFrom([holder.address, ana, 2n], { account: holder }), "MemberRegisterSoulbound");
    await reverts(read.safeTransferFrom([holder.address, ana, 2n], { account: holder }), "MemberRegisterSoulbound");
    const withData = [holder.address, ana, 2n, "0x"] as const;
    await reverts(read.safeTransferFrom(withData, { account: holder }), "MemberRegisterSoulbound");
    await reverts(read.approve([ana, 2n], { account: holder }), "MemberRegisterSoulbound");
    await reverts(read.setApprovalForAll([ana, true], { account: holder }), "MemberRegisterSoulbound");
    expect(await read.locked([2n])).to.equal(true);
    expect(await read.isApprovedForAll([holder.address, ana])).to.equal(false);
    expect(await read.getApproved([2n])).to.equal(zeroAddress);
    for (const id of ["0x80ac58cd", "0x5b5e139f", "0xb45a3c0e", "0x01ffc9a7"] as const) {
      expect(await read.supportsInterface([id])).to.equal(true);
    }
    for (const id of ["0xffffffff", "0x780e9d63"] as const) {
      expect(await read.supportsInterface([id])).to.equal(false);
    }
    const [, document] = (await read.tokenURI([2n])).split(",");
    expect(JSON.parse(atob(document ?? ""))).to.deep.equal({ name: "Member 2" });
    await reverts(read.tokenURI([99n]), "MemberRegisterNoSuchMember");
  });

  it("lets a member resign, frees the account and keeps the number [case 8]", async () => {
    await enter(ana);
    const { write, read } = coop.registerContract;
    const account = at(chain.wallets, 10).account;
    await write.resign({ account });
    expect(await read.balanceOf([ana])).to.equal(0n);
    expect(await read.seatOf([ana])).to.deep.equal([0, 0]);
    expect((await read.member([4n])).status).to.equal(2);
    await reverts(read.ownerOf([4n]), "MemberRegisterNoSuchMember", [4n]);
    await reverts(write.resign({ account }), "MemberRegisterNotMember");
    await enter(ana, 1);
    const [memberId, seat] = await read.seatOf([ana]);
    expect([memberId, seat]).to.deep.equal([5, (1 << 24) | 2]);
    expect((await read.roll()).map((r) => r.active)).to.deep.equal([1, 2, 1, 0]);
  });

  it("says so when asked for a member it does not have", async () => {
    await reverts(coop.registerContract.read.member([99n]), "MemberRegisterNoSuchMember", [99n]);
    await reverts(coop.registerContract.read.member([(1n << 32n) + 1n]), "MemberRegisterNoSuchMember");
    await reverts(coop.registerContract.read.member([0n]), "MemberRegisterNoSuchMember");
  });

  it("leaves the seats of places and of nature to the members [C1]", async () => {
    const { chain, coop } = await coopWith(() => ({
      classes: [
        { kind: ClassKind.Worker, name: "Drivers" },
        { kind: ClassKind.User, name: "Riders" },
        { kind: ClassKind.Community, name: "The river" },
      ],
      rules: defaultRules([5_000, 4_000, 1_000]),
    }));
    const guardian = at(chain.wallets, 9).account.address;
    const request = [guardian, 2, commitment(9)] as const;
    const asks = { account: at(chain.wallets, 9).account };
    await reverts(
      coop.registerContract.write.applyFor([2, commitment(9)], asks),
      "MemberRegisterByResolutionOnly",
      [2],
    );
    await coop.admit(at(chain.wallets, 8).account.address, 1, commitment(8));
    const data = encodeFunctionData({ abi: coop.registerContract.abi, functionName: "admit", args: request });
    const step = resolution(chain, coop, [{ target: coop.register, data }], "A guardian of the river");
    await step.propose();
    await decideWith(step, [Position.For, Position.For, Position.For]);
    await step.toEta();
    await step.execute();
    expect((await coop.registerContract.read.seatOf([guardian]))[1]).to.equal((2 << 24) | 2);
  });

  it("is founded with one to eight declared classes [C1]", async () => {
    const nine = Array.from({ length: 9 }, (_, i) => ({ kind: 1, name: `Class ${i}` }));
    const attempt = async (classes: { kind: number; name: string }[]) =>
      found(chain, await standardCharter(chain, { classes }), `0x${"0".repeat(63)}1`);
    await reverts(attempt(nine), "MemberRegisterClassesOutOfBounds");
    await reverts(attempt([]), "MemberRegisterClassesOutOfBounds");
    const undeclared = [{ kind: 0, name: "?" }, ...nine.slice(0, 3)];
    await reverts(attempt(undeclared), "MemberRegisterUnknownClass", [0]);
  });

  it("cannot be initialised again, neither clone nor implementation [case 99]", async () => {
    const { client, viem } = chain;
    await reverts(coop.registerContract.write.initialize(["x", [], [], defaultMembership]), "InvalidInitialization");
    const code = (await client.getCode({ address: coop.register })) ?? "0x";
    const implementation = `0x${code.slice(22, 62)}` as const;
    const original = await viem.getContractAt("MemberRegister", implementation);
    await reverts(original.write.initialize(["x", [], [], defaultMembership]), "InvalidInitialization");
  });
});

// One transaction founds a co-op: what it refuses, where it stands, and how a module is replaced.
import { expect } from "chai";
import { encodeFunctionData, type Hex, zeroAddress, zeroHash } from "viem";
import { boardOf, DAY, founder, Place, Position } from "../../scripts/deploy/charter.ts";
import { foundCoop, predictCoop } from "../../scripts/deploy/found.ts";
import { implementationOf, initialisationOf, REPLACEABLE, successorFor } from "../../scripts/deploy/successor.ts";
import { admit, decideWith, payment, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, found, perTest, standardCharter } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

describe("Founding", () => {
  const given = perTest(async () => coopWith());
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const account = (i: number) => at(chain.wallets, i).account;

  it("puts every module at its place, and the directory knows it both ways", async () => {
    const { read } = coop.directoryContract;
    for (const place of Object.values(Place)) {
      expect(await read.placeOf([await read.moduleAt([place])])).to.equal(place);
    }
    expect(await read.placeOf([account(0).address])).to.equal(0);
    expect(await read.placeOf([chain.euro.address])).to.equal(0);
    expect(await read.moduleAt([0])).to.equal(zeroAddress);
    expect((await coop.treasuryContract.read.directory()).toLowerCase()).to.equal(coop.directory.toLowerCase());
    expect(await coop.treasuryContract.read.place()).to.equal(Place.Treasury);
  });

  it("stands where it was predicted, once for a founder and a salt", async () => {
    const salt = `0x${"0".repeat(63)}7` as Hex;
    const expected = await chain.factory.read.predict([account(0).address, salt]);
    const charter = await standardCharter(chain);
    const second = await found(chain, charter, salt);
    expect(second.directory).to.equal(expected);
    await reverts(found(chain, charter, salt), "FailedDeployment");
  });

  it("knows beforehand where every module will stand, and nobody can stand there first", async () => {
    const salt = `0x${"0".repeat(63)}a` as Hex;
    const [mine, other] = [account(0).address, account(1).address];
    const { client, factory, euro } = chain;
    const predicted = await predictCoop(client as never, factory.address, mine, euro.address, salt);
    const charter = await standardCharter(chain);
    const theirs = await foundCoop(client as never, at(chain.wallets, 1) as never, factory.address, charter, salt);
    expect(theirs).to.include(await predictCoop(client as never, factory.address, other, euro.address, salt));
    const ours = await found(chain, charter, salt);
    expect(ours).to.include(predicted);
    const all = [...Object.values(predicted), ...Object.keys(predicted).map((name) => theirs[name as "register"])];
    expect(new Set(all).size).to.equal(2 * Object.keys(Place).length);
  });

  it("takes one to twelve founders at a time and offices of a year at most [B2]", async () => {
    const attempt = async (over: object) => found(chain, await standardCharter(chain, over), `0x${"0".repeat(63)}8`);
    await reverts(attempt({ founders: [] }), "CoopFactoryFoundersOutOfBounds", [0n]);
    const thirteen = Array.from({ length: 13 }, (_, i) => founder(account(i).address, 0));
    const charter = { ...(await standardCharter(chain)), founders: thirteen, furtherFounders: zeroHash };
    await reverts(chain.factory.write.found([charter as never, zeroHash]), "CoopFactoryFoundersOutOfBounds", [13n]);
    const until = (await chain.networkHelpers.time.latest()) + 366 * DAY;
    const board = [0, 1, 2, 3].map((i) => account(i).address);
    await reverts(attempt({ officers: boardOf(board, until) }), "CoopFactoryTermTooLong", [until]);
    await reverts(attempt({ settlementToken: account(5).address }), "TreasuryAssetUnlisted");
    const twice = [founder(account(0).address, 0), founder(account(0).address, 1)];
    await reverts(attempt({ founders: twice }), "MemberRegisterAlreadyMember");
  });

  it("needs every implementation", async () => {
    const nobody = account(0).address;
    const implementations = {
      directory: coop.directory,
      authority: coop.authority,
      register: coop.register,
      assemblyModule: coop.assembly,
      shares: coop.shares,
      treasury: coop.treasury,
      board: coop.board,
      reserve: coop.reserve,
      audits: coop.audits,
      bonds: coop.bonds,
      machines: coop.machines,
      income: coop.income,
      market: coop.market,
      patronage: coop.patronage,
      surplus: coop.surplus,
      ballotKeys: coop.ballotKeys,
    };
    for (const missing of Object.keys(implementations)) {
      const call = chain.viem.deployContract("CoopFactory", [{ ...implementations, [missing]: nobody }] as never);
      await reverts(call, "CoopFactoryImplementationMissing");
    }
  });

  it("replaces a module by constitutional resolution, in the open [case 104]", async () => {
    await admit(chain, coop, 3, 6);
    const { address, action } = await successor();
    const step = resolution(chain, coop, [action], "A new treasury");
    await step.propose();
    expect((await coop.deskContract.read.proposalRecord([await step.id()])).kind).to.equal(3);
    const noticed = await chain.networkHelpers.time.latest();
    expect((await step.opens()) - noticed).to.equal(28 * DAY);
    await decideWith(step, Array(6).fill(Position.For));
    await reverts(step.execute(), "AssemblyTooEarly");
    await step.toEta();
    await step.execute();
    expect(await coop.directoryContract.read.moduleAt([Place.Treasury])).to.equal(address);
    expect(await coop.directoryContract.read.placeOf([coop.treasury])).to.equal(0);
    const treasury = await chain.viem.getContractAt("Treasury", address);
    expect((await treasury.read.settlementToken()).toLowerCase()).to.equal(chain.euro.address);
    expect((await treasury.read.directory()).toLowerCase()).to.equal(coop.directory.toLowerCase());
  });

  it("lets no ordinary payment run on a treasury that was replaced meanwhile [V1]", async () => {
    await admit(chain, coop, 3, 6);
    const pay = resolution(chain, coop, [payment(chain, coop, account(9).address)], "Pay from the old treasury");
    await pay.propose();
    await decideWith(pay, Array(6).fill(Position.For));
    await pay.toEta();
    const { implementation, codeHash, initialisation } = await successor();
    const args = [Place.Treasury, implementation, codeHash, initialisation] as const;
    await coop.directoryContract.write.replace(args, await asAssembly());
    await reverts(pay.execute(), "AssemblyTargetChanged");
  });

  it("refuses a successor of other code, and one that is not initialised in the same step [case 99]", async () => {
    const by = await asAssembly();
    const { write } = coop.directoryContract;
    const { implementation, codeHash, initialisation } = await successor();
    await reverts(
      write.replace([Place.Treasury, implementation, zeroHash, initialisation], by),
      "DirectoryCodeChanged",
    );
    const nobody = account(9).address;
    await reverts(write.replace([Place.Treasury, nobody, zeroHash, initialisation], by), "DirectoryCodeChanged");
    const view = encodeFunctionData({ abi: coop.treasuryContract.abi, functionName: "settlementToken" });
    await reverts(write.replace([Place.Treasury, implementation, codeHash, view], by), "DirectoryNotInitialised");
  });

  it("replaces nothing that keeps what is owed to whom, and at nobody's word but the Assembly's", async () => {
    const { implementation, codeHash, initialisation } = await successor();
    const replace = async (place: number, by = {}) =>
      coop.directoryContract.write.replace([place, implementation, codeHash, initialisation], by);
    await reverts(replace(Place.Treasury), "DirectoryUnauthorised");
    const by = await asAssembly();
    const owed = [Place.Bonds, Place.Machines, Place.Income, Place.Patronage, Place.Surplus];
    const kept = [Place.Register, Place.Reserve, Place.Audits, ...owed];
    for (const place of [0, Place.Directory, ...kept]) {
      await reverts(replace(place, by), "DirectoryPlaceFixed", [place]);
    }
    expect([...kept, Place.Directory, ...Object.values(REPLACEABLE)].sort()).to.deep.equal(Object.values(Place).sort());
  });

  it("lets nobody initialise a directory again [case 99]", async () => {
    await reverts(coop.directoryContract.write.initialize([[], [], "Another", zeroHash]), "InvalidInitialization");
  });

  /** Of the same code, for the treasury's place. */
  const successor = async () =>
    successorFor(chain.client as never, {
      directory: coop.directory,
      at: "treasury",
      implementation: await implementationOf(chain.client as never, coop.treasury),
      initialisation: initialisationOf("treasury", [chain.euro.address, 7 * DAY]),
    });
  const asAssembly = async () => {
    await chain.networkHelpers.impersonateAccount(coop.assembly);
    await chain.networkHelpers.setBalance(coop.assembly, 10n ** 18n);
    return { account: coop.assembly };
  };
});

// Founders beyond twelve: the charter names them by a hash, anybody hands the list in, once, and nobody gains a power by it.
import { expect } from "chai";
import { keccak256, toHex, zeroHash } from "viem";
import { encodedFounders, FIRST_FOUNDERS, MOST_FURTHER } from "../../books/charter/founders.ts";
import { coopOf } from "../../books/coop.ts";
import { type Charter, DAY, type Founder, founder } from "../../scripts/deploy/charter.ts";
import { admitFounders } from "../../scripts/deploy/found.ts";
import { at, type Chain, found, freshChain, perTest, standardCharter } from "../helpers/coop.ts";
import { readLived } from "../helpers/lived-books.ts";
import { asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

/** A transaction is no larger (EIP-7825). */
const LARGEST_TRANSACTION = 2n ** 24n;

describe("Founders beyond twelve", () => {
  const given = perTest(async () => ({ chain: await freshChain() }));
  let chain: Chain;
  beforeEach(() => {
    ({ chain } = given());
  });
  const person = (i: number) => toHex(0x7000n + BigInt(i), { size: 20 });
  const listed = (from: number, count: number): Founder[] =>
    Array.from({ length: count }, (_, i) => ({
      ...founder(person(from + i), i % 3),
      commitment: toHex(i, { size: 32 }),
    }));
  const further = listed(FIRST_FOUNDERS, 3);

  /** Founded with twelve, and the hash of those who are to follow. */
  async function waiting(list: readonly Founder[] = further) {
    const charter: Charter = await standardCharter(chain, { founders: listed(0, FIRST_FOUNDERS) });
    const coop = await found(chain, charter, toHex("without", { size: 32 }));
    expect(await coop.registerContract.read.membersEver()).to.equal(FIRST_FOUNDERS);
    const named = { ...charter, furtherFounders: keccak256(encodedFounders(list)) };
    const salt = toHex("with", { size: 32 });
    const me = at(chain.wallets, 0).account.address;
    const directory = await chain.factory.read.predict([me, salt]);
    await chain.factory.write.found([named as never, salt]);
    const contract = await chain.viem.getContractAt("Directory", directory);
    const register = await chain.viem.getContractAt("MemberRegister", await contract.read.moduleAt([3]));
    return { contract, register };
  }

  it("are admitted by a second call that the founding script makes, and are in the books", async () => {
    const founders = listed(0, FIRST_FOUNDERS + 3);
    const coop = await found(chain, await standardCharter(chain, { founders }));
    const members = await coop.registerContract.read.membersFrom([1, 20]);
    expect(members.map((m) => [m.account.toLowerCase(), m.class])).to.deep.equal(
      founders.map((f) => [f.account, f.class]),
    );
    const { events } = await readLived({ provider: chain.connection.provider, directory: coop.directory });
    const books = coopOf(events);
    expect([...books.members.values()].map(({ account }) => account.toLowerCase())).to.deep.equal(
      founders.map(({ account }) => account),
    );
    expect(books.furtherFounders).to.include({ admitted: 3 });
    expect(await coop.directoryContract.read.foundersAwaited()).to.deep.equal([zeroHash, 0n]);
  });

  it("are exactly those whom the charter names, in any hands, once", async () => {
    const { contract, register } = await waiting();
    const by = { account: at(chain.wallets, 50).account };
    const [hash] = await contract.read.foundersAwaited();
    const refused = async (list: readonly Founder[]) =>
      reverts(contract.write.admitFounders([list], by), "DirectoryFoundersNotNamed", [
        keccak256(encodedFounders(list)),
        hash,
      ]);
    await refused(further.slice(0, 2));
    await refused([...further].reverse());
    await refused([...further.slice(0, 2), founder(person(99), 0)]);
    await contract.write.admitFounders([further], by);
    expect(await register.read.membersEver()).to.equal(FIRST_FOUNDERS + 3);
    await reverts(contract.write.admitFounders([further], by), "DirectoryFoundersNotNamed");
  });

  it("come within thirty days, to the second", async () => {
    const { contract } = await waiting();
    const [, until] = await contract.read.foundersAwaited();
    const { time, takeSnapshot } = chain.networkHelpers;
    const { restore } = await takeSnapshot();
    await time.setNextBlockTimestamp(until);
    await contract.write.admitFounders([further]);
    await restore();
    await time.setNextBlockTimestamp(until + 1n);
    await reverts(contract.write.admitFounders([further]), "DirectoryFoundersTooLate", [until]);
    const founded = await time.latest();
    expect(Number(until) - founded).to.be.at.most(30 * DAY);
  });

  it("lets nobody hold the others up by being a member already", async () => {
    const { contract, register } = await waiting();
    const assembly = await contract.read.moduleAt([5]);
    await chain.networkHelpers.setBalance(assembly, 10n ** 18n);
    const by = await asAssembly(chain, { assembly } as never);
    await register.write.admit([person(FIRST_FOUNDERS + 1), 0, zeroHash], by);
    await contract.write.admitFounders([further]);
    expect(await register.read.membersEver()).to.equal(FIRST_FOUNDERS + 3);
    const [event] = await contract.getEvents.FurtherFoundersAdmitted();
    expect(event?.args.count).to.equal(2n);
  });

  it("are not the body that would inherit [A2]", async () => {
    const { body } = await standardCharter(chain);
    const { contract } = await waiting([founder(body, 0)]);
    await reverts(contract.write.admitFounders([[founder(body, 0)]]), "ReserveUnfitBody");
  });

  it("give the directory no other power over the register [case 103]", async () => {
    const { contract, register } = await waiting();
    const { address } = contract;
    await chain.networkHelpers.impersonateAccount(address);
    await chain.networkHelpers.setBalance(address, 10n ** 18n);
    const by = { account: address };
    await reverts(register.write.readmit([person(90), 0, zeroHash], by), "ModuleUnauthorised");
    await reverts(register.write.expel([1, toHex(1, { size: 32 })], by), "ModuleUnauthorised");
    const treasury = await chain.viem.getContractAt("Treasury", await contract.read.moduleAt([8]));
    await reverts(treasury.write.listAsset([chain.euro.address, true], by), "ModuleUnauthorised");
  });

  it(`are at most ${MOST_FURTHER}: so many fit one transaction`, async () => {
    const list = listed(FIRST_FOUNDERS, MOST_FURTHER);
    const { contract } = await waiting(list);
    const { client, wallets } = chain;
    const used = await admitFounders(client as never, at(wallets, 1) as never, contract.address, list);
    expect(used < LARGEST_TRANSACTION).to.equal(true);
  });
});

// After a founding nobody holds a key: not the deployer, not the factory, not whoever sent the charter; and no code can be begun twice.
import { expect } from "chai";
import { type AbiFunction, type AbiParameter, type Address, encodeFunctionData, type Hex, zeroHash } from "viem";
import { ABI_OF } from "../../books/abi-of.ts";
import { boardOf, DAY, founder, Place, Role } from "../../scripts/deploy/charter.ts";
import { at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { asAssembly } from "../helpers/motions.ts";
import { refusal, reverts } from "../helpers/reverts.ts";

type Name = keyof typeof ABI_OF;
const MODULES = Object.keys(ABI_OF) as Name[];
/** What says that a function is for somebody else. */
const FOR_OTHERS = [
  "ModuleUnauthorised",
  "ModuleWrongPlace",
  "DirectoryUnauthorised",
  "AccessManagerUnauthorizedAccount",
  "AssemblyOnlyByResolution",
  "GovernorOnlyExecutor",
];

describe("A founded co-op", () => {
  /** Wallet 0 deploys, founds, and is neither member nor officer. */
  const given = perTest(async () =>
    coopWith((chain) => {
      const who = (i: number) => at(chain.wallets, i).account.address;
      return {
        founders: [1, 2, 3].map((i) => founder(who(i), i - 1)),
        officers: boardOf([1, 98, 99].map(who), Math.floor(Date.now() / 1_000) + 180 * DAY),
      };
    }),
  );
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const who = (i: number) => at(chain.wallets, i).account.address;
  const functionsOf = (name: Name) =>
    (ABI_OF[name] as readonly { type: string }[]).filter(
      (entry): entry is AbiFunction =>
        entry.type === "function" && ["nonpayable", "payable"].includes((entry as AbiFunction).stateMutability),
    );
  const nothing = (one: AbiParameter): unknown => {
    const { components } = one as { components?: readonly AbiParameter[] };
    const list = /^(.*)\[(\d*)\]$/.exec(one.type);
    if (list) return Array.from({ length: Number(list[2]) }, () => nothing({ ...one, type: list[1] ?? "" }));
    if (components) return Object.fromEntries(components.map((part) => [part.name, nothing(part)]));
    if (one.type.startsWith("bytes"))
      return one.type === "bytes" ? "0x" : `0x${"0".repeat(2 * Number(one.type.slice(5)))}`;
    if (one.type === "string") return "";
    if (one.type === "bool") return false;
    if (one.type === "address") return `0x${"0".repeat(40)}`;
    return Number(one.type.replace(/\D/g, "")) > 48 ? 0n : 0;
  };
  const callOf = (entry: AbiFunction): Hex =>
    encodeFunctionData({ abi: [entry], functionName: entry.name, args: entry.inputs.map(nothing) });
  const answer = async (from: Address, to: Address, data: Hex) =>
    (await refusal(chain.client.call({ account: from, to, data })).catch(() => ({ name: "no reason", args: [] })))
      ?.name;

  /** What each function of each module answers to an account, called with nothing. */
  async function answersTo(account: Address): Promise<Map<string, string | undefined>> {
    const answers = new Map<string, string | undefined>();
    for (const name of MODULES) {
      for (const entry of functionsOf(name)) {
        answers.set(`${name}.${entry.name}/${entry.inputs.length}`, await answer(account, coop[name], callOf(entry)));
      }
    }
    return answers;
  }

  it("treats deployer, factory and sender like any stranger, in every function of every module [case 103]", async () => {
    const stranger = await answersTo(who(60));
    for (const account of [who(0), chain.factory.address, coop.directory]) {
      const answers = await answersTo(account);
      const better = [...answers].filter(([name, told]) => told !== stranger.get(name));
      expect(better, account).to.deep.equal(account === coop.directory ? better.filter(isDirectorys) : []);
    }
  }).timeout(60_000);
  /** What modules let their directory do: it ends with the co-op, and admits the founders whom the charter names. */
  const isDirectorys = ([name]: readonly [string, string | undefined]) =>
    ["register.windUp/0", "market.windUp/0", "patronage.follow/0", "register.admit/3"].includes(name);

  it("keeps what is for offices and resolutions from its founders too [case 103]", async () => {
    const stranger = await answersTo(who(60));
    const guarded = [...stranger].filter(([, told]) => FOR_OTHERS.includes(told ?? ""));
    expect(guarded.length).to.be.greaterThan(60);
    const member = await answersTo(who(2));
    for (const [name, told] of guarded) expect(member.get(name), name).to.equal(told);
  }).timeout(60_000);

  it("was begun once: neither a module nor the code behind it is begun again [case 99]", async () => {
    for (const name of MODULES) {
      const code = (await chain.client.getCode({ address: coop[name] })) ?? "0x";
      const implementation: Address = `0x${code.slice(2 + 20, 2 + 60)}`;
      expect((await chain.client.getCode({ address: implementation }))?.length, name).to.be.greaterThan(200);
      for (const entry of functionsOf(name).filter((one) => one.name === "initialize")) {
        const isManagers = name === "authority" && entry.inputs[0]?.type === "address";
        for (const address of [coop[name], implementation]) {
          const call = chain.client.call({ account: who(60), to: address, data: callOf(entry) });
          await reverts(call, isManagers ? "AuthorityGrantNeedsEnd" : "InvalidInitialization");
        }
      }
    }
  });

  it("is handed to nobody by mistake: who is to inherit must say so, and another can be named meanwhile [A2] [case 101]", async () => {
    const by = await asAssembly(chain, coop);
    const { write, read } = coop.reserveContract;
    const [wrong, right, old] = [who(70), who(71), who(97)];
    await write.acceptBody({ account: old });
    await write.nameBody([wrong], by);
    await chain.networkHelpers.time.increase(200 * DAY);
    expect((await read.body())[0].toLowerCase()).to.equal(old);
    await write.nameBody([right], by);
    await reverts(write.acceptBody({ account: wrong }), "ReserveNotNamed");
    await write.acceptBody({ account: right });
    expect((await read.body())[0].toLowerCase()).to.equal(old);
    await chain.networkHelpers.time.increase(180 * DAY);
    expect((await read.body())[0].toLowerCase()).to.equal(right);
  });

  it("stays in the members' hands whatever they make of roles: no loop, and nothing shut for good [case 102]", async () => {
    const by = await asAssembly(chain, coop);
    const { write, read } = coop.authorityContract;
    const longest = 2 ** 32 - 1;
    await reverts(write.setRoleAdmin([0n, Role.Board], by), "AccessManagerLockedRole");
    for (const role of [1n, Role.Board]) {
      await write.setRoleAdmin([role, Role.Board], by);
      await write.setRoleGuardian([role, Role.Board], by);
      await write.setGrantDelay([role, longest], by);
    }
    const { data } = await chain.client.call({
      account: coop.assembly,
      to: coop.authority,
      data: encodeFunctionData({ abi: ABI_OF.authority, functionName: "isTargetClosed", args: [coop.register] }),
    });
    expect(data).to.equal(zeroHash);
    await reverts(read.setTargetAdminDelay([coop.register, longest], by), "AuthorityCallsNobody");
    for (const target of [coop.register, coop.authority]) await write.setTargetClosed([target, true], by);
    // The board administers itself on paper, and can do nothing with it.
    const until = (await chain.networkHelpers.time.latest()) + 30 * DAY;
    await reverts(write.appoint([Role.Board, who(80), until], { account: who(1) }), "ModuleUnauthorised");
    await reverts(write.revokeRole([Role.Board, who(98)], { account: who(1) }), "ModuleUnauthorised");
    for (const target of [coop.register, coop.authority]) await write.setTargetClosed([target, false], by);
    await write.appoint([Role.Board, who(80), until], by);
    expect(await read.holds([Role.Board, who(80)])).to.equal(true);
    await coop.registerContract.write.admit([who(81), 0, zeroHash], by);
  });

  it("gives no office what is the members' or another office's; what an office has they can take back [B1] [case 102]", async () => {
    const by = await asAssembly(chain, coop);
    const { write, read } = coop.authorityContract;
    const selectors: readonly Hex[] = ["0x061b6230", "0x62135157"];
    for (const role of [Role.Board, 7n, 2n ** 64n - 1n]) {
      const call = write.setTargetFunctionRole([coop.register, selectors, role], by);
      await reverts(call, "AuthorityRoleReserved", [role]);
    }
    await write.setTargetFunctionRole([coop.register, selectors, 1n], by);
    await write.setTargetFunctionRole([coop.register, selectors, 0n], by);
    expect(await read.getTargetFunctionRole([coop.register, "0x061b6230"])).to.equal(1n);
  });

  it("has all its places filled by contracts of one factory", async () => {
    for (const place of Object.values(Place)) {
      expect(
        (await chain.client.getCode({ address: await coop.directoryContract.read.moduleAt([place]) }))?.length,
      ).to.be.greaterThan(80);
    }
  });
});

// A co-op for tests of share capital: par 25, from 2 to 100 shares, notice 90 days; and its members' steps.
import {
  type Address,
  concat,
  encodeFunctionData,
  type Hex,
  keccak256,
  numberToHex,
  toFunctionSelector,
  zeroHash,
} from "viem";
import { type Charter, DAY, defaultShares, founder, type ShareTerms } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, found, freshChain, hashOf, standardCharter } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";

export const PAR = 25n * EURO;
export const TERMS: ShareTerms = { ...defaultShares(PAR), minimum: 2n, maximum: 100n };
export const NOTICE = TERMS.notice;
export const Fund = { Outside: 0, Operating: 1, ShareCapital: 2, Withdrawals: 6, Interest: 7 } as const;
export const NO_PERMIT = { deadline: 0n, v: 0, r: zeroHash, s: zeroHash };
/** What one share earns in interest at 1 bp a day, over this. */
export const PARTS = 10_000n * 365n;
/** Members 1 to 5 are accounts 0 to 4; account 9 is nobody's. */
export const idOf = (i: number) => i + 1;
const PEOPLE = [0, 1, 2, 3, 4];

export async function shareCoop(terms: Partial<ShareTerms> = {}, charter: Partial<Charter> = {}, chain?: Chain) {
  return foundOn(chain ?? (await freshChain()), terms, charter);
}

async function foundOn(chain: Chain, terms: Partial<ShareTerms>, charter: Partial<Charter>) {
  const founders = PEOPLE.map((i) => founder(addressOf(chain, i), i % 4));
  const shares = { ...TERMS, ...terms };
  const coop = await found(chain, await standardCharter(chain, { shares, founders, ...charter }));
  for (const i of [...PEOPLE, 9]) {
    await chain.euro.write.mint([addressOf(chain, i), 100_000n * EURO]);
    await chain.euro.write.approve([coop.treasury, 100_000n * EURO], { account: account(chain, i) });
  }
  return { chain, coop };
}

/** The steps that members take; `as` is the number of an account. */
export function steps(chain: Chain, coop: Coop) {
  const { write, read } = coop.sharesContract;
  const by = (as: number) => ({ account: account(chain, as) });
  const { time } = chain.networkHelpers;
  return {
    subscribe: (as: number, units: bigint, promised = 0n) => write.subscribe([units, promised], by(as)),
    instalment: (as: number, units: bigint) => write.payInstalment([units], by(as)),
    dropPromise: (as: number) => write.dropPromise(by(as)),
    withdraw: (as: number, units: bigint) => write.withdraw([units], by(as)),
    cancel: (as: number, entryId: bigint) => write.cancelWithdrawal([entryId], by(as)),
    advance: (most = 100n, as = 9) => write.advance([most], by(as)),
    collect: (member: number, as = 9) => write.collect([idOf(member)], by(as)),
    claim: (as: number, inShares = false) => write.claimInterest([inShares], by(as)),
    /** The register's call is made here for as long as it does not make it itself; a second one changes nothing. */
    resign: async (as: number) => {
      await coop.registerContract.write.resign(by(as));
      await chain.networkHelpers.impersonateAccount(coop.register);
      await chain.networkHelpers.setBalance(coop.register, 10n ** 18n);
      return write.release([idOf(as)], { account: coop.register });
    },
    postInterest: async (rate: number) => write.postInterest([rate], await asAssembly(chain, coop)),
    suspend: async (until: number) => write.suspendWithdrawals([until, hashOf("why")], await asAssembly(chain, coop)),
    writeDown: async (units: bigint, certificate = 1n) =>
      write.writeDown([units, certificate], await asAssembly(chain, coop)),
    setTerms: async (t: Partial<ShareTerms>) => {
      const { notice, suspensionLimit, interestCap, maximum } = { ...TERMS, ...t };
      return write.setTerms([notice, suspensionLimit, interestCap, maximum], await asAssembly(chain, coop));
    },
    holding: (member: number) => read.holdingOf([idOf(member)]),
    due: (member: number) => read.dueOf([idOf(member)]),
    fund: (fund: number) => coop.treasuryContract.read.balanceOf([fund, chain.euro.address]),
    money: (i: number) => chain.euro.read.balanceOf([addressOf(chain, i)]),
    now: () => time.latest(),
    pass: (seconds: number) => time.increase(seconds),
    /** To the first second of a day, so that days can be counted. */
    dawn: async (days = 1) => time.increaseTo((Math.floor((await time.latest()) / DAY) + days) * DAY),
    /** Money for interest. */
    endow: async (euros: bigint) =>
      coop.treasuryContract.write.deposit([Fund.Operating, chain.euro.address, euros * EURO, zeroHash], by(9)),
  };
}

/** Everything that a refused call must leave as it was. */
export async function snapshotOf(chain: Chain, coop: Coop): Promise<string> {
  const step = steps(chain, coop);
  const facts = await Promise.all([
    ...[0, 1, 2, 3, 4].flatMap((i) => [step.holding(i), step.money(i)]),
    ...Object.values(Fund).map((fund) => step.fund(fund)),
    coop.sharesContract.read.totalSupply(),
    coop.sharesContract.read.queue(),
    coop.sharesContract.read.suspension(),
    coop.sharesContract.read.terms(),
  ]);
  return JSON.stringify(facts, (_, value) => (typeof value === "bigint" ? value.toString() : value));
}

/** The implementation behind a clone. */
async function implementationOf(chain: Chain, clone: Address): Promise<Address> {
  const code = await chain.client.getCode({ address: clone });
  return `0x${code?.slice(22, 62)}`;
}

/** Makes every module like `module` answer `question` with `answer`, as code would that is not built yet. */
export async function letAnswer(chain: Chain, module: Address, question: string, answer: bigint) {
  const implementation = await implementationOf(chain, module);
  const original = (await chain.client.getCode({ address: implementation })) as Hex;
  // Any free address will do for the original code.
  const kept = `0x${(BigInt(implementation) ^ 0xffn).toString(16).padStart(40, "0")}` as Address;
  await chain.networkHelpers.setCode(kept, original);
  const double = await chain.viem.deployContract("Answering", [toFunctionSelector(question), answer, kept]);
  await chain.networkHelpers.setCode(implementation, (await chain.client.getCode({ address: double.address })) as Hex);
  return () => chain.networkHelpers.setCode(implementation, original);
}

/** Puts a double at an empty place of the co-op, as a clone that knows its directory. */
async function place(chain: Chain, coop: Coop, name: "ReserveDouble" | "AuditsDouble", number: number) {
  const implementation = await chain.viem.deployContract(name as "ReserveDouble");
  const clone = `0x${(0xc10e_0000n + BigInt(number)).toString(16).padStart(40, "0")}` as Address;
  const args = concat([coop.directory, numberToHex(number, { size: 1 })]);
  const code = concat(["0x363d3d373d3d3d363d73", implementation.address, "0x5af43d82803e903d91602b57fd5bf3", args]);
  await chain.networkHelpers.setCode(clone, code);
  const codeHash = keccak256(code);
  const initialise = encodeFunctionData({ abi: implementation.abi, functionName: "initialize" });
  await coop.directoryContract.write.replace([number, clone, codeHash, initialise], await asAssembly(chain, coop));
  return clone;
}

/** A reserve and an audit register, as doubles. */
export async function withLosses(chain: Chain, coop: Coop) {
  const reserve = await place(chain, coop, "ReserveDouble", 9);
  const audits = await place(chain, coop, "AuditsDouble", 13);
  return { reserve, audits: await chain.viem.getContractAt("AuditsDouble", audits) };
}

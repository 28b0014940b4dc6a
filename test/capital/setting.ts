// A co-op for tests of share capital: par 25, from 2 to 100 shares, notice 90 days; and its members' steps.
import { expect } from "chai";
import { encodeAbiParameters, keccak256, zeroHash } from "viem";
import { type Charter, DAY, defaultShares, founder, Role, type ShareTerms } from "../../scripts/deploy/charter.ts";
import { as } from "../commons/setting.ts";
import { type Chain, type Coop, EURO, found, freshChain, hashOf, standardCharter } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

export const PAR = 25n * EURO;
export const TERMS: ShareTerms = { ...defaultShares(PAR), minimum: 2n, maximum: 100n };
export const NOTICE = TERMS.notice;
export const Fund = { Outside: 0, Operating: 1, ShareCapital: 2, Withdrawals: 6, Interest: 7 } as const;
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
    resign: (as: number) => coop.registerContract.write.resign(by(as)),
    postInterest: async (rate: number) => write.postInterest([rate], await as(chain, coop.surplus)),
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

/** A call, the error it meets, and what that carries. */
export type Refusal = [call: () => Promise<unknown>, error: string, args?: readonly unknown[]];

/** The call is refused with this error, and everything is as it was. */
export async function refusedIn(chain: Chain, coop: Coop, ...[call, error, args]: Refusal) {
  const before = await snapshotOf(chain, coop);
  await reverts(call(), error, args);
  expect(await snapshotOf(chain, coop)).to.equal(before);
}

/** A recovery of these members' accounts begins; the answer ends it again. */
export async function recovering(chain: Chain, coop: Coop, members: readonly number[]) {
  const { write } = coop.registerContract;
  const newOf = (i: number) => account(chain, 60 + i);
  for (const i of members) {
    await write.requestRecovery([idOf(i), hashOf("lost")], { account: newOf(i) });
    // The director, and two other members.
    for (const by of [0, ...PEOPLE.filter((other) => other !== 0 && other !== i).slice(0, 2)]) {
      await write.attestRecovery([idOf(i), newOf(i).address], { account: account(chain, by) });
    }
  }
  return async () => {
    for (const i of members) await write.withdrawRecovery([idOf(i)], { account: newOf(i) });
  };
}

/** Writes another amount into the share-capital fund's slot, which no call can do; the answer puts the difference right. */
export async function withFund(chain: Chain, coop: Coop, amount: bigint) {
  const ofFund = keccak256(encodeAbiParameters([{ type: "uint32" }, { type: "uint256" }], [Fund.ShareCapital, 0n]));
  const slot = keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [chain.euro.address, ofFund]));
  const read = () => coop.treasuryContract.read.balanceOf([Fund.ShareCapital, chain.euro.address]);
  const write = (value: bigint) => chain.networkHelpers.setStorageAt(coop.treasury, slot, value);
  const missing = (await read()) - amount;
  await write(amount);
  return async () => write((await read()) + missing);
}

/** The members wind the co-op up, and it is closed. */
export async function closed(chain: Chain, coop: Coop) {
  await coop.reserveContract.write.acceptBody({ account: account(chain, 97) });
  await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
  await chain.networkHelpers.time.increase(90 * DAY);
  await coop.directoryContract.write.close();
}

const AUDITOR = 70;

/** Somebody who certifies losses. */
export async function withAuditor(chain: Chain, coop: Coop) {
  const until = (await chain.networkHelpers.time.latest()) + 3 * 365 * DAY;
  const appointment = [Role.Auditor, addressOf(chain, AUDITOR), until] as const;
  await coop.authorityContract.write.appoint(appointment, await asAssembly(chain, coop));
  return {
    certify: (amount: bigint) =>
      coop.auditsContract.write.certifyLoss([amount, hashOf("report")], { account: account(chain, AUDITOR) }),
  };
}

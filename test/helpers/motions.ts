// Actions beyond payments and minutes, and what tests of members, proxies and polls ask of a co-op.
import { type Abi, type Address, encodeFunctionData } from "viem";
import { type CharterRules, type CharterVotingRule, Position, Role } from "../../scripts/deploy/charter.ts";
import type { resolution } from "./assembly.ts";
import { type Action, at, type Chain, type Coop, EURO, hashOf } from "./coop.ts";

const action = (target: Address, abi: Abi, functionName: string, args: readonly unknown[]): Action => ({
  target,
  data: encodeFunctionData({ abi, functionName, args }),
});

export const account = (chain: Chain, i: number) => at(chain.wallets, i).account;
export const addressOf = (chain: Chain, i: number): Address => account(chain, i).address;

/** An extraordinary resolution that parts with a member (M5). */
export const expulsion = (coop: Coop, memberId: number, grounds = hashOf("grounds")): Action =>
  action(coop.register, coop.registerContract.abi, "expel", [memberId, grounds]);

export const readmission = (coop: Coop, who: Address, classIndex: number): Action =>
  action(coop.register, coop.registerContract.abi, "readmit", [who, classIndex, hashOf("again")]);

export const admission = (coop: Coop, who: Address, classIndex: number): Action =>
  action(coop.register, coop.registerContract.abi, "admit", [who, classIndex, hashOf("appeal")]);

/** A payment beyond the limit of ordinary resolutions (V7). */
export const disposal = (chain: Chain, coop: Coop, to: Address, amount = EURO): Action =>
  action(coop.treasury, coop.treasuryContract.abi, "dispose", [1, chain.euro.address, to, amount, hashOf("sale")]);

/** The members decide whose account a member's is (M6). */
export const recoveryDecided = (coop: Coop, memberId: number, newAccount: Address, grant: boolean): Action =>
  action(coop.register, coop.registerContract.abi, "decideRecovery", [memberId, newAccount, grant]);

/** A surplus for a period, with interest on shares at `rate` basis points a year (A4, S4). */
export const declaration = (coop: Coop, period: number, surplus: bigint, rate = 0): Action =>
  action(coop.surplus, coop.surplusContract.abi, "declare", [period, surplus, rate]);

/** Shares cut for a certified loss (S5). */
export const writeDown = (coop: Coop, units: bigint, certificateId: bigint): Action =>
  action(coop.shares, coop.sharesContract.abi, "writeDown", [units, certificateId]);

/** The constitutional resolution that begins the end (A2). */
export const windingUp = (coop: Coop): Action => action(coop.directory, coop.directoryContract.abi, "windUp", []);

export const describing = (coop: Coop, uri: string): Action =>
  action(coop.assembly, coop.deskContract.abi, "setDaoURI", [uri]);

export const newRules = (coop: Coop, rules: CharterRules): Action =>
  action(coop.assembly, coop.deskContract.abi, "setRules", [rules]);

/** The Assembly's own hand, for tests whose subject is not the vote. */
export async function asAssembly(chain: Chain, coop: Coop) {
  await chain.networkHelpers.impersonateAccount(coop.assembly);
  return { account: coop.assembly };
}

/** The standard board without the two directors whom nobody meets: the first founder alone. */
export async function soleDirector(chain: Chain, coop: Coop) {
  const by = await asAssembly(chain, coop);
  for (const i of [98, 99]) await coop.authorityContract.write.recall([Role.Board, addressOf(chain, i)], by);
}

/** Sets rules that differ from the present ones in these points. */
export async function changeVotingRules(chain: Chain, coop: Coop, change: Partial<CharterVotingRule>) {
  const rules = await coop.deskContract.read.rulesAt([await coop.deskContract.read.rulesVersion()]);
  const by = await asAssembly(chain, coop);
  await coop.deskContract.write.setRules([{ ...rules, voting: { ...rules.voting, ...change } }], by);
}

/** The member id and seat of `wallets[i]`; zeros unless it is an active member. */
export async function memberOf(chain: Chain, coop: Coop, i: number): Promise<{ id: number; seat: number }> {
  const [id, seat] = await coop.registerContract.read.seatOf([addressOf(chain, i)]);
  return { id, seat };
}

/** Brings a motion as `by`: drafted, backed by `seconders`, put on notice. */
export async function bring(step: ReturnType<typeof resolution>, by: number, seconders: readonly number[]) {
  const draftId = await step.draft(by);
  for (const seconder of seconders) await step.second(draftId, seconder);
  return step.giveNotice(by);
}

/** From notice to the deed: `inFavour` vote for it, everybody else stays away. */
export async function carryOut(step: ReturnType<typeof resolution>, inFavour: readonly number[], executor = 0) {
  await step.toOpening();
  for (const member of inFavour) await step.vote(member, Position.For);
  await step.toClose();
  await step.toEta();
  await step.execute(executor);
}

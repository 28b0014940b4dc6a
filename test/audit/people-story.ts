// A small co-op in which people come, move, lose their accounts and take their money out, and whose reserve and shares bear a
// loss: what the audit's tests look at.
import { type Abi, encodeFunctionData, type Hex, zeroHash } from "viem";
import { memberRegisterAbi, memberSharesAbi } from "../../books/abi.ts";
import { DAY, NO_PERMIT, Role } from "../../scripts/deploy/charter.ts";
import { as as handOf } from "../commons/setting.ts";
import { admit, commitment } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, EURO, hashOf } from "../helpers/coop.ts";

const AUDITOR = 50;
const BODY = 97;
/** Directors of the standard charter. */
const BOARD = [0, 98, 99] as const;
const MEMBERS = 10;

export type PeopleStory = Awaited<ReturnType<typeof peopleStory>>;

export async function peopleStory() {
  const { chain, coop } = await coopWith();
  await admit(chain, coop, 3, MEMBERS);
  await apply(chain, coop);
  await suspend(chain, coop);
  await recover(chain, coop);
  await hold(chain, coop);
  await bear(chain, coop);
  await chain.networkHelpers.mine();
  return { chain, coop };
}

const accountOf = ({ wallets }: Chain, i: number) => at(wallets, i).account;
const addressOf = (chain: Chain, i: number) => accountOf(chain, i).address;

/** Money for shares, and the treasury may take it. */
async function afford(chain: Chain, coop: Coop, i: number, units: bigint) {
  await chain.euro.write.mint([addressOf(chain, i), units * EURO]);
  await chain.euro.write.approve([coop.treasury, units * EURO], { account: accountOf(chain, i) });
}

/** 20 joins with shares and a promise, 21 waits, 22 was refused and appeals, 23 took it back, 24 was accepted, 5 moves. */
async function apply(chain: Chain, coop: Coop) {
  const { registerContract: register, lobbyContract: lobby, deskContract: desk } = coop;
  const as = (i: number) => ({ account: accountOf(chain, i) });
  for (const i of [20, 21, 22, 23, 24]) await register.write.applyFor([i % 2, commitment(i)], as(i));
  await register.write.accept([addressOf(chain, 20), hashOf("one person")]);
  await register.write.refuse([addressOf(chain, 22), 2, hashOf("incomplete")]);
  await register.write.withdrawApplication(as(23));
  await afford(chain, coop, 20, 5n);
  await register.write.join([5n, 5n, NO_PERMIT], as(20));

  await lobby.write.appeal(["Admit me\n\nMy papers are complete now."], as(22));
  const [drafted] = await desk.getEvents.Drafted();
  await desk.write.second([drafted?.args.draftId ?? 0n], as(3));
  await register.write.applyFor([0, commitment(5)], as(5));
  await register.write.accept([addressOf(chain, 5), zeroHash], as(BOARD[1]));
  await register.write.join([0n, 0n, NO_PERMIT], as(5));
  await register.write.accept([addressOf(chain, 24), hashOf("another person")], as(BOARD[1]));
}

/** The board decides `data` for `target`, and another director carries it out. */
async function together(chain: Chain, coop: Coop, target: Hex, data: Hex, carriedOut = true) {
  const { boardContract: board } = coop;
  await board.write.decide([target, data, hashOf("minutes")], { account: accountOf(chain, BOARD[1]) });
  if (!carriedOut) return;
  const id = await board.read.actsEver();
  await board.write.carryOut([id, target, data], { account: accountOf(chain, BOARD[2]) });
}

/** Member 9 stays suspended, member 8 was; one act was taken back and one waits. */
async function suspend(chain: Chain, coop: Coop) {
  const now = await chain.networkHelpers.time.latest();
  const suspends = (memberId: number, reason: string) =>
    encodeFunctionData({
      abi: memberRegisterAbi,
      functionName: "suspend",
      args: [memberId, now + 29 * DAY, hashOf(reason)],
    });
  await together(chain, coop, coop.register, suspends(9, "left riders standing"));
  await together(chain, coop, coop.register, suspends(8, "smoked"));
  await coop.registerContract.write.lift([8], { account: accountOf(chain, BOARD[2]) });
  await together(chain, coop, coop.register, suspends(7, "a mistake"), false);
  await coop.boardContract.write.withdraw([3n], { account: accountOf(chain, BOARD[1]) });
  await together(chain, coop, coop.register, suspends(7, "to be thought over"), false);
}

/** Member 4 has a new account (30); 31 waits for member 6, 32 gave up, 33 was vetoed by member 8. */
async function recover(chain: Chain, coop: Coop) {
  const { registerContract: register } = coop;
  const as = (i: number) => ({ account: accountOf(chain, i) });
  const attested = async (memberId: number, i: number, by: readonly number[]) => {
    await register.write.requestRecovery([memberId, hashOf("lost")], as(i));
    for (const one of by) await register.write.attestRecovery([memberId, addressOf(chain, i)], as(one));
  };
  await attested(4, 30, [0, 1, 2]);
  await chain.networkHelpers.time.increase(14 * DAY);
  await register.write.completeRecovery([4]);
  await attested(6, 31, [0, 1, 2]);
  await attested(7, 32, [1]);
  await register.write.withdrawRecovery([7], as(32));
  await attested(8, 33, [0, 1, 2]);
  await register.write.vetoRecovery([8], as(7));
}

/** Members 1 to 3 hold shares, one withdraws and is paid, one waits, one takes its place back; interest is posted and taken. */
async function hold(chain: Chain, coop: Coop) {
  const { sharesContract: shares, treasuryContract: treasury } = coop;
  const as = (i: number) => ({ account: accountOf(chain, i) });
  await chain.euro.write.mint([addressOf(chain, 0), 500n * EURO]);
  await chain.euro.write.approve([coop.treasury, 500n * EURO]);
  await treasury.write.deposit([1, chain.euro.address, 500n * EURO, hashOf("loan")]);
  for (const [i, units] of [
    [0, 41n],
    [1, 700n],
    [2, 93n],
    [8, 20n],
  ] as const) {
    await afford(chain, coop, i, units + 10n);
    await shares.write.subscribe([units, i === 2 ? 10n : 0n], as(i));
  }
  await shares.write.payInstalment([4n], as(2));
  await shares.write.dropPromise(as(2));
  await shares.write.withdraw([10n], as(0));
  await shares.write.withdraw([3n], as(2));
  await shares.write.withdraw([100n], as(1));
  await shares.write.cancelWithdrawal([1n], as(2));
  await chain.networkHelpers.time.increase(90 * DAY);
  await shares.write.advance([1n]);
  await shares.write.postInterest([300], await handOf(chain, coop.surplus));
  await shares.write.claimInterest([false], as(0));
  await shares.write.claimInterest([true], as(1));
  await coop.registerContract.write.resign(as(8));
  const until = (await chain.networkHelpers.time.latest()) + 100 * DAY;
  const args = [until, hashOf("a bad winter")];
  const data = encodeFunctionData({ abi: memberSharesAbi as Abi, functionName: "suspendWithdrawals", args });
  await together(chain, coop, coop.shares, data);
}

/** The auditor certifies a loss of 77: the reserve has 20 of it, shares bear 50, and some members know it already. */
async function bear(chain: Chain, coop: Coop) {
  const { auditsContract: audits, reserveContract: reserve, sharesContract: shares } = coop;
  const auditor = { account: accountOf(chain, AUDITOR) };
  const now = await chain.networkHelpers.time.latest();
  await coop.authorityContract.write.appoint([Role.Auditor, addressOf(chain, AUDITOR), now + 300 * DAY], {
    account: coop.assembly,
  });
  await reserve.write.acceptBody({ account: accountOf(chain, BODY) });
  await chain.euro.write.mint([coop.reserve, 15n * EURO]);
  await reserve.write.post();
  await chain.euro.write.mint([addressOf(chain, 0), 5n * EURO]);
  await chain.euro.write.approve([coop.reserve, 5n * EURO]);
  await reserve.write.deposit([5n * EURO, hashOf("bazaar")]);

  const { number, hash } = await chain.client.getBlock();
  await audits.write.fileOpinion([number, hash, hashOf("report"), 1], auditor);
  await audits.write.certifyLoss([77n * EURO, hashOf("fire")], auditor);
  await audits.write.fileReport([2025, hashOf("purpose")]);
  await reserve.write.coverLoss([1n, 8n * EURO], { account: coop.assembly });
  await shares.write.writeDown([50n, 1n], { account: coop.assembly });
  await afford(chain, coop, 2, 1n);
  await shares.write.subscribe([1n, 0n], { account: accountOf(chain, 2) });
}

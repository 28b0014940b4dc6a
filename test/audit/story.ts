// A small co-op that has done a bit of everything: what the audit's tests look at.
import { encodeFunctionData } from "viem";
import { memberRegisterAbi } from "../../books/abi.ts";
import { DAY } from "../../scripts/deploy/charter.ts";
import { ballotToSign, packBallots } from "../../scripts/lib/signed-ballots.ts";
import { admit, decideWith, minute, payment, resolution } from "../helpers/assembly.ts";
import { aggregateOf, handIn, keyed, registerKey } from "../helpers/ballot-keys.ts";
import { type Action, at, type Chain, type Coop, coopWith, EURO, hashOf } from "../helpers/coop.ts";

const FUNDS_PAID_IN = 500n * EURO;
const MEMBERS = 10;

export async function livedInCoop() {
  const { chain, coop } = await coopWith();
  const { wallets, euro, networkHelpers } = chain;
  const account = (i: number) => at(wallets, i).account;
  await admit(chain, coop, 3, MEMBERS);

  await euro.write.mint([account(0).address, FUNDS_PAID_IN]);
  await euro.write.approve([coop.treasury, FUNDS_PAID_IN]);
  await coop.treasuryContract.write.deposit([1, euro.address, FUNDS_PAID_IN, hashOf("loan")]);
  for (const i of [1, 2, 3]) {
    await euro.write.mint([account(i).address, 10n * EURO]);
    await euro.write.approve([coop.treasury, 10n * EURO], { account: account(i) });
    await coop.sharesContract.write.subscribe([BigInt(i), 0n], { account: account(i) });
  }
  // Nobody posted this: it belongs to no fund.
  await euro.write.mint([coop.treasury, 7n * EURO]);

  const paid = resolution(chain, coop, [payment(chain, coop, account(20).address, 120n * EURO)], "Pay the workshop");
  await paid.propose();
  await decideWith(paid, [1, 1, 1, 0, 1, 1, undefined, 2, 1]);
  await paid.toEta();
  await paid.execute();

  const lost = resolution(chain, coop, [payment(chain, coop, account(20).address)], "Pay it again");
  await lost.propose();
  await decideWith(lost, [0, 0, 3, 0, 1, 1]);

  const adjourned = resolution(chain, coop, [minute(coop, "fair")], "Go to the fair");
  const adjournedIds: bigint[] = [];
  for (const positions of [
    [undefined, 1, 1],
    [1, 1],
  ]) {
    adjournedIds.push(await adjourned.propose());
    await decideWith(adjourned, positions);
  }

  const petitioned = resolution(chain, coop, [payment(chain, coop, account(20).address, 2n * EURO)], "Pay the fair");
  const petitionedId = await petitioned.propose();
  for (const rider of [1, 5, 9]) await coop.deskContract.write.petition([petitionedId], { account: account(rider) });
  await petitioned.toOpening();
  await handInSigned(chain, coop, petitionedId, [
    [0, 1],
    [1, 0],
    [2, 1],
    [4, 1],
    [5, 0],
    [6, 2],
  ]);
  await petitioned.vote(6, 1);
  await petitioned.toClose();

  await coop.registerContract.write.resign({ account: account(9) });
  await admit(chain, coop, 10, 12);

  await speak(chain, coop, TOPIC.people, 7, 3);
  await speak(chain, coop, TOPIC.general, 4, 0);
  await speak(chain, coop, TOPIC.general, 6, 2);
  await coop.lobbyContract.write.nameProxy([TOPIC.money, account(1).address], { account: account(5) });
  await ask(chain, coop, 1, ["monthly", "weekly"], [1, 2, 1, 2, 2]);

  await keyed(chain, coop, [0, 2, 3, 4]);
  await registerKey(chain, coop, 5);
  const together = resolution(chain, coop, [minute(coop, "together")], "Ask everybody at once");
  const togetherId = await together.propose();
  await together.vote(3, 0);
  const aggregate = await aggregateOf(chain, coop, togetherId, 1, [0, 2, 3, 4]);
  await handIn(chain, coop, togetherId, 1, aggregate);
  await together.vote(0, 2);
  await registerKey(chain, coop, 2, 20);
  await coop.keysContract.write.revoke({ account: account(4) });

  // Member 9 is the account 8; 3 votes for 7 too, who then votes itself.
  const expulsion = resolution(chain, coop, [expel(coop, 9)], "Part with member No. 9");
  const expulsionId = await expulsion.propose();
  await coop.deskContract.write.beHeard([expulsionId, hashOf("statement")], { account: account(8) });
  await expulsion.toOpening();
  await expulsion.votes([1, 1, 1, 1, 1, 1, 1]);
  await expulsion.vote(7, 0);
  await expulsion.toEta();
  await expulsion.execute();

  await ask(chain, coop, 2, ["north", "south", "neither"], [1, 2, undefined, 3, 1, 2]);
  await coop.lobbyContract.write.answer([2n, 3], { account: account(4) });

  // A proxy's ballot among signed ones; the last is a stranger's.
  const thanked = resolution(chain, coop, [minute(coop, "garage")], "Thank the garage");
  const thankedId = await thanked.propose();
  await handInSigned(chain, coop, thankedId, [
    [2, 1],
    [5, 0],
    [25, 1],
  ]);

  const open = resolution(chain, coop, [minute(coop)], "Thank the workshop");
  const draft = await open.draft(1);
  await open.second(draft, 2);
  await open.second(draft, 3);
  await open.giveNotice(1);
  await open.votes([1, 1, 0]);
  await open.vote(2, 1);
  await networkHelpers.time.increase(DAY);
  await networkHelpers.mine();
  return { chain, coop, paid, lost, adjournedIds, petitionedId, togetherId, expulsionId, thankedId, open };
}

export const TOPIC = { general: 0, people: 1, money: 2 } as const;

/** `principal` names `proxy`, who accepts. */
async function speak(chain: Chain, coop: Coop, topic: number, principal: number, proxy: number) {
  const [from, to] = [at(chain.wallets, principal).account, at(chain.wallets, proxy).account];
  await coop.lobbyContract.write.nameProxy([topic, to.address], { account: from });
  await coop.lobbyContract.write.acceptProxy([topic, from.address], { account: to });
}

/** The board opens poll number `id`; `answers[i]` is the answer of `wallets[i]`. */
async function ask(chain: Chain, coop: Coop, id: number, options: string[], answers: readonly (number | undefined)[]) {
  await coop.lobbyContract.write.openPoll([at(chain.wallets, 0).account.address, `Question ${id}`, options]);
  for (const [i, option] of answers.entries()) {
    if (option === undefined) continue;
    await coop.lobbyContract.write.answer([BigInt(id), option], { account: at(chain.wallets, i).account });
  }
}

const expel = (coop: Coop, memberId: number): Action => ({
  target: coop.register,
  data: encodeFunctionData({ abi: memberRegisterAbi, functionName: "expel", args: [memberId, hashOf("grounds")] }),
});

/** Hands in a batch of signed ballots: wallet and position of each. */
export async function handInSigned(
  chain: Chain,
  coop: Coop,
  id: bigint,
  ballots: readonly (readonly [wallet: number, position: number])[],
) {
  const signed = await Promise.all(
    ballots.map(async ([i, support]) => {
      const wallet = at(chain.wallets, i);
      const signature = await wallet.signTypedData(ballotToSign(coop.assembly, 31_337, id, support));
      return { voter: wallet.account.address, support, signature };
    }),
  );
  return coop.deskContract.write.castVotesBySig([id, packBallots(signed)]);
}

// The steps of a resolution, as tests take them.
import { type Address, encodeFunctionData, type Hex, keccak256, toHex } from "viem";
import { assemblyDeskAbi, treasuryAbi } from "../../books/abi.ts";
import { DAY, Kind } from "../../scripts/deploy/charter.ts";
import { type Action, at, type Chain, type Coop, EURO, hashOf, motion } from "./coop.ts";

export const GovernorState = {
  Pending: 0,
  Active: 1,
  Canceled: 2,
  Defeated: 3,
  Succeeded: 4,
  Queued: 5,
  Expired: 6,
  Executed: 7,
} as const;
export const Verdict = { Passed: 0, Held: 1, Adjourned: 2, Defeated: 3 } as const;
export const Reason = {
  Carried: 0,
  Blocked: 1,
  QuorumMissed: 2,
  TurnoutMissed: 3,
  NoVotes: 4,
  OnlyInvestors: 5,
  MajorityMissed: 6,
  ClassAgainst: 7,
} as const;

/** The action of an advisory resolution. */
export const minute = (coop: Coop, matter = "matter"): Action => ({
  target: coop.assembly,
  data: encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args: [hashOf(matter)] }),
});

/** A payment out of the operating fund: ordinary. */
export const payment = (chain: Chain, coop: Coop, to: Address, amount = EURO, memo = "invoice"): Action => ({
  target: coop.treasury,
  data: encodeFunctionData({
    abi: treasuryAbi,
    functionName: "pay",
    args: [1, chain.euro.address, to, amount, hashOf(memo)],
  }),
});

/** One resolution on its way; every step is one transaction of `wallets[as]`. */
export function resolution(chain: Chain, coop: Coop, actions: readonly Action[], text = "A motion") {
  const { wallets, networkHelpers, client } = chain;
  const [targets, values, calldatas] = motion(actions, text);
  const content = [targets, values, calldatas, text] as const;
  const hashed = [targets, values, calldatas, keccak256(toHex(text))] as const;
  const account = (as: number) => at(wallets, as).account;

  const steps = {
    content,
    hashed,
    id: () => coop.assemblyContract.read.getProposalId(hashed),
    /** The board's short way. */
    propose: async (as = 0) => {
      await coop.assemblyContract.write.propose(content, { account: account(as) });
      return steps.id();
    },
    draft: async (as = 0, atLeast: number = Kind.Advisory): Promise<bigint> => {
      const request = [...content, atLeast] as const;
      const { result } = await client.simulateContract({
        address: coop.assembly,
        abi: assemblyDeskAbi,
        functionName: "draft",
        args: request,
        account: account(as),
      });
      await coop.deskContract.write.draft(request, { account: account(as) });
      return result;
    },
    second: (draftId: bigint, as: number) => coop.deskContract.write.second([draftId], { account: account(as) }),
    giveNotice: async (proposer: number, as = proposer) => {
      const request = [account(proposer).address, ...content] as const;
      await coop.assemblyContract.write.giveNotice(request, { account: account(as) });
      return steps.id();
    },
    vote: async (as: number, position: number) =>
      coop.assemblyContract.write.castVote([await steps.id(), position], { account: account(as) }),
    /** `positions[i]` is the ballot of `wallets[i]`; undefined stays away. */
    votes: async (positions: readonly (number | undefined)[]) => {
      for (const [i, position] of positions.entries()) if (position !== undefined) await steps.vote(i, position);
    },
    execute: (as = 0) => coop.assemblyContract.write.execute(hashed, { account: account(as) }),
    state: async () => coop.assemblyContract.read.state([await steps.id()]),
    outcome: async () => coop.deskContract.read.outcome([await steps.id()]),
    tally: async () => coop.deskContract.read.tally([await steps.id()]),
    opens: async (): Promise<number> => {
      const id = await steps.id();
      const record = await coop.deskContract.read.proposalRecord([id]);
      const rules = await coop.deskContract.read.rulesAt([record.rulesVersion]);
      return record.noticeAt + at(rules.kinds, record.kind).notice;
    },
    closes: async () => Number(await coop.assemblyContract.read.proposalDeadline([await steps.id()])),
    eta: async () => Number(await coop.assemblyContract.read.proposalEta([await steps.id()])),
    toOpening: async () => {
      const opens = await steps.opens();
      if (opens > (await networkHelpers.time.latest())) await networkHelpers.time.increaseTo(opens);
    },
    toClose: async () => networkHelpers.time.increaseTo((await steps.closes()) + 1),
    toEta: async () => networkHelpers.time.increaseTo(await steps.eta()),
  };
  return steps;
}

/** Opens the vote, casts these ballots, waits for the close. */
export async function decideWith(step: ReturnType<typeof resolution>, positions: readonly (number | undefined)[]) {
  await step.toOpening();
  await step.votes(positions);
  await step.toClose();
}

/** A commitment for an admission in tests. */
export const commitment = (n: number): Hex => hashOf(`application ${n}`);

/** Admits `wallets[from..to-1]`, class by class in turn unless `classOf` says otherwise. */
export async function admit(chain: Chain, coop: Coop, from: number, to: number, classOf = (i: number) => i % 4) {
  for (let i = from; i < to; i++) {
    const account = at(chain.wallets, i).account.address;
    await coop.admit(account, classOf(i), commitment(i));
  }
}

export { DAY };

// The pages of the story's proposals and drafts, which are numbered as the chain has them.
import { expect } from "chai";
import { parseEventLogs } from "viem";
import { assemblyAbi, assemblyLobbyAbi } from "../../books/abi.ts";
import type { LivingCoop } from "../../scripts/demo/living-coop.ts";
import { draftId, motionOf, proposalId } from "../../scripts/demo/motion.ts";
import { commons } from "../../scripts/demo/proposals/commons.ts";
import { decided } from "../../scripts/demo/proposals/decided.ts";
import { drafts, running } from "../../scripts/demo/proposals/running.ts";
import { account } from "../../scripts/demo/world.ts";

const STATES = ["On notice", "Open", "Canceled", "Lost", "Succeeded", "Waiting", "Lapsed", "Carried out"] as const;
/** How a proposal stands. What waits becomes ready when its time of waiting is over. */
export type Standing = (typeof STATES)[number] | "Ready";

const told = [...decided, ...running, ...commons];

function foundIn<T extends { key: string }>(list: readonly T[], key: string): T {
  const found = list.find((one) => one.key === key);
  if (!found) throw new Error(`The story has no ${key}.`);
  return found;
}

/** The page of a proposal, which must stand so. */
export async function proposalPage({ world, chain }: LivingCoop, key: string, stands: Standing): Promise<string> {
  const client = await chain.connection.viem.getPublicClient();
  const { assembly: address } = world.coop;
  const id = proposalId(motionOf(world, foundIn(told, key)));
  const logs = await client.getLogs({ address, fromBlock: 0n });
  const noticed = parseEventLogs({ abi: assemblyAbi, eventName: "ProposalCreated", logs });
  const number = noticed.findIndex(({ args }) => args.proposalId === id) + 1;
  const read = { address, abi: assemblyAbi, args: [id] } as const;
  const state = STATES[await client.readContract({ ...read, functionName: "state" })];
  const eta = await client.readContract({ ...read, functionName: "proposalEta" });
  const { timestamp } = await client.getBlock();
  expect(state === "Waiting" && eta <= timestamp ? "Ready" : state, key).to.equal(stands);
  return `/proposals/${number}`;
}

/** The page of a draft that is open. */
export async function draftPage({ world, chain }: LivingCoop, key: string): Promise<string> {
  const client = await chain.connection.viem.getPublicClient();
  const draft = foundIn(drafts, key);
  const id: bigint = draftId(account(world, draft.by), motionOf(world, draft));
  const logs = await client.getLogs({ address: world.coop.assembly, fromBlock: 0n });
  const drafted = parseEventLogs({ abi: assemblyLobbyAbi, eventName: "Drafted", logs });
  const number = drafted.findIndex(({ args }) => args.draftId === id) + 1;
  expect(number, key).to.be.greaterThan(0);
  return `/drafts/${number}`;
}

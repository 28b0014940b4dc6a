// How the story's proposals came up, were voted on and were carried out.
import { encodeFunctionData } from "viem";
import { assemblyAbi, assemblyDeskAbi, assemblyLobbyAbi } from "../../books/abi.ts";
import { commitmentOf } from "../../documents/envelope/commitment.ts";
import { Kind } from "../deploy/charter.ts";
import { togetherHappens } from "./ballot-keys.ts";
import { type Ballot, ballotsOf } from "./ballots.ts";
import { Class } from "./charter.ts";
import { draftId, type Motion, motionOf, proposalId } from "./motion.ts";
import { isLeftAlone, type Person, present } from "./people.ts";
import type { Draft, Proposal } from "./proposals/proposal.ts";
import { type Random, shuffled } from "./random.ts";
import { account, daysAgo, type Happening, hashOf, openingOf, type World } from "./world.ts";

const DAYS_FROM_DRAFT_TO_NOTICE = 6;

export function draftHappens(world: World, people: readonly Person[], draft: Draft, random: Random): Happening[] {
  return drafting(world, people, motionOf(world, draft), draft, draft.openedDaysAgo, 0, random);
}

export function proposalHappens(
  world: World,
  people: readonly Person[],
  proposal: Proposal,
  random: Random,
): Happening[] {
  const motion = motionOf(world, proposal);
  const drafted = proposal.noticeDaysAgo + DAYS_FROM_DRAFT_TO_NOTICE;
  const notice = { at: daysAgo(world, proposal.noticeDaysAgo), call: noticeCall(world, proposal, motion) };
  const opening = proposal.seconders
    ? drafting(
        world,
        people,
        motion,
        { ...proposal, seconders: proposal.seconders },
        drafted,
        proposal.noticeDaysAgo,
        random,
      )
    : [];
  const all = ballotsOf(people, proposal, random);
  const together = proposal.together && togetherHappens(world, proposal.noticeDaysAgo, proposalId(motion), all);
  const ballots = (together?.others ?? all).map((ballot) => voting(world, proposalId(motion), ballot));
  const petition = petitioning(world, people, proposal, proposalId(motion), random);
  const heard = beingHeard(world, proposal, proposalId(motion));
  return [
    ...opening,
    notice,
    ...petition,
    ...heard,
    ...ballots,
    ...(together?.happenings ?? []),
    ...carryingOut(world, proposal, motion),
  ];
}

/** The board puts the same content again. */
export function puttingAgain(world: World, proposal: Proposal, noticeDaysAgo: number): Happening {
  return { at: daysAgo(world, noticeDaysAgo), call: noticeCall(world, proposal, motionOf(world, proposal)) };
}

function drafting(
  world: World,
  people: readonly Person[],
  motion: Motion,
  { by, seconders, appeal }: { by: number; seconders: number; appeal?: true },
  from: number,
  to: number,
  random: Random,
): Happening[] {
  const assembly = world.coop.assembly;
  const proposer = account(world, by);
  const opened = appeal
    ? encodeFunctionData({ abi: assemblyLobbyAbi, functionName: "appeal", args: [motion[3]] })
    : encodeFunctionData({ abi: assemblyDeskAbi, functionName: "draft", args: [...motion, Kind.Advisory] });
  const seconded = encodeFunctionData({
    abi: assemblyDeskAbi,
    functionName: "second",
    args: [draftId(proposer, motion)],
  });
  const others = present(people, from).filter((person) => person.account !== by && !isLeftAlone(person));
  const backers = shuffled(others, random).slice(0, seconders);
  return [
    { at: daysAgo(world, from), call: { from: proposer, to: assembly, data: opened } },
    ...backers.map((backer, i) => ({
      at: daysAgo(world, from - ((from - to) * (i + 1)) / (backers.length + 1)),
      call: { from: account(world, backer.account), to: assembly, data: seconded },
    })),
  ];
}

/** Riders ask, within the first days of notice, that every class must agree. */
function petitioning(
  world: World,
  people: readonly Person[],
  { noticeDaysAgo, petitioners = 0 }: Proposal,
  id: bigint,
  random: Random,
): Happening[] {
  if (petitioners === 0) return [];
  const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "petition", args: [id] });
  const riders = present(people, noticeDaysAgo).filter((one) => one.class === Class.Riders && !isLeftAlone(one));
  return shuffled(riders, random)
    .slice(0, petitioners)
    .map((rider, i) => ({
      at: daysAgo(world, noticeDaysAgo - 1 - i / 10),
      call: { from: account(world, rider.account), to: world.coop.assembly, data },
    }));
}

/** The member to be expelled files what it says. */
function beingHeard(world: World, { act, statement }: Proposal, id: bigint): Happening[] {
  if (!statement || act.does !== "expel") return [];
  const args = [id, commitmentOf(openingOf(statement.words))] as const;
  const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "beHeard", args });
  const call = { from: account(world, act.who), to: world.coop.assembly, data };
  return [{ at: daysAgo(world, statement.daysAgo), call }];
}

function noticeCall(world: World, proposal: Proposal, motion: Motion) {
  const from = account(world, proposal.by);
  const data = proposal.seconders
    ? encodeFunctionData({ abi: assemblyAbi, functionName: "giveNotice", args: [from, ...motion] })
    : encodeFunctionData({ abi: assemblyAbi, functionName: "propose", args: motion });
  return { from, to: world.coop.assembly, data };
}

function voting(world: World, id: bigint, { voter, at, support, reason }: Ballot): Happening {
  const data =
    reason === ""
      ? encodeFunctionData({ abi: assemblyAbi, functionName: "castVote", args: [id, support] })
      : encodeFunctionData({ abi: assemblyAbi, functionName: "castVoteWithReason", args: [id, support, reason] });
  return { at: daysAgo(world, at), call: { from: account(world, voter), to: world.coop.assembly, data } };
}

function carryingOut(world: World, proposal: Proposal, [targets, values, calldatas, text]: Motion): Happening[] {
  if (proposal.carriedOutDaysAgo === undefined) return [];
  const args = [targets, values, calldatas, hashOf(text)] as const;
  const data = encodeFunctionData({ abi: assemblyAbi, functionName: "execute", args });
  const call = { from: account(world, proposal.by), to: world.coop.assembly, data };
  return [{ at: daysAgo(world, proposal.carriedOutDaysAgo), call }];
}

// Questions to the members: one that is closed, one that is open, one that waits for seconders. Every time is in days
// before now.
import { type Address, encodeAbiParameters, encodeFunctionData, keccak256, parseAbiParameters } from "viem";
import { assemblyDeskAbi, assemblyLobbyAbi } from "../../books/abi.ts";
import { isLeftAlone, type Person, present } from "./people.ts";
import { type Random, shuffled } from "./random.ts";
import { account, daysAgo, type Happening, type World } from "./world.ts";

type Asked = { key: string; question: string; options: readonly string[]; by: number };

export type Poll = Asked & {
  openedDaysAgo: number;
  /** Members who backed the draft; without it the board asked. */
  seconders?: number;
  /** By option, from the first. */
  answers: readonly number[];
  /** How many chose the first option before and changed their mind. */
  changes?: number;
};

export type PollDraft = Asked & { draftedDaysAgo: number; seconders: number };

/** As an advisory vote. */
const OPEN_DAYS = 14;
const DAYS_FROM_DRAFT_TO_OPENING = 4;
const MARGIN_DAYS = 0.2;

/** In the order in which they were opened, so that their numbers count from 1. */
export const polls: readonly Poll[] = [
  {
    key: "meeting-day",
    question: "On which day should the members' meeting be?",
    options: ["Tuesday evening", "Thursday evening", "Saturday morning"],
    by: 9,
    openedDaysAgo: 33,
    seconders: 6,
    answers: [13, 9, 17],
    changes: 2,
  },
  {
    key: "surplus-first",
    question: "If there is a surplus this year, what should it be for first?",
    options: ["Cheaper day tickets", "Better pay at night", "A second wheelchair van", "Paying back early"],
    by: 3,
    openedDaysAgo: 4,
    answers: [9, 8, 8, 3],
    changes: 1,
  },
];

export const pollDraft: PollDraft = {
  key: "newsletter",
  question: "How often should the newsletter come?",
  options: ["Every month", "Every quarter", "Only when there is news"],
  by: 30,
  draftedDaysAgo: 2,
  seconders: 3,
};

export function pollDraftId(proposer: Address, { question, options }: Asked): bigint {
  const content = encodeAbiParameters(parseAbiParameters("string, string, string[]"), ["poll", question, options]);
  const named = encodeAbiParameters(parseAbiParameters("address, uint256"), [proposer, BigInt(keccak256(content))]);
  return BigInt(keccak256(named));
}

export function pollsHappen(world: World, people: readonly Person[], random: Random): Happening[] {
  const { draftedDaysAgo, seconders } = pollDraft;
  return [
    ...polls.flatMap((poll, i) => [
      ...(poll.seconders
        ? drafting(world, people, poll, poll.seconders, poll.openedDaysAgo + DAYS_FROM_DRAFT_TO_OPENING, random)
        : []),
      opening(world, poll),
      ...answering(world, people, poll, i + 1, random),
    ]),
    ...drafting(world, people, pollDraft, seconders, draftedDaysAgo, random),
  ];
}

/** Drafted, and backed within the days before a poll opens, or until now. */
function drafting(
  world: World,
  people: readonly Person[],
  asked: Asked,
  seconders: number,
  from: number,
  random: Random,
): Happening[] {
  const to = world.coop.assembly;
  const proposer = account(world, asked.by);
  const { question, options } = asked;
  const drafted = encodeFunctionData({ abi: assemblyLobbyAbi, functionName: "draftPoll", args: [question, options] });
  const seconded = encodeFunctionData({
    abi: assemblyDeskAbi,
    functionName: "second",
    args: [pollDraftId(proposer, asked)],
  });
  const others = present(people, from).filter((person) => person.account !== asked.by && !isLeftAlone(person));
  const backers = shuffled(others, random).slice(0, seconders);
  const days = Math.min(from, DAYS_FROM_DRAFT_TO_OPENING);
  return [
    { at: daysAgo(world, from), call: { from: proposer, to, data: drafted } },
    ...backers.map((backer, i) => ({
      at: daysAgo(world, from - (days * (i + 1)) / (backers.length + 1)),
      call: { from: account(world, backer.account), to, data: seconded },
    })),
  ];
}

function opening(world: World, { question, options, by, openedDaysAgo }: Poll): Happening {
  const from = account(world, by);
  const args = [from, question, options] as const;
  const data = encodeFunctionData({ abi: assemblyLobbyAbi, functionName: "openPoll", args });
  return { at: daysAgo(world, openedDaysAgo), call: { from, to: world.coop.assembly, data } };
}

/** Named people have not answered where the poll is open. */
function answering(
  world: World,
  people: readonly Person[],
  { key, openedDaysAgo, answers, changes = 0 }: Poll,
  id: number,
  random: Random,
): Happening[] {
  const latest = Math.max(openedDaysAgo - OPEN_DAYS, 0) + MARGIN_DAYS;
  const roll = present(people, openedDaysAgo).filter((person) => openedDaysAgo > OPEN_DAYS || !isLeftAlone(person));
  const members = shuffled(roll, random);
  const given = answers.flatMap((count, option) => Array<number>(count).fill(option + 1));
  const say = (member: Person, at: number, option: number): Happening => ({
    at: daysAgo(world, at),
    call: {
      from: account(world, member.account),
      to: world.coop.assembly,
      data: encodeFunctionData({ abi: assemblyLobbyAbi, functionName: "answer", args: [BigInt(id), option] }),
    },
  });
  return given.flatMap((option, i) => {
    const member = members[i];
    if (!member) throw new Error(`${key} has more answers than members.`);
    const at = latest + random.next() * (openedDaysAgo - latest - MARGIN_DAYS);
    const last = say(member, at, option);
    // Those who chose the last option are the ones who changed their mind.
    return i < given.length - changes ? [last] : [say(member, at + (openedDaysAgo - at) * 0.6, 1), last];
  });
}

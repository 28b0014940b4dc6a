// Assembly: polls, in which nothing is decided.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop, Poll, Question } from "../model.ts";
import { readAddress, readBigInt, readList, readNumber, readNumbers, readText } from "../read.ts";

export function applyPolls(coop: Coop, event: BookEvent): void {
  if (event.name === "PollDrafted") draft(coop, event);
  else if (event.name === "PollOpened") open(coop, event);
  else if (event.name === "Answered") answer(coop, event);
}

/** What one class answered: its roll, and answers by option (index 0 is option 1). */
export type PollTally = { index: number; name: string; roll: number; answers: number[] };

/** What each class answered so far. */
export function pollTallies(coop: Coop, poll: Poll): PollTally[] {
  const tallies = poll.rolls.map((roll, index) => ({
    index,
    name: coop.classes[index]?.name ?? "",
    roll,
    answers: poll.options.map(() => 0),
  }));
  for (const [seat, option] of poll.answers) {
    const answers = tallies[seat >>> 24]?.answers;
    if (answers) answers[option - 1] = (answers[option - 1] ?? 0) + 1;
  }
  return tallies;
}

function draft(coop: Coop, event: BookEvent): void {
  const id = readBigInt(event.args, "draftId");
  if (coop.pollDrafts.get(String(id))?.state === "open") {
    throw new BooksError(`${whereOf(event)} opens draft ${id} twice.`);
  }
  coop.pollDrafts.set(String(id), {
    ...readQuestion(event),
    id,
    proposer: readAddress(event.args, "proposer"),
    openedAt: event.timestamp,
    seconders: [],
    state: "open",
  });
}

function open(coop: Coop, event: BookEvent): void {
  const id = Number(readBigInt(event.args, "pollId"));
  const draftId = readBigInt(event.args, "draftId");
  if (id !== coop.polls.size + 1) {
    throw new BooksError(`${whereOf(event)} opens poll ${id}; the next is poll ${coop.polls.size + 1}.`);
  }
  const seconded = coop.pollDrafts.get(String(draftId));
  if (draftId !== 0n && seconded?.state !== "open") {
    throw new BooksError(`${whereOf(event)} is about draft ${draftId}, which is not open.`);
  }
  coop.polls.set(id, {
    ...readQuestion(event),
    id,
    proposer: readAddress(event.args, "proposer"),
    opensAt: event.timestamp,
    closesAt: readNumber(event.args, "closesAt"),
    rolls: readNumbers(event.args, "rolls"),
    serials: readNumbers(event.args, "serials"),
    answers: new Map(),
    assembly: event.address,
  });
  if (seconded) Object.assign(seconded, { state: "noticed", pollId: id });
}

/** A later answer replaces the earlier one. */
function answer(coop: Coop, event: BookEvent): void {
  const id = Number(readBigInt(event.args, "pollId"));
  const account = readAddress(event.args, "member");
  const option = readNumber(event.args, "option");
  const poll = coop.polls.get(id);
  const member = coop.members.get(coop.memberOf.get(account.toLowerCase()) ?? 0);
  const refuse = (why: string) => new BooksError(`${whereOf(event)} has an answer of ${account}, ${why}.`);
  if (!poll) throw refuse(`to poll ${id}, which was never opened`);
  if (!member) throw refuse("who is no member");
  if ((member.seat & 0xffffff) > (poll.serials[member.seat >>> 24] ?? 0)) throw refuse("who is not on the roll");
  if (event.timestamp > poll.closesAt) throw refuse(`though poll ${id} has closed`);
  if (option < 1 || option > poll.options.length) throw refuse(`for option ${option}, which there is not`);
  poll.answers.set(member.seat, option);
}

function readQuestion(event: BookEvent): Question {
  return {
    question: readText(event.args, "question"),
    options: readList(event.args, "options").map((option) => readText({ option }, "option")),
  };
}

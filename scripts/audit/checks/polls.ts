// Polls: how many, their dates, and what was answered.
import { pollTallies } from "../../../books/apply/polls.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

/** Of which a ballot box counts each, whether the poll has them or not. */
const MOST_OPTIONS = 7;

export async function checkPolls({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("polls by class and option");
  const ever = await chain.ask("assembly", house.at.assembly, "pollsEver");
  comparison.same("polls ever opened", coop.polls.size, ever?.[0]);
  const list = [...coop.polls.values()];
  const answers = await askAll(list, ({ id, assembly }) =>
    Promise.all([chain.ask("assembly", assembly, "pollRecord", id), chain.ask("assembly", assembly, "pollTally", id)]),
  );
  for (const [i, poll] of list.entries()) {
    const [record, tally] = answers[i] ?? [];
    const told = { opensAt: poll.opensAt, closesAt: poll.closesAt, options: poll.options.length };
    for (const [field, value] of Object.entries({ ...told, classes: poll.rolls.length })) {
      comparison.same(`poll ${poll.id}, ${field}`, value, record?.[0]?.[field]);
    }
    for (const { index, name, answers: given } of pollTallies(coop, poll)) {
      for (let option = 0; option < MOST_OPTIONS; option++) {
        const stored = tally?.[0]?.[index]?.[option];
        comparison.same(`poll ${poll.id}, ${name}, option ${option + 1}`, given[option] ?? 0, stored);
      }
    }
  }
  return comparison.check;
}

export async function checkAnswers({ chain, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("answers one by one");
  const list = [...coop.polls.values()].flatMap((poll) =>
    [...poll.answers].map(([seat, option]) => ({ poll, seat, option })),
  );
  const stored = await askAll(list, ({ poll, seat }) =>
    chain.ask("assembly", poll.assembly, "answerOf", poll.id, seat),
  );
  for (const [i, { poll, seat, option }] of list.entries()) {
    comparison.same(`poll ${poll.id}, answer of seat ${seat}`, option, stored[i]?.[0]);
  }
  return comparison.check;
}

// From what a person wrote to a question, or to what is missing.

import type { Question } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";

export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 7;
export const LONGEST_QUESTION = 200;
export const LONGEST_OPTION = 100;

export type WrittenPoll = { question: string; options: readonly string[] };
export const NOTHING_ASKED: WrittenPoll = { question: "", options: ["", ""] };

/** What is wrong with the question and with each option, by its place. */
export type PollMistakes = { question?: string; options: Record<number, string> };

export function mistakesInPoll({ question, options }: WrittenPoll): PollMistakes {
  const mistakes: PollMistakes = { options: {} };
  if (question.trim() === "") mistakes.question = t`Write the question.`;
  const written = options.map((option) => option.trim().toLowerCase());
  written.forEach((option, i) => {
    if (option === "") {
      if (i < FEWEST_OPTIONS) mistakes.options[i] = t`A poll has two options at least.`;
    } else if (written.indexOf(option) < i) mistakes.options[i] = t`This option is there already.`;
  });
  return mistakes;
}

export const isFaultless = (mistakes: PollMistakes): boolean =>
  mistakes.question === undefined && Object.keys(mistakes.options).length === 0;

/** Only of something without mistakes; options that were left empty are left out. */
export function questionOf(written: WrittenPoll): Question | undefined {
  if (!isFaultless(mistakesInPoll(written))) return undefined;
  const options = written.options.map((option) => option.trim()).filter((option) => option !== "");
  return { question: written.question.trim(), options };
}

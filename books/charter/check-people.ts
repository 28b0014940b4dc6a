// Whether names, classes, founders and the body are as they must be at a founding.
import { t } from "../say.ts";
import { type Charter, ClassKind } from "./charter.ts";
import { officeProblems } from "./check-offices.ts";
import { FIRST_FOUNDERS, MOST_FURTHER } from "./founders.ts";
import { bytesOf, isSame, NOBODY, type Problem, unless } from "./problem.ts";

const LONGEST_NAME = 100;
const LONGEST_CLASS_NAME = 50;
const LONGEST_PURPOSE = 2_000;
const MOST_CLASSES = 8;

export const peopleProblems = (charter: Charter, now: number): Problem[] => [
  ...textProblem(charter.name, LONGEST_NAME, "A8", "name", t`The co-op's name`),
  ...textProblem(charter.purpose, LONGEST_PURPOSE, "A8", "purpose", t`What the co-op is for`),
  ...classProblems(charter),
  ...founderProblems(charter),
  ...officeProblems(charter, now),
  ...bodyProblems(charter),
];

const textProblem = (text: string, longest: number, clause: string, path: string, name: string): Problem[] =>
  unless(
    text !== "" && bytesOf(text) <= longest,
    clause,
    path,
    text === "" ? t`${name} is missing: write it.` : t`${name} is too long: ${longest} letters at most.`,
  );

function classProblems({ classes }: Charter): Problem[] {
  return [
    ...unless(
      classes.length >= 1 && classes.length <= MOST_CLASSES,
      "C1",
      "classes",
      t`There are ${classes.length} classes: there can be 1 to 8.`,
    ),
    ...classes.flatMap(({ kind, name }, i) => [
      ...textProblem(name, LONGEST_CLASS_NAME, "C1", `classes.${i}.name`, t`The name of a class`),
      ...unless(
        classes.findIndex((other) => other.name === name) === i,
        "C1",
        `classes.${i}.name`,
        t`Two classes are called ${name}: give them different names.`,
      ),
      ...unless(
        Object.values<number>(ClassKind).includes(kind),
        "C1",
        `classes.${i}.kind`,
        t`A class is one of workers, users, supporters, a community, or investors: choose which.`,
      ),
    ]),
  ];
}

function founderProblems({ founders, classes, body }: Charter): Problem[] {
  const first = founders.slice(0, FIRST_FOUNDERS);
  const most = FIRST_FOUNDERS + MOST_FURTHER;
  const decides = first.some(({ class: index }) => classes[index]?.kind !== ClassKind.Investor);
  return [
    ...unless(
      founders.length >= 1 && founders.length <= most,
      "M1",
      "founders",
      t`There are ${founders.length} founders: there can be 1 to ${most}.`,
    ),
    ...unless(
      first.length === 0 || decides,
      "C2",
      "founders",
      t`Investors alone decide nothing: one of the first twelve founders must be in another class.`,
    ),
    ...founders.flatMap(({ account, class: index }, i) => [
      ...unless(
        !NOBODY.test(account),
        "M1",
        `founders.${i}.account`,
        t`A founder has no account: name one, or leave them out.`,
      ),
      ...unless(
        founders.findIndex((other) => isSame(other.account, account)) === i,
        "M1",
        `founders.${i}.account`,
        t`The same account is a founder twice: a person is one member.`,
      ),
      ...unless(
        !!classes[index],
        "C1",
        `founders.${i}.class`,
        t`A founder is in a class that there is not: choose one that the charter has.`,
      ),
      ...unless(
        !isSame(account, body),
        "A2",
        `founders.${i}.account`,
        t`Who is to inherit can not be a member: name another founder or another body.`,
      ),
    ]),
  ];
}

const bodyProblems = ({ body, settlementToken }: Charter): Problem[] => [
  ...unless(
    !NOBODY.test(body),
    "A2",
    "body",
    t`Nobody would inherit: name the body that gets what remains when the co-op ends.`,
  ),
  ...unless(!isSame(body, settlementToken), "A2", "body", t`The money itself can not inherit: name another body.`),
  ...unless(
    !NOBODY.test(settlementToken),
    "S1",
    "settlementToken",
    t`The co-op keeps its accounts in no money: name a token.`,
  ),
];

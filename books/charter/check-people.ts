// Whether names, classes, founders and officers are as they must be at a founding.
import type { Address } from "../event.ts";
import { officeName } from "../offices.ts";
import { plural } from "../words.ts";
import { type Charter, ClassKind, Role } from "./charter.ts";
import { DAY } from "./defaults.ts";
import { FIRST_FOUNDERS, MOST_FURTHER } from "./founders.ts";
import { bytesOf, type Problem, unless } from "./problem.ts";

const LONGEST_NAME = 100;
const LONGEST_CLASS_NAME = 50;
const LONGEST_PURPOSE = 2_000;
const MOST_CLASSES = 8;
/** Of a board (B1); the most are those of every office. */
const LEAST_SEATS = 3;
const SEATS = 9;
const LONGEST_TERM = 365 * DAY;
const NOBODY = /^0x0{40}$/;

export const peopleProblems = (charter: Charter, now: number): Problem[] => [
  ...textProblem(charter.name, LONGEST_NAME, "A8", "name", "The co-op's name"),
  ...textProblem(charter.purpose, LONGEST_PURPOSE, "A8", "purpose", "What the co-op is for"),
  ...classProblems(charter),
  ...founderProblems(charter),
  ...officerProblems(charter, now),
  ...boardProblems(charter, now),
  ...bodyProblems(charter),
];

const textProblem = (text: string, longest: number, clause: string, path: string, name: string): Problem[] =>
  unless(
    text !== "" && bytesOf(text) <= longest,
    clause,
    path,
    text === "" ? `${name} is missing: write it.` : `${name} is too long: ${longest} letters at most.`,
  );

function classProblems({ classes }: Charter): Problem[] {
  const count = `There ${plural(classes.length, "is", "are")} ${classes.length} ${plural(classes.length, "class", "classes")}`;
  return [
    ...unless(classes.length >= 1 && classes.length <= MOST_CLASSES, "C1", "classes", `${count}: there can be 1 to 8.`),
    ...classes.flatMap(({ kind, name }, i) => [
      ...textProblem(name, LONGEST_CLASS_NAME, "C1", `classes.${i}.name`, "The name of a class"),
      ...unless(
        classes.findIndex((other) => other.name === name) === i,
        "C1",
        `classes.${i}.name`,
        `Two classes are called ${name}: give them different names.`,
      ),
      ...unless(
        Object.values<number>(ClassKind).includes(kind),
        "C1",
        `classes.${i}.kind`,
        "A class is one of workers, users, supporters, a community, or investors: choose which.",
      ),
    ]),
  ];
}

function founderProblems({ founders, classes, body }: Charter): Problem[] {
  const first = founders.slice(0, FIRST_FOUNDERS);
  const most = FIRST_FOUNDERS + MOST_FURTHER;
  const named = `There ${plural(founders.length, "is", "are")} ${founders.length} ${plural(founders.length, "founder")}`;
  const decides = first.some(({ class: index }) => classes[index]?.kind !== ClassKind.Investor);
  return [
    ...unless(
      founders.length >= 1 && founders.length <= most,
      "M1",
      "founders",
      `${named}: there can be 1 to ${most}.`,
    ),
    ...unless(
      first.length === 0 || decides,
      "C2",
      "founders",
      "Investors alone decide nothing: one of the first twelve founders must be in another class.",
    ),
    ...founders.flatMap(({ account, class: index }, i) => [
      ...unless(
        !NOBODY.test(account),
        "M1",
        `founders.${i}.account`,
        "A founder has no account: name one, or leave them out.",
      ),
      ...unless(
        founders.findIndex((other) => isSame(other.account, account)) === i,
        "M1",
        `founders.${i}.account`,
        "The same account is a founder twice: a person is one member.",
      ),
      ...unless(
        !!classes[index],
        "C1",
        `founders.${i}.class`,
        "A founder is in a class that there is not: choose one that the charter has.",
      ),
      ...unless(
        !isSame(account, body),
        "A2",
        `founders.${i}.account`,
        "Who is to inherit can not be a member: name another founder or another body.",
      ),
    ]),
  ];
}

function officerProblems({ officers, body }: Charter, now: number): Problem[] {
  const office = (role: bigint) => officeName(Number(role));
  return officers.flatMap(({ role, account, until }, i) => {
    const others = officers.slice(0, i).filter((other) => isSame(other.account, account));
    const clash = others.find((other) => areApart(other.role, role));
    const before = officers.slice(0, i).filter((other) => other.role === role);
    const path = `officers.${i}`;
    const isOffice = Object.values<bigint>(Role).includes(role);
    return [
      ...unless(isOffice, "B1", `${path}.role`, "There is no such office: choose one of the five."),
      ...unless(!NOBODY.test(account), "B1", `${path}.account`, "An office is somebody's: name an account."),
      ...unless(until > now, "B1", `${path}.until`, "An office ends before it begins: choose a later day."),
      ...unless(
        until <= now + LONGEST_TERM,
        "B2",
        `${path}.until`,
        "A first office ends within 365 days: choose an earlier day.",
      ),
      ...unless(
        !isSame(account, body),
        "A2",
        `${path}.account`,
        "Who is to inherit holds no office: name another officer or another body.",
      ),
      ...unless(
        !others.some((other) => other.role === role),
        "B1",
        `${path}.account`,
        "The same account is named twice for one office: seats are different people's.",
      ),
      ...unless(
        !clash,
        "B1",
        `${path}.account`,
        `Nobody is both ${clash && office(clash.role)} and ${office(role)}: name another account.`,
      ),
      ...unless(
        before.length !== SEATS,
        "B1",
        `${path}.role`,
        "An office has nine holders at most: leave somebody out.",
      ),
    ];
  });
}

/** The auditor holds nothing else, and no director is an arbiter (B1). */
function areApart(one: bigint, other: bigint): boolean {
  if (one === other) return false;
  const either = [one, other];
  return either.includes(Role.Auditor) || (either.includes(Role.Board) && either.includes(Role.Arbiter));
}

function boardProblems({ officers, rules }: Charter, now: number): Problem[] {
  const board = officers.filter(({ role }) => role === Role.Board);
  if (board.length === 0) return [];
  const { notice, period, delay } = rules.kinds[1];
  const next = now + notice + period + delay;
  const lasting = board.filter(({ until }) => until > next);
  const days = Math.floor((next - now) / DAY) + 1;
  if (board.length < LEAST_SEATS) {
    return unless(
      false,
      "B1",
      "officers",
      `A board has three seats at least, not ${board.length}: name more directors, or none.`,
    );
  }
  return unless(
    lasting.length >= LEAST_SEATS,
    "B1",
    "officers",
    `The first board ends before the members can have appointed the next: three directors must stay for ${days} days, or ordinary resolutions go faster.`,
  );
}

const bodyProblems = ({ body, settlementToken }: Charter): Problem[] => [
  ...unless(
    !NOBODY.test(body),
    "A2",
    "body",
    "Nobody would inherit: name the body that gets what remains when the co-op ends.",
  ),
  ...unless(!isSame(body, settlementToken), "A2", "body", "The money itself can not inherit: name another body."),
  ...unless(
    !NOBODY.test(settlementToken),
    "S1",
    "settlementToken",
    "The co-op keeps its accounts in no money: name a token.",
  ),
];

const isSame = (one: Address, other: Address): boolean => one.toLowerCase() === other.toLowerCase();

// Whether the first offices are whose they can be, and for as long as they must and may (B1, B2).
import { officeName } from "../offices.ts";
import { said, t } from "../say.ts";
import { type Charter, Role } from "./charter.ts";
import { DAY } from "./defaults.ts";
import { isSame, NOBODY, type Problem, unless } from "./problem.ts";

/** Of a board; the most are those of every office. */
const LEAST_SEATS = 3;
const SEATS = 9;
const LONGEST_TERM = 365 * DAY;

export const officeProblems = (charter: Charter, now: number): Problem[] => [
  ...officerProblems(charter, now),
  ...boardProblems(charter, now),
];

function officerProblems({ officers, body }: Charter, now: number): Problem[] {
  const office = (role: bigint) => said(officeName(Number(role)));
  return officers.flatMap(({ role, account, until }, i) => {
    const others = officers.slice(0, i).filter((other) => isSame(other.account, account));
    const clash = others.find((other) => areApart(other.role, role));
    const before = officers.slice(0, i).filter((other) => other.role === role);
    const path = `officers.${i}`;
    const isOffice = Object.values<bigint>(Role).includes(role);
    return [
      ...unless(isOffice, "B1", `${path}.role`, t`There is no such office: choose one of the five.`),
      ...unless(!NOBODY.test(account), "B1", `${path}.account`, t`An office is somebody's: name an account.`),
      ...unless(until > now, "B1", `${path}.until`, t`An office ends before it begins: choose a later day.`),
      ...unless(
        until <= now + LONGEST_TERM,
        "B2",
        `${path}.until`,
        t`A first office ends within 365 days: choose an earlier day.`,
      ),
      ...unless(
        !isSame(account, body),
        "A2",
        `${path}.account`,
        t`Who is to inherit holds no office: name another officer or another body.`,
      ),
      ...unless(
        !others.some((other) => other.role === role),
        "B1",
        `${path}.account`,
        t`The same account is named twice for one office: seats are different people's.`,
      ),
      ...unless(
        !clash,
        "B1",
        `${path}.account`,
        t`Nobody is both ${clash && office(clash.role)} and ${office(role)}: name another account.`,
      ),
      ...unless(
        before.length !== SEATS,
        "B1",
        `${path}.role`,
        t`An office has nine holders at most: leave somebody out.`,
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
      t`A board has three seats at least, not ${board.length}: name more directors, or none.`,
    );
  }
  return unless(
    lasting.length >= LEAST_SEATS,
    "B1",
    "officers",
    t`The first board ends before the members can have appointed the next: three directors must stay for ${days} days, or ordinary resolutions go faster.`,
  );
}

// The roll and every member's record.
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

const RECORDS_A_PAGE = 200;
const STATUS = { active: 1, left: 2, expelled: 3 };

export async function checkRoll({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("roll by class");
  const rolls = (await chain.ask("register", house.at.register, "roll"))?.[0] ?? [];
  comparison.same("number of classes", coop.classes.length, rolls.length);
  for (const { index, kind, name } of coop.classes) {
    const members = [...coop.members.values()].filter((member) => member.class === index);
    comparison.same(`kind of ${name}`, kind, rolls[index]?.kind);
    comparison.same(`active ${name}`, members.filter(({ status }) => status === "active").length, rolls[index]?.active);
    const seats = [...coop.memberAt.keys()].filter((seat) => seat >>> 24 === index);
    comparison.same(`seats ever of ${name}`, seats.length, rolls[index]?.lastSerial);
  }
  return comparison.check;
}

export async function checkMembers({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("members' records");
  const { register } = house.at;
  const ever = (await chain.ask("register", register, "membersEver"))?.[0];
  comparison.same("members ever admitted", coop.members.size, ever);

  const pages = Array.from({ length: Math.ceil(coop.members.size / RECORDS_A_PAGE) }, (_, i) => i * RECORDS_A_PAGE + 1);
  const answers = await askAll(pages, (from) => chain.ask("register", register, "membersFrom", from, RECORDS_A_PAGE));
  const records = answers.flatMap((answer) => [...(answer?.[0] ?? [])]);
  for (const { id, account, seat, class: classIndex, status, admittedAt } of coop.members.values()) {
    const record = records[id - 1];
    comparison.same(`account of member ${id}`, account, record?.account);
    comparison.same(`class of member ${id}`, classIndex, record?.class);
    comparison.same(`serial of member ${id}`, seat & 0xffffff, record?.serial);
    comparison.same(`status of member ${id}`, STATUS[status], record?.status);
    comparison.same(`admission of member ${id}`, admittedAt, record?.admittedAt);
  }
  return comparison.check;
}

/** Of every account that ever spoke for a member: those that were recovered are nobody. */
export async function checkSeats({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("seats by account");
  const { register } = house.at;
  const accounts = [...coop.known];
  const answers = await askAll(accounts, (account) =>
    Promise.all([
      chain.ask("register", register, "seatOf", account),
      chain.ask("register", register, "wasMember", account),
    ]),
  );
  for (const [i, account] of accounts.entries()) {
    const member = coop.members.get(coop.memberOf.get(account) ?? 0);
    const [seat, was] = answers[i] ?? [];
    comparison.same(`member id of ${account}`, member?.id ?? 0, seat?.[0]);
    comparison.same(`seat of ${account}`, member?.seat ?? 0, seat?.[1]);
    comparison.same(`membership ever of ${account}`, true, was?.[0]);
  }
  return comparison.check;
}

/** Whom only an extraordinary resolution can admit again (M5). */
export async function checkExpelled({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("expelled accounts");
  const accounts = [...coop.known];
  const answers = await askAll(accounts, (account) => chain.ask("register", house.at.register, "isExpelled", account));
  for (const [i, account] of accounts.entries()) {
    comparison.same(`expulsion of ${account}`, coop.expelled.has(account), answers[i]?.[0]);
  }
  return comparison.check;
}

/** Deadlines and limits (M2, M4, M6). */
export async function checkMembershipTerms({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("terms of membership");
  const stored = (await chain.ask("register", house.at.register, "membershipTerms"))?.[0];
  for (const term of ["decideWithin", "suspensionLimit", "recoveryWait"] as const) {
    comparison.same(term, coop.membershipTerms?.[term], stored?.[term]);
  }
  return comparison.check;
}

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
    comparison.same(`seats ever of ${name}`, members.length, rolls[index]?.lastSerial);
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

export async function checkSeats({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("seats by account");
  const accounts = [...new Set([...coop.members.values()].map(({ account }) => account))];
  const seats = await askAll(accounts, (account) => chain.ask("register", house.at.register, "seatOf", account));
  for (const [i, account] of accounts.entries()) {
    const member = coop.members.get(coop.memberOf.get(account.toLowerCase()) ?? 0);
    comparison.same(`member id of ${account}`, member?.id ?? 0, seats[i]?.[0]);
    comparison.same(`seat of ${account}`, member?.seat ?? 0, seats[i]?.[1]);
  }
  return comparison.check;
}

/** Whom only an extraordinary resolution can admit again (M5): those whose last membership ended by expulsion. */
export async function checkExpelled({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("expelled accounts");
  const last = new Map([...coop.members.values()].map((member) => [member.account.toLowerCase(), member]));
  const list = [...last.values()];
  const answers = await askAll(list, ({ account }) => chain.ask("register", house.at.register, "isExpelled", account));
  for (const [i, { account, status }] of list.entries()) {
    comparison.same(`expulsion of ${account}`, status === "expelled", answers[i]?.[0]);
  }
  return comparison.check;
}

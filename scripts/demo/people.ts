// Who is in the demo. Names stay off chain: an account is a place in the node's public list of development accounts.
import { Class } from "./charter.ts";
import { seeded, shuffled } from "./random.ts";

export type Person = {
  /** Place in the list of development accounts. */
  account: number;
  class: number;
  /** Founders are there from the first day. */
  joinedDaysAgo: number;
  leftDaysAgo?: number;
  /** Shares that were promised beside those paid for on joining. */
  promised?: bigint;
};

export const FOUNDED_DAYS_AGO = 119;

const FOUNDER_CLASSES = [
  Class.Drivers,
  Class.Riders,
  Class.Staff,
  Class.Staff,
  Class.Drivers,
  Class.Drivers,
  Class.Riders,
  Class.Riders,
  Class.Supporters,
];
const JOINERS: readonly (readonly [count: number, class_: number])[] = [
  [17, Class.Drivers],
  [16, Class.Riders],
  [6, Class.Staff],
  [8, Class.Supporters],
];
const FIRST_JOINED_DAYS_AGO = 117;
const DAYS_OF_JOINING = 30;
/** Two who left again, and four who came when the open votes had their notice already. */
const LEAVERS = [Class.Drivers, Class.Riders];
const LATECOMERS = [Class.Drivers, Class.Drivers, Class.Riders, Class.Supporters];

/** Accounts that are not members. */
export const Outsider = {
  newPhone: 70,
  secondPhone: 71,
  farid: 72,
  applicant: 73,
  welcome: 74,
  refused: 75,
  unheard: 76,
  guest: 77,
  helper: 78,
  garage: 80,
  electrician: 81,
  landlord: 82,
  phoneShop: 83,
  trainer: 84,
  printer: 85,
  payroll: 86,
  fares: 90,
  elif: 91,
  visitor: 92,
  foundation: 93,
  mira: 94,
  deployer: 99,
} as const;

/** Who sits on the board: Dana, a driver and a rider. */
export const BOARD = [3, 5, 6];

/** Chidi buys machines and spends budgets; Hana, a supporter, may stop what is new (G1). */
export const TREASURER = 2;
export const GUARDIAN = 8;

/** Members who lost the phone with their account: the first's new one is attested, the second's only asked for. */
export const Lost = { first: 33, second: 44 } as const;
/** A driver who took fifty shares on joining and promised a hundred more. */
const PROMISER = { account: 12, promised: 100n };

/** Whom the page offers to be, on the local chain. */
export const NAMED = [
  { key: "ana", label: "Ana, driver", account: 0, does: "votes and proposes" },
  { key: "ben", label: "Ben, rider", account: 1, does: "votes and seconds" },
  { key: "chidi", label: "Chidi, staff and treasurer", account: TREASURER, does: "buys machines and spends budgets" },
  { key: "dana", label: "Dana, staff and board", account: 3, does: "puts motions and hears applicants" },
  { key: "gita", label: "Gita, driver and board", account: 5, does: "decides together with Dana" },
  { key: "hana", label: "Hana, supporter and guardian", account: GUARDIAN, does: "lends money, may stop what is new" },
  { key: "elif", label: "Elif, auditor", account: Outsider.elif, does: "checks the accounts" },
  { key: "mira", label: "Mira, arbiter", account: Outsider.mira, does: "decides disputes about jobs" },
  { key: "farid", label: "Farid, applicant", account: Outsider.farid, does: "waits to be heard" },
  {
    key: "ines",
    label: "Ines, on a new phone",
    account: Outsider.newPhone,
    does: "lost the old phone and asks for her place",
  },
  { key: "visitor", label: "A visitor", account: Outsider.visitor, does: "looks around, no member" },
];

/** Everybody who ever joined, in the order of joining. */
export function roster(): Person[] {
  const founders = FOUNDER_CLASSES.map((class_) => ({ class: class_, joinedDaysAgo: FOUNDED_DAYS_AGO }));
  const classes = JOINERS.flatMap(([count, class_]) => Array.from({ length: count }, () => class_));
  const joiners = shuffled(classes, seeded(1844)).map((class_, i) => ({
    class: class_,
    joinedDaysAgo: FIRST_JOINED_DAYS_AGO - (i * DAYS_OF_JOINING) / classes.length,
  }));
  const leavers = LEAVERS.map((class_, i) => ({ class: class_, joinedDaysAgo: 86.5 - i, leftDaysAgo: 30 - 4 * i }));
  const latecomers = LATECOMERS.map((class_, i) => ({ class: class_, joinedDaysAgo: 1.9 - i / 10 }));
  return [...founders, ...joiners, ...leavers, ...latecomers].map((person, account) => ({
    ...person,
    account,
    ...(account === PROMISER.account && { promised: PROMISER.promised }),
  }));
}

/** People joined in the order of their accounts, so the register numbered them in it. */
export const memberId = (account: number): number => account + 1;

/** Members who had joined by then and who stay. */
export function present(people: readonly Person[], thenDaysAgo: number): Person[] {
  return people.filter((person) => person.joinedDaysAgo > thenDaysAgo && person.leftDaysAgo === undefined);
}

/** Whose hand the story leaves alone lately: the page offers it, or its phone is lost. */
export function isLeftAlone({ account }: Person): boolean {
  return NAMED.some((named) => named.account === account) || Object.values<number>(Lost).includes(account);
}

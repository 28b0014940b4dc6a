// Directory and Authority: the modules of the house and people's offices.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readAddress, readHex, readNumber, readText } from "../read.ts";

/** As in contracts/interfaces/IDirectory.sol. */
export const PLACE = {
  directory: 1,
  authority: 2,
  register: 3,
  board: 4,
  assembly: 5,
  ballotKeys: 6,
  shares: 7,
  treasury: 8,
  reserve: 9,
  bonds: 10,
  machines: 11,
  income: 12,
  audits: 13,
  market: 14,
  patronage: 15,
  surplus: 16,
} as const;

/** So long creditors have before shares are repaid (A2). */
const CLOSES_AFTER = 90 * 86_400;
/** As in contracts/libraries/Roles.sol. */
export const ROLE = { board: 2, treasurer: 3, arbiter: 4, auditor: 5, guardian: 6 } as const;

export function applyFounding(coop: Coop, event: BookEvent): void {
  const { args, name } = event;
  if (name === "ModulePlaced") place(coop, event);
  else if (name === "PurposeStated") coop.purpose = readText(args, "purpose");
  else if (name === "FurtherFoundersNamed") {
    coop.furtherFounders = { hash: readHex(args, "hash"), until: readNumber(args, "until") };
  } else if (name === "FurtherFoundersAdmitted") admitFounders(coop, event);
  else if (name === "WindingUp") coop.windingUpSince = readNumber(args, "since");
  else if (name === "Closed") close(coop, event);
  else if (name === "Appointed") appoint(coop, event);
  else if (name === "RoleRevoked") endOffice(coop, event);
}

/** The place at which `module` stands now; 0 for any other address, former modules included. */
export function placeOf(coop: Coop, module: string): number {
  const address = module.toLowerCase();
  if (coop.directory?.toLowerCase() === address) return PLACE.directory;
  const last = coop.placements.findLast((placed) => placed.module.toLowerCase() === address);
  return last && moduleAt(coop, last.place) === last.module ? last.place : 0;
}

/** Whether a module stands or ever stood at a place. */
export function stoodAt({ placements }: Pick<Coop, "placements">, place: number, module: string): boolean {
  const address = module.toLowerCase();
  return placements.some((placed) => placed.place === place && placed.module.toLowerCase() === address);
}

/** The module at a place now. */
export function moduleAt(coop: Coop, place: number): string | undefined {
  return coop.placements.findLast((placed) => placed.place === place)?.module;
}

function place(coop: Coop, event: BookEvent): void {
  const module = readAddress(event.args, "module");
  const predecessor = readAddress(event.args, "predecessor");
  const placeNumber = readNumber(event.args, "place");
  const before = moduleAt(coop, placeNumber) ?? `0x${"0".repeat(40)}`;
  if (before.toLowerCase() !== predecessor.toLowerCase()) {
    throw new BooksError(
      `${whereOf(event)} names ${predecessor} as predecessor at place ${placeNumber}, not ${before}.`,
    );
  }
  coop.directory = event.address;
  coop.placements.push({ place: placeNumber, module, predecessor, at: event.timestamp, block: event.blockNumber });
}

/** Those whom the charter names, in time and once. */
function admitFounders(coop: Coop, event: BookEvent): void {
  const named = coop.furtherFounders;
  if (!named || named.admitted !== undefined || event.timestamp > named.until) {
    throw new BooksError(`${whereOf(event)} admits founders whom no charter names any more.`);
  }
  coop.furtherFounders = { ...named, admitted: readNumber(event.args, "count") };
}

/** Ninety days after the winding-up began, and once (A2). */
function close(coop: Coop, event: BookEvent): void {
  const since = coop.windingUpSince;
  if (since === undefined || event.timestamp < since + CLOSES_AFTER) {
    throw new BooksError(`${whereOf(event)} closes a co-op that has not been winding up for ninety days.`);
  }
  if (coop.closedAt !== undefined) throw new BooksError(`${whereOf(event)} closes the co-op again.`);
  coop.closedAt = readNumber(event.args, "closedAt");
}

/** A second appointment to the same role replaces the end of the first. */
function appoint(coop: Coop, event: BookEvent): void {
  const office = { role: readNumber(event.args, "role"), account: readAddress(event.args, "account") };
  const until = readNumber(event.args, "until");
  coop.offices = [...coop.offices.filter((one) => !isSame(one, office)), { ...office, until, at: event.timestamp }];
}

function endOffice(coop: Coop, event: BookEvent): void {
  const ended = { role: readNumber(event.args, "roleId"), account: readAddress(event.args, "account") };
  const held = coop.offices.find((office) => isSame(office, ended));
  if (!held)
    throw new BooksError(`${whereOf(event)} ends role ${ended.role} of ${ended.account}, who does not hold it.`);
  coop.offices = coop.offices.filter((office) => office !== held);
  coop.formerOffices.push({ ...held, endedAt: event.timestamp });
}

/** Whether an account holds an office at a moment, unix seconds. */
export function holds(coop: Coop, role: number, account: string, at: number): boolean {
  return coop.offices.some((office) => isSame(office, { role, account }) && at < office.until);
}

/** How many hold an office at a moment. */
export function inOffice(coop: Coop, role: number, at: number): number {
  return coop.offices.filter((office) => office.role === role && at < office.until).length;
}

function isSame(one: { role: number; account: string }, other: { role: number; account: string }): boolean {
  return one.role === other.role && one.account.toLowerCase() === other.account.toLowerCase();
}

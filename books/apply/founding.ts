// Directory and Authority: the modules of the house and people's offices.
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readAddress, readNumber, readText } from "../read.ts";

/** As in contracts/interfaces/IDirectory.sol. */
export const PLACE = {
  directory: 1,
  authority: 2,
  register: 3,
  board: 4,
  assembly: 5,
  shares: 7,
  treasury: 8,
  bonds: 10,
  machines: 11,
  market: 14,
  patronage: 15,
} as const;

export function applyFounding(coop: Coop, event: BookEvent): void {
  const { args, name } = event;
  if (name === "ModulePlaced") place(coop, event);
  else if (name === "CoopFounded") coop.name = readText(args, "name");
  else if (name === "WindingUp") coop.windingUpSince = readNumber(args, "since");
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

/** A second appointment to the same role replaces the end of the first. */
function appoint(coop: Coop, event: BookEvent): void {
  const office = { role: readNumber(event.args, "role"), account: readAddress(event.args, "account") };
  const until = readNumber(event.args, "until");
  coop.offices = [...without(coop, office.role, office.account), { ...office, until }];
}

function endOffice(coop: Coop, event: BookEvent): void {
  coop.offices = without(coop, readNumber(event.args, "roleId"), readAddress(event.args, "account"));
}

function without(coop: Coop, role: number, account: string): Coop["offices"] {
  const same = account.toLowerCase();
  return coop.offices.filter((office) => office.role !== role || office.account.toLowerCase() !== same);
}

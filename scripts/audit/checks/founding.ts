// Modules, offices and rules.
import { id } from "ethers";
import { inOffice, moduleAt, ROLE } from "../../../books/apply/founding.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { type Subject, timeOf } from "../subject.ts";

const MADE_HERE = "data:";
const NO_LIST = `0x${"0".repeat(64)}`;
const NOBODY = `0x${"0".repeat(40)}`;

export async function checkModules({ house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("modules in the directory");
  comparison.same("place 1", house.directory, house.places.get(1));
  for (const [place, module] of house.places) {
    if (place !== 1) comparison.same(`place ${place}`, moduleAt(coop, place) ?? NOBODY, module);
  }
  return comparison.check;
}

/** Every grant that ever was, and how many hold each office: an appointment that no event tells of shows there. */
export async function checkOffices({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("ends of offices");
  const { authority } = house.at;
  const held = new Map(coop.offices.map((office) => [keyOf(office), office]));
  const ever = new Map([...coop.formerOffices, ...coop.offices].map((office) => [keyOf(office), office]));
  const list = [...ever.values()];
  const ends = await askAll(list, ({ role, account }) => chain.ask("authority", authority, "endOf", role, account));
  for (const [i, office] of list.entries()) {
    const { role, account } = office;
    comparison.same(`role ${role} of ${account}`, held.get(keyOf(office))?.until ?? 0, ends[i]?.[0]);
  }
  const now = await timeOf(chain, house);
  const roles = Object.values(ROLE);
  const counts = await askAll(roles, (role) => chain.ask("authority", authority, "inOffice", role));
  for (const [i, role] of roles.entries()) {
    comparison.same(`holders of role ${role}`, inOffice(coop, role, now), counts[i]?.[0]);
  }
  return comparison.check;
}

/** Offices end with the membership, and with the account when another one speaks for the member from then on. */
export async function checkVacated({ coop }: Subject): Promise<Check> {
  const comparison = new Comparison("offices that outlast a membership");
  for (const { id, account, leftAt, formerAccounts } of coop.members.values()) {
    const ends = [...formerAccounts, ...(leftAt === undefined ? [] : [{ account, until: leftAt }])];
    comparison.check.compared += 1;
    for (const { account: former, until } of ends) {
      const kept = coop.offices.find((one) => one.account.toLowerCase() === former.toLowerCase() && one.at < until);
      if (kept) comparison.wrong(`role ${kept.role} of ${former}`, `ended with member ${id}'s account`, "it was kept");
    }
  }
  return comparison.check;
}

const keyOf = ({ role, account }: { role: number; account: string }): string => `${role}:${account.toLowerCase()}`;

export async function checkRules({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("rules of decision making");
  const { assembly } = house.at;
  const latest = await chain.ask("assembly", assembly, "rulesVersion");
  comparison.same("version of the rules", coop.rulesVersion, latest?.[0]);
  for (const [version, rules] of coop.rules) {
    const stored = (await chain.ask("assembly", assembly, "rulesAt", version))?.[0];
    rules.kinds.forEach((rule, kind) => {
      for (const [clause, value] of Object.entries(rule)) {
        comparison.same(`rules ${version}, kind ${kind}, ${clause}`, value, stored?.kinds[kind]?.[clause]);
      }
    });
    for (const [clause, value] of Object.entries(rules.voting)) {
      comparison.same(`rules ${version}, ${clause}`, value, stored?.voting[clause]);
    }
  }
  return comparison.check;
}

/** What the co-op is for (A8), whether it is winding up or closed (A2), and where it describes itself: if the members said nowhere, in the URI itself. */
export async function checkStanding({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("purpose, winding up, closing and self-description");
  const [purpose, founders, since, closed, uri] = await Promise.all([
    chain.ask("directory", house.directory, "purposeHash"),
    chain.ask("directory", house.directory, "foundersAwaited"),
    chain.ask("directory", house.directory, "windingUpSince"),
    chain.ask("directory", house.directory, "closedAt"),
    chain.ask("assembly", house.at.assembly, "daoURI"),
  ]);
  comparison.same("hash of the purpose", id(coop.purpose ?? ""), purpose?.[0]);
  const { hash = NO_LIST, admitted } = coop.furtherFounders ?? {};
  comparison.same("founders who can still be handed in", admitted === undefined ? hash : NO_LIST, founders?.[0]);
  comparison.same("winding up since", coop.windingUpSince ?? 0, since?.[0]);
  comparison.same("closed at", coop.closedAt ?? 0, closed?.[0]);
  const made = String(uri?.[0]).startsWith(MADE_HERE);
  comparison.same("daoURI", coop.daoURI || MADE_HERE, made && !coop.daoURI ? MADE_HERE : uri?.[0]);
  return comparison.check;
}

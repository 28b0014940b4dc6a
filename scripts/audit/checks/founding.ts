// Modules, offices and rules.
import { moduleAt } from "../../../books/apply/founding.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

const MADE_HERE = "data:";
const NOBODY = `0x${"0".repeat(40)}`;

export async function checkModules({ house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("modules in the directory");
  comparison.same("place 1", house.directory, house.places.get(1));
  for (const [place, module] of house.places) {
    if (place !== 1) comparison.same(`place ${place}`, moduleAt(coop, place) ?? NOBODY, module);
  }
  return comparison.check;
}

export async function checkOffices({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("ends of offices");
  const ends = await askAll(coop.offices, ({ role, account }) =>
    chain.ask("authority", house.at.authority, "endOf", role, account),
  );
  for (const [i, { role, account, until }] of coop.offices.entries()) {
    comparison.same(`role ${role} of ${account}`, until, ends[i]?.[0]);
  }
  return comparison.check;
}

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

/** Whether the co-op is winding up (A2), and where it describes itself: if the members said nowhere, in the URI itself. */
export async function checkStanding({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("winding up and self-description");
  const [since, uri] = await Promise.all([
    chain.ask("directory", house.directory, "windingUpSince"),
    chain.ask("assembly", house.at.assembly, "daoURI"),
  ]);
  comparison.same("winding up since", coop.windingUpSince ?? 0, since?.[0]);
  const made = String(uri?.[0]).startsWith(MADE_HERE);
  comparison.same("daoURI", coop.daoURI || MADE_HERE, made && !coop.daoURI ? MADE_HERE : uri?.[0]);
  return comparison.check;
}

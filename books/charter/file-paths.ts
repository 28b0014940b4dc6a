// Where a figure of the charter stands in a charter file: problems are told in the words of whoever wrote it.
import { KIND_NAMES } from "../rules.ts";
import { HALT, KIND_FIELDS, SECTIONS } from "./file-fields.ts";

/** `rules.kinds.1.quorumNumber` is `decisions.ordinary.quorumMembers`; times without the unit that the key ends in. */
export function filePathOf(path: string): string {
  const [first = "", second = "", third = "", ...rest] = path.split(".");
  if (first === HALT.at) return HALT.stem;
  if (first === "rules" && second === "kinds") {
    const kind = KIND_NAMES[Number(third)] ?? third;
    return joined("decisions", kind, ...rest.map((at) => stemOf(KIND_FIELDS, at)));
  }
  if (first === "rules" && second === "voting" && third === "weights") {
    return rest.length === 0 ? "classes" : joined("classes", ...rest, "weight");
  }
  const section = SECTIONS.find(({ at }) => path.startsWith(`${at}.`));
  return section ? joined(section.key, stemOf(section.fields, path.slice(section.at.length + 1))) : path;
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== "").join(".");

const stemOf = (fields: (typeof SECTIONS)[number]["fields"], at: string): string =>
  fields.find((field) => field.at === at)?.stem ?? at;

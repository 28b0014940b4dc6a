// What a machine is called: the members' resolution says what it is, and that gives it its name.

import type { Machine } from "../../../../books/commons.ts";
import type { Coop, Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { asName, asText } from "../format/lookalikes.ts";
import { type Numbered, numberedProposals } from "../motion/numbering.ts";
import { purposeIn } from "../motion/purpose.ts";

type Ordered = Pick<Machine, "orderedAt" | "terms">;

/** A longer beginning is no name. */
const LONGEST_NAME = 60;

/** The resolution that approved a machine: carried out then, and it names the document that says what it is. */
export function resolutionOf(coop: Coop, { orderedAt, terms }: Ordered): Numbered<Proposal> | undefined {
  const specification = terms.specification.slice(2).toLowerCase();
  return numberedProposals(coop).find(
    ({ executedAt, calldatas }) =>
      executedAt === orderedAt && calldatas.some((data) => data.toLowerCase().includes(specification)),
  );
}

/** What the machine is, where the words are in the resolution's text. */
export function wordsOfMachine(coop: Coop, machine: Ordered): string | undefined {
  const resolution = resolutionOf(coop, machine);
  const words = resolution && purposeIn(resolution.description, machine.terms.specification);
  return words && asText(words);
}

/** The name that its words begin with: what stands before the first comma. */
export function nameIn(words: string): string {
  const [name = ""] = asName(words).split(/[,;.]\s|[,;.]$/);
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

/** "Wheelchair van", or "Machine 3" where its words are not public. */
export function titleOfMachine(coop: Coop, machine: Ordered & Pick<Machine, "id">): string {
  const words = wordsOfMachine(coop, machine);
  return words ? nameIn(words) : t`Machine ${machine.id}`;
}

/** "the wheelchair van", or "machine 3": within a sentence. */
export function theMachine(coop: Coop, machine: Ordered & Pick<Machine, "id">): string {
  const words = wordsOfMachine(coop, machine);
  return words ? t`the ${lowerFirst(nameIn(words))}` : t`machine ${machine.id}`;
}

/** Not where the word is written in capitals altogether, as "VW". */
const lowerFirst = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

// What a machine is called: the members' resolution gave it its name.
import type { Machine } from "../../../../books/commons.ts";
import type { Coop, Proposal } from "../../../../books/coop.ts";
import { type Numbered, numberedProposals } from "../motion/numbering.ts";
import { textOf } from "../motion/text.ts";

type Ordered = Pick<Machine, "orderedAt" | "terms">;

/** The resolution that approved a machine: carried out then, and it names the document that says what it is. */
export function resolutionOf(coop: Coop, { orderedAt, terms }: Ordered): Numbered<Proposal> | undefined {
  const specification = terms.specification.slice(2).toLowerCase();
  return numberedProposals(coop).find(
    ({ executedAt, calldatas }) =>
      executedAt === orderedAt && calldatas.some((data) => data.toLowerCase().includes(specification)),
  );
}

/** "A second cargo bike", or "Machine 3" where no resolution can be found. */
export function titleOfMachine(coop: Coop, machine: Ordered & Pick<Machine, "id">): string {
  const resolution = resolutionOf(coop, machine);
  return resolution ? textOf(resolution.description).title : `Machine ${machine.id}`;
}

// What each member has of the rent of the commons (K4).
import { incomeDue, ONE, readingOf } from "../../../books/income.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

/** Totals, readings and dues of everybody who ever was a member; all of it adds up to what came in, to the last fraction. */
export async function checkIncome({ chain, house, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("members' income, member by member");
  const { income: address } = house.at;
  const { income, members } = commons;
  const [perHead, totals] = await Promise.all([
    chain.ask("income", address, "perHead"),
    chain.ask("income", address, "totals"),
  ]);
  comparison.same("reading per head", income.perHead, perHead?.[0]);
  comparison.same("posted ever", income.posted, totals?.posted);
  comparison.same("carried", income.carried, totals?.carried);

  const ids = [...members.keys()];
  const answers = await askAll(ids, (id) =>
    Promise.all([chain.ask("income", address, "reading", id), chain.ask("income", address, "dueTo", id)]),
  );
  let shared = 0n;
  for (const [i, id] of ids.entries()) {
    const [stored, due] = answers[i] ?? [];
    const reading = readingOf(income, id);
    for (const [field, value] of Object.entries(reading)) {
      comparison.same(`member ${id}, ${field}`, value, stored?.[field as never]);
    }
    comparison.same(`member ${id}, due`, incomeDue(income, id), due?.[0]);
    if (reading.to > reading.from) shared += reading.to - reading.from;
  }
  comparison.same("shared and carried, in parts", shared + income.carried, income.posted * ONE);
  return comparison.check;
}

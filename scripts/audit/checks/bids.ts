// Bids for bonds, one by one, and what is bid at each rate (K2).
import { biddersOf } from "../../../books/apply/bonds.ts";
import { bidsByStep } from "../../../books/clearing.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

const BIDDERS_A_PAGE = 200;

export async function checkBids({ chain, house, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("bids for bonds, one by one");
  const { bonds } = house.at;
  const all = [...commons.series.values()];
  const list = all.flatMap((series) => [...series.bids.values()].map((bid) => ({ series, bid })));
  const stored = await askAll(list, ({ series, bid }) => chain.ask("bonds", bonds, "bidOf", series.id, bid.bidder));
  for (const [i, { series, bid }] of list.entries()) {
    for (const field of ["amount", "rate", "memberId", "refund"] as const) {
      comparison.same(`series ${series.id}, bid of ${bid.bidder}, ${field}`, bid[field], stored[i]?.[0]?.[field]);
    }
  }
  for (const series of all) {
    const { id, terms } = series;
    const bidders = biddersOf(series);
    const offers = bidders.map(({ offered, rate }) => ({ amount: offered, rate }));
    const steps = bidsByStep(offers, terms.lowestRate, terms.highestRate);
    const book = (await chain.ask("bonds", bonds, "bookOf", id))?.[0] ?? [];
    comparison.same(`series ${id}, bid at each rate`, steps.join(), [...book].join());
    const firsts = Array.from({ length: Math.ceil(bidders.length / BIDDERS_A_PAGE) }, (_, i) => i * BIDDERS_A_PAGE);
    const pages = await askAll(firsts, (first) => chain.ask("bonds", bonds, "biddersOf", id, first, BIDDERS_A_PAGE));
    const listed = pages.flatMap((page) => [...(page?.[0] ?? [])]);
    comparison.same(`series ${id}, bidders`, bidders.map(({ bidder }) => bidder).join(), listed.join());
  }
  const registers = [...new Set([...commons.introduced.values(), ...commons.recognised])].map((one) =>
    one.toLowerCase(),
  );
  const known = await askAll(registers, (register) => chain.ask("bonds", bonds, "isRecognised", register));
  for (const [i, register] of registers.entries()) {
    comparison.same(`recognition of ${register}`, commons.recognised.has(register), known[i]?.[0]);
  }
  return comparison.check;
}

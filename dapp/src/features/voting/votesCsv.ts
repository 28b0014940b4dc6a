// Everybody on the roll of a proposal and what became of each vote, as a table. Times are UTC; names of columns and positions are English,
// for programs.
import type { Coop, Proposal } from "../../../../books/coop.ts";
import { csvOf } from "../../../../books/csv.ts";
import { POSITION_NAMES } from "../../../../books/rules.ts";
import { rollOfClass } from "../../../../books/texts/roll.ts";
import { memberAt } from "../../shared/motion/proxies.ts";

const HEAD = ["member", "class", "position", "time", "changes", "cast by", "reason"];

/** One line a seat, class by class in the order of admission; without a position for who has not voted. */
export function votesCsv(coop: Coop, proposal: Proposal): string {
  const lines = coop.classes.flatMap(({ index, name }) =>
    rollOfClass(coop, proposal, index).map(({ memberId, ballot }) => {
      if (!ballot) return [memberId, name, "", "", "", "", ""];
      const { support, at, changes, byProxy, aggregated, reason } = ballot;
      const by = byProxy === undefined ? (aggregated ? "aggregate" : "itself") : `proxy ${memberAt(coop, byProxy)?.id}`;
      return [memberId, name, POSITION_NAMES[support], new Date(at * 1_000).toISOString(), changes, by, reason];
    }),
  );
  return csvOf([HEAD, ...lines]);
}

// Minutes: who voted how, who did not, whose signed ballot was not counted, and who petitioned. All by member number.
import type { Coop, Proposal } from "../model.ts";
import { INVESTOR, POSITION_NAMES } from "../rules.ts";
import { hasPetitioned } from "../terms.ts";
import { listed, plural } from "../words.ts";
import { inline, quoted, table } from "./markdown.ts";
import { momentOf } from "./moment.ts";
import { personAt, personBehind } from "./people.ts";
import { type OnRoll, rollOfClass } from "./roll.ts";

/** In the numbering of `PassedOver` in IAssembly.sol. */
const PASSED_OVER = [
  "counted",
  "no member",
  "not on the roll",
  "had voted already",
  "no such position",
  "bad signature",
  "ballot key not in force",
];

const className = (coop: Coop, index: number): string => inline(coop.classes[index]?.name ?? `Class ${index}`);

export function ballotsPart(coop: Coop, proposal: Proposal, closed: boolean): string {
  return proposal.rolls.map((_, index) => classPart(coop, proposal, index, closed)).join("\n\n");
}

function classPart(coop: Coop, proposal: Proposal, index: number, closed: boolean): string {
  const roll = rollOfClass(coop, proposal, index);
  const voted = roll.filter(({ ballot }) => ballot !== undefined);
  const silent = roll.filter(({ ballot }) => ballot === undefined);
  const reasons = voted.filter(({ ballot }) => ballot?.reason);
  const missing = (proposal.rolls[index] ?? 0) - roll.length;
  return [
    `### ${className(coop, index)}`,
    voted.length === 0
      ? `Nobody ${closed ? "voted" : "has voted yet"}.`
      : table(["Member", "Position", "When", "How"], voted.map(rowOf(coop))),
    ...(silent.length === 0 ? [] : [`Did not vote${closed ? "" : " yet"}: ${namesOf(silent, proposal)}.`]),
    ...(missing > 0 ? [`On the roll too, with a seat that closed in the second of the notice: ${missing}.`] : []),
    ...reasons.map(({ memberId, ballot }) => `Member ${memberId} gave as reason:\n\n${quoted(ballot?.reason ?? "")}`),
  ].join("\n\n");
}

const rowOf =
  (coop: Coop) =>
  ({ memberId, ballot }: OnRoll): (string | number)[] => {
    if (!ballot) return [memberId];
    const changed = ballot.changes > 0 ? `, changed ${ballot.changes} ${plural(ballot.changes, "time")}` : "";
    const itself = ballot.aggregated ? "itself, together with others" : "itself";
    const by = ballot.byProxy === undefined ? itself : `by its proxy, ${personAt(coop, ballot.byProxy)}`;
    return [memberId, POSITION_NAMES[ballot.support], momentOf(ballot.at), `${by}${changed}`];
  };

/** "members 3, 5 and 8", and of those who were gone before the end since when. */
function namesOf(roll: readonly OnRoll[], { voteEnd }: Proposal): string {
  const names = roll.map(({ memberId, endedAt }) =>
    endedAt === undefined || endedAt > voteEnd
      ? `${memberId}`
      : `${memberId} (whose seat closed on ${momentOf(endedAt)})`,
  );
  return `${plural(names.length, "member")} ${listed(names)}`;
}

export function passedOverPart(coop: Coop, { passedOver }: Proposal): string {
  const rows = passedOver.map(({ voter, why, at }) => [
    personBehind(coop, voter, at),
    PASSED_OVER[why] ?? `reason ${why}`,
    momentOf(at),
  ]);
  return rows.length === 0 ? "" : table(["Whose", "Why", "When"], rows);
}

/** By class: who asked, and whether they were enough (C3). */
export function petitionPart(coop: Coop, proposal: Proposal): string {
  const seats = [...proposal.petitioners.values()];
  const classes = proposal.rolls.flatMap((_, index) => {
    const own = seats.filter((seat) => seat >>> 24 === index);
    if (own.length === 0 || coop.classes[index]?.kind === INVESTOR) return [];
    const enough = hasPetitioned(proposal, index) ? "enough, so every class must agree" : "not enough";
    const who = own.map((seat) => personAt(coop, seat)).join(", ");
    return [`- ${className(coop, index)}: ${who}; ${own.length} of ${proposal.rolls[index]}, ${enough}`];
  });
  return classes.join("\n");
}

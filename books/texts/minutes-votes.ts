// Minutes: who voted how, who did not, whose signed ballot was not counted, and who petitioned. All by member number.

import type { Coop, Proposal } from "../model.ts";
import { INVESTOR, POSITION_NAMES } from "../rules.ts";
import { t } from "../say.ts";
import { hasPetitioned } from "../terms.ts";
import { listed, plural } from "../words.ts";
import { inline, quoted, table } from "./markdown.ts";
import { momentOf } from "./moment.ts";
import { personAt, personBehind } from "./people.ts";
import { type OnRoll, rollOfClass } from "./roll.ts";

/** In the numbering of `PassedOver` in IAssembly.sol. */
const PASSED_OVER = [
  "counted",
  t`no member`,
  t`not on the roll`,
  t`had voted already`,
  t`no such position`,
  t`bad signature`,
  t`ballot key not in force`,
];

const className = (coop: Coop, index: number): string => inline(coop.classes[index]?.name ?? t`Class ${index}`);

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
      ? t`Nobody ${closed ? "voted" : t`has voted yet`}.`
      : table([t`Member`, t`Position`, t`When`, t`How`], voted.map(rowOf(coop))),
    ...(silent.length === 0 ? [] : [t`Did not vote${closed ? "" : t` yet`}: ${namesOf(silent, proposal)}.`]),
    ...(missing > 0 ? [t`On the roll too, with a seat that closed in the second of the notice: ${missing}.`] : []),
    ...reasons.map(({ memberId, ballot }) => t`Member ${memberId} gave as reason:\n\n${quoted(ballot?.reason ?? "")}`),
  ].join("\n\n");
}

const rowOf =
  (coop: Coop) =>
  ({ memberId, ballot }: OnRoll): (string | number)[] => {
    if (!ballot) return [memberId];
    const changed =
      ballot.changes > 0 ? t`, changed ${ballot.changes} ${plural(ballot.changes, t`time`, t`times`)}` : "";
    const itself = ballot.aggregated ? t`itself, together with others` : "itself";
    const by = ballot.byProxy === undefined ? itself : t`by its proxy, ${personAt(coop, ballot.byProxy)}`;
    return [memberId, POSITION_NAMES[ballot.support], momentOf(ballot.at), `${by}${changed}`];
  };

/** "members 3, 5 and 8", and of those who were gone before the end since when. */
function namesOf(roll: readonly OnRoll[], { voteEnd }: Proposal): string {
  const names = roll.map(({ memberId, endedAt }) =>
    endedAt === undefined || endedAt > voteEnd
      ? `${memberId}`
      : t`${memberId} (whose seat closed on ${momentOf(endedAt)})`,
  );
  return names.length === 1 ? t`member ${names[0]}` : t`members ${listed(names)}`;
}

export function passedOverPart(coop: Coop, { passedOver }: Proposal): string {
  const rows = passedOver.map(({ voter, why, at }) => [
    personBehind(coop, voter, at),
    PASSED_OVER[why] ?? t`reason ${why}`,
    momentOf(at),
  ]);
  return rows.length === 0 ? "" : table([t`Whose`, t`Why`, t`When`], rows);
}

/** By class: who asked, and whether they were enough (C3). */
export function petitionPart(coop: Coop, proposal: Proposal): string {
  const seats = [...proposal.petitioners.values()];
  const classes = proposal.rolls.flatMap((_, index) => {
    const own = seats.filter((seat) => seat >>> 24 === index);
    if (own.length === 0 || coop.classes[index]?.kind === INVESTOR) return [];
    const enough = hasPetitioned(proposal, index) ? t`enough, so every class must agree` : t`not enough`;
    const who = own.map((seat) => personAt(coop, seat)).join(", ");
    return [t`- ${className(coop, index)}: ${who}; ${own.length} of ${proposal.rolls[index]}, ${enough}`];
  });
  return classes.join("\n");
}

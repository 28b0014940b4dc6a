// The worker co-op: those who work decide, one vote each, and the surplus is theirs by work.
import { t } from "../../say.ts";
import { ClassKind } from "../charter.ts";
import { DAY, defaultSurplus } from "../defaults.ts";
import { customary, NO_BLOCK, rulesWith, type Template, type TemplateClass } from "./template.ts";

const classes: readonly TemplateClass[] = [
  {
    kind: ClassKind.Worker,
    name: t`Workers`,
    weight: 10_000,
    about: t`Everybody who works in the co-op: one vote each.`,
  },
];
/** Whoever meets every day needs no fortnight to be told or to vote. */
const week = { notice: 7 * DAY, period: 7 * DAY, quorumShare: 5_000 };

export const worker: Template = {
  id: "worker",
  name: t`Worker co-op`,
  forWhom: t`For people who want to own and run the place where they work.`,
  about: t`Decisions are quick: one class, one vote each, a week's notice and half of the members to decide. All points, and so the whole dividend, go to those who did the work. Customers have no say and no dividend, and all capital has to come from the workers.`,
  source: t`World Declaration on Worker Cooperatives (International Co-operative Alliance, 2005): workers decide, one person one vote, refunds by work. A fifth of the surplus to the reserve and 5 % to the community: as Spain's Ley 27/1999 de Cooperativas (1999) asks for the reserve and the education fund. Notice, time to vote and quorum: ours.`,
  classes,
  rules: rulesWith(classes, {
    kinds: [
      { period: week.period, quorumShare: week.quorumShare },
      week,
      { quorumShare: 5_000 },
      { quorumShare: 5_000 },
    ],
    voting: { byWeight: false, ...NO_BLOCK },
  }),
  ...customary,
  market: { ...customary.market, workShare: 10_000 },
  surplus: defaultSurplus,
};

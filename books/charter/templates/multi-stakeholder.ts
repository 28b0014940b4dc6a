// The multi-stakeholder co-op: several kinds of members, each with a share of the vote that their number does not change.
import { t } from "../../say.ts";
import { ClassKind } from "../charter.ts";
import { defaultSurplus } from "../defaults.ts";
import { customary, rulesWith, type Template, type TemplateClass } from "./template.ts";

const classes: readonly TemplateClass[] = [
  { kind: ClassKind.Worker, name: t`Workers`, weight: 4_000, about: t`Who works in the co-op or earns through it.` },
  { kind: ClassKind.User, name: t`Users`, weight: 3_500, about: t`Who has work done by it and pays for that.` },
  {
    kind: ClassKind.Supporter,
    name: t`Supporters`,
    weight: 1_500,
    about: t`Who stands behind its purpose without using it.`,
  },
  { kind: ClassKind.Investor, name: t`Investors`, weight: 1_000, about: t`Who only lends it capital.` },
];

export const multiStakeholder: Template = {
  id: "multi-stakeholder",
  name: t`Multi-stakeholder co-op`,
  forWhom: t`For workers and users who want to own a service together, with outside money that does not take over.`,
  about: t`Each class has a fixed share of the vote, so that many users cannot outvote few workers, nor the other way round. Work and use earn points alike. It takes longer to agree than in a co-op of one class, and a vote by weight is harder to explain than a show of hands.`,
  source: t`Somerset Rules, model rules of a multi-stakeholder co-operative (Somerset Co-operative Services, 2009, revised 2020): fixed shares of the vote for each class of members, limited rights for investors. The shares themselves and all other figures: ours.`,
  classes,
  rules: rulesWith(classes, {}),
  ...customary,
  surplus: defaultSurplus,
};

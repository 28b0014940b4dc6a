// The community benefit co-op: it serves a place and its nature, and pays no dividend.
import { t } from "../../say.ts";
import { ClassKind } from "../charter.ts";
import { defaultSurplus } from "../defaults.ts";
import { customary, NO_BLOCK, rulesWith, type Template, type TemplateClass } from "./template.ts";

const classes: readonly TemplateClass[] = [
  {
    kind: ClassKind.User,
    name: t`Neighbours`,
    weight: 4_000,
    about: t`Who lives with what the co-op does and uses it.`,
  },
  { kind: ClassKind.Worker, name: t`Workers`, weight: 2_000, about: t`Who works in it.` },
  {
    kind: ClassKind.Community,
    name: t`Speakers for the place`,
    weight: 2_000,
    about: t`Who speaks for the place and for those who come after: the members fill each seat by resolution.`,
  },
  {
    kind: ClassKind.Community,
    name: t`Speakers for nature`,
    weight: 2_000,
    about: t`Who speaks for the river, the wood or the soil: the members fill each seat by resolution.`,
  },
];

export const communityBenefit: Template = {
  id: "community-benefit",
  name: t`Community benefit co-op`,
  forWhom: t`For people who run something for everybody around, and want nothing out of it for themselves.`,
  about: t`Half of every surplus goes to the reserve and half to the community; there is neither dividend nor interest, so shares are bought to help and not to gain. One vote each, and what is extraordinary needs every class, so place and nature are heard: give each of them three seats or more, for fewer cannot stop what three quarters of the others want.`,
  source: t`Guidance on the FCA's registration function under the Co-operative and Community Benefit Societies Act 2014 (Financial Conduct Authority, 2015, now RFCCBS 5): business entirely for the community, one member one vote, no profit to members. Place and nature as classes, half to the reserve and half to the community: ours.`,
  classes,
  rules: rulesWith(classes, {
    kinds: [{}, {}, { everyClass: true }, {}],
    voting: { byWeight: false, ...NO_BLOCK },
  }),
  ...customary,
  shares: { ...customary.shares, interestCap: 0 },
  surplus: { ...defaultSurplus, reserveShare: 5_000, communityShare: 5_000 },
};

// The solidarity co-op: workers, users and supporters; supporters stay below a third, and nobody invests for gain.
import { t } from "../../say.ts";
import { ClassKind } from "../charter.ts";
import { defaultSurplus } from "../defaults.ts";
import { customary, NO_BLOCK, rulesWith, type Template, type TemplateClass } from "./template.ts";

const classes: readonly TemplateClass[] = [
  { kind: ClassKind.Worker, name: t`Workers`, weight: 3_350, about: t`Who works in the co-op.` },
  { kind: ClassKind.User, name: t`Users`, weight: 3_350, about: t`Who uses its services.` },
  {
    kind: ClassKind.Supporter,
    name: t`Supporters`,
    weight: 3_300,
    about: t`People and organisations with an interest in its purpose: never more than 33 %.`,
  },
];
const twoThirds = { threshold: 6_667 };

export const solidarity: Template = {
  id: "solidarity",
  name: t`Solidarity co-op`,
  forWhom: t`For a neighbourhood or a town that keeps a service alive together: those who work there, use it and support it.`,
  about: t`Workers, users and supporters decide together, and there are no investors. Everybody votes in person: there are no proxies. Two thirds suffice for what is extraordinary, which workers and users reach together; it has to find its capital among many small holdings.`,
  source: t`Cooperatives Act of Quebec, CQLR c. C-67.2 (1982; solidarity cooperatives since 1997): workers, users and supporting members, supporters in at most a third of the seats, no vote by proxy (s. 4). Here the third is one of the vote. Two thirds and all other figures: ours.`,
  classes,
  rules: rulesWith(classes, { kinds: [{}, {}, twoThirds, twoThirds], voting: { proxyLimit: 0, ...NO_BLOCK } }),
  ...customary,
  surplus: defaultSurplus,
};

// FairShares: founders, labour, users and investors, who change the important things only together.
import { t } from "../../say.ts";
import { ClassKind } from "../charter.ts";
import { defaultSurplus } from "../defaults.ts";
import { customary, NO_BLOCK, rulesWith, type Template, type TemplateClass } from "./template.ts";

const classes: readonly TemplateClass[] = [
  { kind: ClassKind.Supporter, name: t`Founders`, weight: 2_500, about: t`Who had the idea and guards its purpose.` },
  { kind: ClassKind.Worker, name: t`Labour members`, weight: 2_500, about: t`Who works in it or produces for it.` },
  { kind: ClassKind.User, name: t`Users`, weight: 2_500, about: t`Who buys and uses what it offers.` },
  { kind: ClassKind.Investor, name: t`Investors`, weight: 2_500, about: t`Who gives it capital.` },
];

export const fairShares: Template = {
  id: "fairshares",
  name: t`FairShares co-op`,
  forWhom: t`For founders who bring in workers, users and investors and want none of the four to rule the others.`,
  about: t`The four classes weigh the same, and what is extraordinary needs three quarters of the votes and every class. A quarter of each dividend is taken in shares, so that those who work and use come to hold the capital. One class of three members can stop an extraordinary resolution: be sure that you want that.`,
  source: t`Rory Ridley-Duff, Cliff Southcombe and Nicci Dickins, FairShares Model (FairShares Association, 2013), with clause 25 of its model rules as the FairShares Wiki 3.x tells it: a special resolution needs three quarters and a majority in each class, and a class can ask for it; investors are held to 25 %. There the three quarters are counted by heads, here by weight. Dividends in shares, labour and use alike: ours.`,
  classes,
  rules: rulesWith(classes, { kinds: [{}, {}, { everyClass: true }, {}], voting: NO_BLOCK }),
  ...customary,
  surplus: { ...defaultSurplus, inShares: 2_500 },
};

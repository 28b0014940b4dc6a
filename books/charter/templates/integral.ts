// The integral co-op: work, use and local networks under one roof, deciding close to consensus.
import { t } from "../../say.ts";
import { ClassKind } from "../charter.ts";
import { defaultSurplus } from "../defaults.ts";
import { customary, rulesWith, type Template, type TemplateClass } from "./template.ts";

const classes: readonly TemplateClass[] = [
  { kind: ClassKind.Worker, name: t`Producers`, weight: 4_000, about: t`Who works or sells through the co-op.` },
  { kind: ClassKind.User, name: t`Households`, weight: 4_000, about: t`Who covers needs of daily life through it.` },
  {
    kind: ClassKind.Community,
    name: t`Local networks`,
    weight: 2_000,
    about: t`Who speaks for a place: the members fill each seat by resolution.`,
  },
];
const nearConsensus = { threshold: 7_500 };
const consensus = { threshold: 9_000 };

export const integral: Template = {
  id: "integral",
  name: t`Integral co-op`,
  forWhom: t`For a region that builds an economy of its own: producers, households and local networks under one roof.`,
  about: t`It decides close to consensus: more than three quarters for anything, nine tenths for what is extraordinary, and a few members can send a proposal back. Half of every fee goes to the commons, a quarter of each surplus to the community, and capital earns no interest. Deciding takes patience, and a determined few can hold things up once.`,
  source: t`George Dafermos, The Catalan Integral Cooperative: an organizational study of a post-capitalist cooperative (P2P Foundation, 2017), and the co-op's own page Decision making (cooperativa.cat): consensus where possible, a proposal that is blocked is put anew, money without interest. Half of the fee to the commons: rule J2. Thresholds, blocks and shares of the surplus: ours.`,
  classes,
  rules: rulesWith(classes, {
    kinds: [nearConsensus, nearConsensus, consensus, consensus],
    voting: { byWeight: false, blockShare: 500, blockNumber: 2 },
  }),
  ...customary,
  shares: { ...customary.shares, interestCap: 0 },
  market: { ...customary.market, commonsShare: 5_000 },
  surplus: { ...defaultSurplus, communityShare: 2_500 },
};

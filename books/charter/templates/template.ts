// What a template is: a charter without the names, with a word on each choice for whoever founds a co-op from it.
import type { KindRule, VotingRule } from "../../rules.ts";
import type { CharterRules, MarketTerms, MembershipTerms, ShareTerms, SurplusTerms } from "../charter.ts";
import { defaultHaltLimit, defaultMarket, defaultMembership, defaultRules, defaultShares } from "../defaults.ts";

/** A class with its weight in basis points and a sentence on who is in it. */
export type TemplateClass = { kind: number; name: string; weight: number; about: string };

export type Template = {
  id: string;
  name: string;
  /** One sentence. */
  forWhom: string;
  /** What it is good for and what it costs. */
  about: string;
  /** Where the model's figures come from. Those that are not named there are ours. */
  source: string;
  classes: readonly TemplateClass[];
  rules: CharterRules;
  membership: MembershipTerms;
  /** The price of a share in whole units of the settlement token. */
  shares: ShareTerms;
  market: MarketTerms;
  surplus: SurplusTerms;
  haltLimit: number;
};

type Change<T> = Partial<T> | undefined;
/** How a template's rules differ from the defaults: of advisory, ordinary, extraordinary and constitutional resolutions. */
type Changes = {
  kinds?: readonly [Change<KindRule>, Change<KindRule>, Change<KindRule>, Change<KindRule>];
  voting?: Partial<Omit<VotingRule, "weights">>;
};

export const NO_BLOCK = { blockShare: 0, blockNumber: 0 } as const;

/** The default rules for these classes, but for the changes. */
export function rulesWith(classes: readonly TemplateClass[], { kinds = [{}, {}, {}, {}], voting }: Changes) {
  const rules = defaultRules(classes.map(({ weight }) => weight));
  const [advisory, ordinary, extraordinary, constitutional] = rules.kinds;
  return {
    kinds: [
      { ...advisory, ...kinds[0] },
      { ...ordinary, ...kinds[1] },
      { ...extraordinary, ...kinds[2] },
      { ...constitutional, ...kinds[3] },
    ],
    voting: { ...rules.voting, ...voting },
  } satisfies CharterRules;
}

/** What no model asks to be otherwise: the defaults of docs/rulebook.md, and a share at one unit of money. */
export const customary = {
  membership: defaultMembership,
  shares: defaultShares(1n),
  market: defaultMarket,
  haltLimit: defaultHaltLimit,
} as const satisfies Partial<Template>;

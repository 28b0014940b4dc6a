// The templates that a co-op can be founded from, and how one becomes a charter.
import type { Address } from "../event.ts";
import type { Charter, Founder, Officer } from "./charter.ts";
import { communityBenefit } from "./templates/community-benefit.ts";
import { fairShares } from "./templates/fairshares.ts";
import { integral } from "./templates/integral.ts";
import { multiStakeholder } from "./templates/multi-stakeholder.ts";
import { solidarity } from "./templates/solidarity.ts";
import type { Template } from "./templates/template.ts";
import { worker } from "./templates/worker.ts";

export type { Template, TemplateClass } from "./templates/template.ts";

/** In the order in which they are shown: from one class to many. */
export const TEMPLATES: readonly Template[] = [
  worker,
  multiStakeholder,
  fairShares,
  solidarity,
  integral,
  communityBenefit,
];

/** What a template does not know. */
export type FoundingOf = {
  name: string;
  purpose: string;
  settlementToken: Address;
  /** The asset-locked body that inherits (A2). */
  body: Address;
  /** Of the settlement token. */
  decimals: number;
  founders: readonly Founder[];
  officers: readonly Officer[];
};

/** The template's charter for this co-op. */
export function charterFrom(template: Template, of: FoundingOf): Charter {
  const { rules, membership, haltLimit, shares, market, surplus } = template;
  const { name, purpose, settlementToken, body, founders, officers } = of;
  return {
    ...{ name, purpose, settlementToken, body },
    classes: template.classes.map(({ kind, name }) => ({ kind, name })),
    ...{ rules, membership, haltLimit },
    shares: { ...shares, par: shares.par * 10n ** BigInt(of.decimals) },
    ...{ market, surplus, founders, officers },
  };
}

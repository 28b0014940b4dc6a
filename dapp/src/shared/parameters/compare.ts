// What a call that sets rules would make of those that hold: only the figures that become others.
import type { Settlement } from "../chain/settlement.ts";
import type { ReadCall } from "../motion/calls.ts";
import type { Group } from "./list.ts";
import type { Values } from "./parameter.ts";

export type Row = { rule: string; name: string; before: string; after: string };
export type Comparison = { title: string; rows: Row[] };

/** Which functions set which groups, by the event that the groups are read from. */
const SETS: Record<string, string> = {
  "assembly.setRules": "RulesSet",
  "register.setTerms": "MembershipTermsSet",
  "shares.setTerms": "TermsSet",
  "surplus.setTerms": "SurplusTermsSet",
  "market.setTerms": "MarketTermsSet",
};

export const setsRules = ({ module, functionName }: ReadCall): boolean => `${module}.${functionName}` in SETS;

/** `heldBy` gives the figures of a group as they stand before the call. Groups without a change are left out. */
export function compare(
  call: ReadCall,
  groups: readonly Group[],
  heldBy: (group: Group) => Values | undefined,
  settlement: Settlement,
): Comparison[] {
  const event = SETS[`${call.module}.${call.functionName}`];
  const set = valuesOf(call);
  return groups
    .filter((group) => group.module === call.module && group.event === event)
    .flatMap((group) => {
      const held = heldBy(group);
      if (!held) return [];
      const rows = group.parameters.flatMap(({ rule, name, say }) => {
        const [before, after] = [say(held, settlement), say({ ...held, ...set }, settlement)];
        return before === after ? [] : [{ rule, name, before, after }];
      });
      return rows.length > 0 ? [{ title: group.title, rows }] : [];
    });
}

/** One tuple, or figure by figure; what is not named stays. */
function valuesOf({ args, named }: ReadCall): Values {
  const [first] = args;
  if (typeof first === "object" && first !== null) return first as Values;
  return Object.fromEntries(named.map(({ name, value }) => [name, value]));
}

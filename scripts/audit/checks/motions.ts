// What proposals amount to: how many there are, what their actions make of them, and whether they could be put at all.
import { moduleAt, PLACE } from "../../../books/apply/founding.ts";
import { actionsKey } from "../../../books/bar.ts";
import { KIND_NAMES, TOPIC_NAMES } from "../../../books/rules.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { actionsHash, LATEST_SLOT, mapped } from "../storage.ts";
import type { Subject } from "../subject.ts";

/** An RPC that hides every log of a proposal is found here: each Assembly counts those that were put to it. */
export async function checkNumber({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("number of proposals");
  const placed = coop.placements.filter(({ place }) => place === PLACE.assembly).map(({ module }) => module);
  const assemblies = [...new Set([house.at.assembly, ...placed].map((address) => address.toLowerCase()))];
  const counts = await askAll(assemblies, (assembly) => chain.ask("assembly", assembly, "proposalsEver"));
  for (const [i, assembly] of assemblies.entries()) {
    const put = [...coop.proposals.values()].filter((one) => one.assembly.toLowerCase() === assembly).length;
    comparison.same(`proposals put to ${assembly}`, put, counts[i]?.[0]);
  }
  comparison.same("Assembly", moduleAt(coop, PLACE.assembly), house.at.assembly);
  return comparison.check;
}

/** Kind, topic and excluded seat: as the actions make them, as the events tell them, as the contract keeps them. */
export async function checkMotions({ chain, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("kinds, topics and expulsions from the actions");
  const list = [...coop.proposals.values()];
  const records = await askAll(list, ({ id, assembly }) => chain.ask("assembly", assembly, "proposalRecord", id));
  for (const [i, proposal] of list.entries()) {
    const stored = records[i]?.[0];
    const [kind, topic] = [KIND_NAMES[Number(stored?.kind)], TOPIC_NAMES[Number(stored?.topic)]];
    for (const [{ kind: k, topic: t, excluded }, how] of [
      [proposal.derivedMotion, ""],
      [proposal, " as the events tell it"],
    ] as const) {
      comparison.same(`proposal ${proposal.id}, kind${how}`, KIND_NAMES[k], kind);
      comparison.same(`proposal ${proposal.id}, topic${how}`, TOPIC_NAMES[t], topic);
      comparison.same(`proposal ${proposal.id}, excluded seat${how}`, excluded, stored?.excluded);
    }
  }
  return comparison.check;
}

/** Whether notice was lawful (V9), and which proposal can bar the same actions from now on: straight from storage. */
export async function checkBar({ chain, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("the bar after a defeat");
  const list = [...coop.proposals.values()];
  const latest = await askAll(list, ({ assembly, targets, values, calldatas }) =>
    chain.word(assembly, mapped(actionsHash(targets, values, calldatas), LATEST_SLOT)),
  );
  for (const [i, proposal] of list.entries()) {
    comparison.check.compared += 1;
    if (proposal.refused) comparison.wrong(`notice of proposal ${proposal.id}`, proposal.refused, "it was given");
    const bars = coop.latest.get(actionsKey(proposal));
    comparison.same(`proposal ${proposal.id}, latest with its actions`, bars, latest[i]);
  }
  return comparison.check;
}

// Assets that the Treasury keeps books for, budgets, and the guardian's stop (V7, G1).
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

/** Those that were listed, and those that money moved of. */
export async function checkAssets({ chain, house, coop, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("assets with a book");
  const list = [...new Set([house.token.toLowerCase(), ...coop.otherAssets, ...coop.booked.keys()])];
  const listed = await askAll(list, (asset) => chain.ask("treasury", house.at.treasury, "isListed", asset));
  for (const [i, asset] of list.entries()) {
    comparison.same(`book for ${asset}`, i === 0 || commons.assets.has(asset), listed[i]?.[0]);
  }
  return comparison.check;
}

const NONE = { role: 0n, fund: 0, asset: `0x${"0".repeat(40)}`, left: 0n, until: 0 };

/** One more than there are, which must be empty. */
export async function checkBudgets({ chain, house, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("budgets");
  const ids = Array.from({ length: commons.budgets.size + 1 }, (_, i) => i + 1);
  const stored = await askAll(ids, (id) => chain.ask("treasury", house.at.treasury, "budgetOf", id));
  for (const [i, id] of ids.entries()) {
    const { role, fund, asset, left, until } = commons.budgets.get(id) ?? NONE;
    for (const [field, value] of Object.entries({ role, fund, asset, left, until })) {
      comparison.same(`budget ${id}, ${field}`, value, stored[i]?.[field as never]);
    }
  }
  return comparison.check;
}

export async function checkHalts({ chain, house, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("stops of new money");
  const { treasury } = house.at;
  const last = commons.halts.at(-1);
  const [until, bounds] = await Promise.all([
    chain.ask("treasury", treasury, "haltedUntil"),
    chain.ask("treasury", treasury, "haltBounds"),
  ]);
  comparison.same("stopped until", last?.until ?? 0, until?.[0]);
  comparison.same("can be stopped again from", last ? 2 * last.until - last.from : 0, bounds?.from);
  for (const { guardian, from, until: end } of commons.halts) {
    const within = end - from <= Number(bounds?.limit ?? 0);
    comparison.same(`stop by ${guardian} at ${from} within its limit`, within, true);
  }
  return comparison.check;
}

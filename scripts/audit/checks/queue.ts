// The withdrawal queue: every place in its order, and the stops (S2, S3).
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import type { Subject } from "../subject.ts";

export async function checkQueue({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("withdrawal queue, place by place");
  const { shares } = house.at;
  const { queue, head } = coop.shares;
  const stored = await chain.ask("shares", shares, "queue");
  comparison.same("places ever", queue.length, stored?.[1]);
  const entries = await askAll(queue, ({ id }) => chain.ask("shares", shares, "entry", id));
  for (const [i, entry] of queue.entries()) {
    const record = entries[i]?.[0];
    const { id, memberId, units, payableFrom, unitsBefore } = entry;
    for (const [field, value] of Object.entries({ memberId, units, payableFrom, unitsBefore })) {
      comparison.same(`place ${id}, ${field}`, value, record?.[field]);
    }
  }
  const told = Number(stored?.[0] ?? 0);
  const skipped = queue.slice(Math.min(head, told), Math.max(head, told)).some(({ units }) => units !== 0n);
  comparison.same("first place that waits", skipped ? head : told, told);
  return comparison.check;
}

export async function checkStops({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("suspension of withdrawals");
  const stored = await chain.ask("shares", house.at.shares, "suspension");
  const last = coop.shares.stops.at(-1);
  comparison.same("from", last?.from ?? 0, stored?.[0]);
  comparison.same("until", last?.until ?? 0, stored?.[1]);
  return comparison.check;
}

// What one director decided and another carried out (B1).
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { actHash } from "../storage.ts";
import type { Subject } from "../subject.ts";

const NOBODY = `0x${"0".repeat(40)}`;

export async function checkActs({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("acts of the board");
  const { board } = house.at;
  comparison.same("acts ever decided", coop.acts.size, (await chain.ask("board", board, "actsEver"))?.[0]);
  const acts = [...coop.acts.values()];
  const stored = await askAll(acts, ({ id }) => chain.ask("board", board, "act", id));
  for (const [i, { id, target, data, decidedBy, secondedBy = NOBODY, at, state }] of acts.entries()) {
    const record = stored[i]?.[0];
    comparison.same(`act ${id}, target and call`, actHash(target, data), record?.contentHash);
    comparison.same(`act ${id}, decided by`, decidedBy, record?.decidedBy);
    comparison.same(`act ${id}, seconded by`, secondedBy, record?.secondedBy);
    comparison.same(`act ${id}, decided at`, at, record?.decidedAt);
    comparison.same(`act ${id}, done`, state !== "decided", record?.done);
  }
  return comparison.check;
}

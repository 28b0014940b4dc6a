// Services stopped for a member, and the reasons that have served (M4).
import { lastSuspension } from "../../../books/apply/suspensions.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { mapped, REASON_USED_SLOT, reasonHash } from "../storage.ts";
import type { Subject } from "../subject.ts";

export async function checkSuspensions({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("suspensions of members");
  const { register } = house.at;
  const members = [...coop.members.values()];
  const ends = await askAll(members, ({ id }) => chain.ask("register", register, "suspendedUntil", id));
  for (const [i, { id }] of members.entries()) {
    const last = lastSuspension(coop, id);
    comparison.same(
      `member ${id} suspended until`,
      last?.liftedAt === undefined ? (last?.until ?? 0) : 0,
      ends[i]?.[0],
    );
  }
  const used = await askAll(coop.suspensions, ({ memberId, reason }) =>
    chain.word(register, mapped(reasonHash(memberId, reason), REASON_USED_SLOT)),
  );
  for (const [i, { memberId, reason }] of coop.suspensions.entries()) {
    comparison.same(`reason ${reason} used for member ${memberId}`, 1, used[i]);
  }
  return comparison.check;
}

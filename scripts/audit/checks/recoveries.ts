// Who asks to speak for a member, who attested it, and what waits (M6).
import { recoveryOf } from "../../../books/apply/recoveries.ts";
import type { RecoveryRequest } from "../../../books/coop.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { ATTESTORS_SLOT, mapped, REQUESTS_SLOT, requestHash } from "../storage.ts";
import { type Subject, timeOf } from "../subject.ts";

const NOBODY = `0x${"0".repeat(40)}`;
/** In the storage of a request: eight bits each for asked, by the board, by members, burnt. */
const BURNT = 24n;

export async function checkRecoveries({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("recoveries that wait");
  const now = await timeOf(chain, house);
  const members = [...coop.members.keys()];
  const stored = await askAll(members, (id) => chain.ask("register", house.at.register, "recoveryOf", id));
  for (const [i, id] of members.entries()) {
    const recovery = recoveryOf(coop, id, now);
    const record = stored[i]?.[0];
    comparison.same(`recovery of member ${id}, account`, recovery?.newAccount ?? NOBODY, record?.newAccount);
    comparison.same(`recovery of member ${id}, ready at`, recovery?.readyAt ?? 0, record?.readyAt);
    comparison.same(`recovery of member ${id}, vetoed at`, recovery?.vetoedAt ?? 0, record?.vetoedAt);
  }
  return comparison.check;
}

export async function checkRecoveryRequests({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("requests for recovery and who attested them");
  const { register } = house.at;
  const list = [...coop.recoveryRequests.values()];
  const stored = await askAll(list, ({ memberId, newAccount }) =>
    Promise.all([
      chain.ask("register", register, "attestationsOf", memberId, newAccount),
      chain.word(register, mapped(requestHash(memberId, newAccount), REQUESTS_SLOT)),
    ]),
  );
  for (const [i, request] of list.entries()) {
    const where = `request of ${request.newAccount} for member ${request.memberId}`;
    const { asked, byBoard, byMembers, burnt } = recordOf(request);
    const [answer, word = 0n] = stored[i] ?? [];
    comparison.same(`${where}, asked`, asked, answer?.[0]);
    comparison.same(`${where}, attested for the board`, byBoard, answer?.[1]);
    comparison.same(`${where}, attested by members`, byMembers, answer?.[2]);
    comparison.same(`${where}, burnt`, burnt, ((word >> BURNT) & 1n) !== 0n);
  }
  const attested = list.flatMap((request) => request.attestors.map((attestor) => ({ request, attestor })));
  const words = await askAll(attested, ({ request: { memberId, newAccount }, attestor }) =>
    chain.word(register, mapped(BigInt(attestor), mapped(requestHash(memberId, newAccount), ATTESTORS_SLOT))),
  );
  for (const [i, { request, attestor }] of attested.entries()) {
    comparison.same(`attestation of ${attestor} for member ${request.memberId}`, 1, words[i]);
  }
  return comparison.check;
}

/** Once carried out, a request is forgotten but for who attested it. */
function recordOf({ state, byBoard, byMembers, burnt }: RecoveryRequest) {
  if (state === "done") return { asked: false, byBoard: false, byMembers: 0, burnt: false };
  return { asked: state !== "ended", byBoard: byBoard !== undefined, byMembers: byMembers.length, burnt };
}

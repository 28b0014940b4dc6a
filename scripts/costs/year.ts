// What a co-op's members do in a year, with the gas and the data that it takes.
import { type Assumptions, gasOf, gasOfRelayed } from "./figures.ts";

export type Act = { name: string; times: number; gas: number; bytes: number; measured: string };

/** Every act of the assumptions; `gas` and `bytes` are of one of them. */
export function actsOf(of: Assumptions, members: number): Act[] {
  const { perMember, perCoop, admittedShare, membersPerMachine, bytesOfTransaction } = of;
  const act = (name: string, times: number, ...ids: string[]): Act => ({
    name,
    times,
    gas: ids.reduce((sum, id) => sum + gasOf(id), 0),
    bytes: ids.length * bytesOfTransaction,
    measured: ids.map((id) => `\`${id}\``).join(" + "),
  });
  return [
    {
      name: "a signed ballot, through a relay",
      times: perMember.ballots * members,
      gas: gasOfRelayed(members),
      bytes: of.bytesOfBallot,
      measured: "`bench/relay.json`, later turn",
    },
    // A job's three transactions are measured as one figure.
    { ...act("a job", perMember.jobs * members, "job.lifecycle"), bytes: 3 * bytesOfTransaction },
    act("a claim of income", perMember.incomeClaims * members, "income.claim"),
    act("a claim of a dividend", perMember.dividendClaims * members, "patronage.claim"),
    act("an admission, shares included", admittedShare * members, "member.apply", "member.accept", "member.admit.paid"),
    act("a month's rent of a machine", (12 * members) / membersPerMachine, "rent.waterfall"),
    act("a resolution, drafted and carried out", perCoop.resolutions, "propose", "execute"),
    act("a surplus, closed and declared", perCoop.surpluses, "surplus.close", "surplus.declare"),
    act("interest for all shares", perCoop.interest, "share.interest.post"),
  ];
}

export const gasOfAll = (acts: readonly Act[]): number => acts.reduce((sum, { times, gas }) => sum + times * gas, 0);
export const bytesOfAll = (acts: readonly Act[]): number =>
  acts.reduce((sum, { times, bytes }) => sum + times * bytes, 0);

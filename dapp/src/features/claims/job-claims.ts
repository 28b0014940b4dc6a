// What a person can claim of jobs: what could not be delivered to it, and what comes free because a job's time is over.
import type { Address } from "viem";
import { JobState } from "../../../../books/job.ts";
import { stateOf } from "../../../../books/markets.ts";
import { jobsOf } from "../../../../books/surplus.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { type Deadline, deadlineOf } from "../../shared/market/deadlines.ts";
import { type Books, type Claim, callOf } from "./claim.ts";

/** What could not be delivered when a job ended, at whatever market. */
export function heldClaims({ market, modules }: Books, account: Address): Claim[] {
  const markets = [
    ...[...market.former].map(([at, state]) => [at as Address, state] as const),
    [modules.market, market] as const,
  ];
  return markets.flatMap(([at, { owed }]) => {
    const expected = owed.get(account.toLowerCase()) ?? 0n;
    const call = callOf("market", at, "collect", account);
    return expected > 0n ? [{ id: `collect:${at}:${account}`, what: ["held"], page: "/market", call, expected }] : [];
  });
}

/** Jobs whose time is over, where it is the person's own money. */
export function jobClaims({ market, now }: Books, account: Address): Claim[] {
  return jobsOf(market).flatMap((entry) => {
    const deadline = entry.state === JobState.Ended ? undefined : deadlineOf(entry, stateOf(market, entry).terms);
    if (!deadline || now < deadline.at) return [];
    const { job, id, name } = entry;
    const provides = sameAddress(job.provider, account);
    const pays = job.role === 0 && sameAddress(job.customer, account);
    const own = { lapse: pays, refund: pays, release: provides, divide: provides || pays }[deadline.act];
    const paid = job.fare + job.passThrough + job.tip;
    return own
      ? [
          {
            id: `${deadline.act}:${name}`,
            what: [WHAT[deadline.act], name],
            page: `/market/${name}`,
            call: callOf("market", entry.market, deadline.act, BigInt(id), job),
            expected: deadline.act === "lapse" || deadline.act === "refund" ? paid : 0n,
          },
        ]
      : [];
  });
}

const WHAT = { release: "pay", divide: "part", lapse: "money back", refund: "money back" } as const satisfies Record<
  Deadline["act"],
  string
>;

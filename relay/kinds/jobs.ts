// A customer's confirmation of a job (JobMarket.confirmBySig), handed in for whoever has no coin. The market is asked whether it
// would take it.
import { encodeFunctionData, parseEventLogs } from "viem";
import { jobMarketAbi } from "../../books/abi.ts";
import type { Job } from "../../books/job.ts";
import type { House } from "../chain.ts";
import type { Kept, Kind, Paper } from "../paper.ts";
import { Refusal } from "../refusal.ts";
import { account, bytes, malformed, smallNumber, wholeNumber } from "./fields.ts";
import { single } from "./single.ts";

const LONGEST = 2_048;
const UINT16 = 2 ** 16 - 1;
const UINT32 = 2 ** 32 - 1;
const UINT40 = 2 ** 40 - 1;
const ABI = { abi: jobMarketAbi } as const;

function read(body: Record<string, unknown>, { market }: House): Paper {
  const id = wholeNumber(body, "job");
  const terms = body.terms;
  if (typeof terms !== "object" || terms === null) throw malformed('"terms" are not those of a job.');
  const job = readJob(terms as Record<string, unknown>);
  const distance = smallNumber(body, "distance", UINT32);
  const until = smallNumber(body, "until", UINT40);
  const signature = bytes(body, "signature", LONGEST);
  const packed = encodeFunctionData({
    ...ABI,
    functionName: "confirmBySig",
    args: [id, job, distance, until, signature],
  });
  const said = JSON.stringify({ kind: "job", job: String(id), terms, distance, until, signature });
  return { kind: "job", matter: `job:${id}`, target: market, voter: job.customer, support: 0, packed, said };
}

function readJob(body: Record<string, unknown>): Job {
  return {
    customer: account(body, "customer"),
    provider: account(body, "provider"),
    customerId: smallNumber(body, "customerId", UINT32),
    providerId: smallNumber(body, "providerId", UINT32),
    kind: smallNumber(body, "kind", 1),
    role: smallNumber(body, "role", 255),
    terms: smallNumber(body, "terms", UINT16),
    distance: smallNumber(body, "distance", UINT32),
    fare: uint96(body, "fare"),
    passThrough: uint96(body, "passThrough"),
    tip: uint96(body, "tip"),
    acceptBy: smallNumber(body, "acceptBy", UINT40),
    doBy: smallNumber(body, "doBy", UINT40),
    acceptedAt: smallNumber(body, "acceptedAt", UINT40),
  };
}

function uint96(body: Record<string, unknown>, name: string): bigint {
  const value = wholeNumber(body, name);
  if (value >= 1n << 96n) throw malformed(`"${name}" is too large.`);
  return value;
}

const REFUSALS: Record<string, readonly [number, string, string]> = {
  JobMarketBadSignature: [
    422,
    "bad-signature",
    "The customer did not sign this, or it has run out. Ask the customer for a new confirmation.",
  ],
  JobMarketWrongState: [409, "wrong-state", "The job can not be confirmed now: it is not under way, or paid already."],
  JobMarketStale: [409, "stale", "This is not the job as it stands now. Load the page again and hand it in once more."],
};
const REFUSED = [
  422,
  "refused",
  "The market does not take this confirmation. Look at the job on the co-op's page.",
] as const;

const refusal = (error: string) => new Refusal(...(REFUSALS[error] ?? REFUSED));

function counted(logs: Parameters<Kind["counted"]>[0], papers: readonly Kept[]): Set<string> {
  const told = parseEventLogs({ ...ABI, eventName: "JobCountersigned", logs: logs as never });
  const ended = new Set(told.map(({ args }) => `job:${args.jobId}`));
  return new Set(papers.filter(({ matter }) => ended.has(matter)).map(({ id }) => id));
}

export const jobs = single({ ...ABI, read, counted, refusal, until: "until" });

// Which kind of paper is handled how.
import { aggregates } from "./kinds/aggregates.ts";
import { ballots } from "./kinds/ballots.ts";
import { jobs } from "./kinds/jobs.ts";
import { keys } from "./kinds/keys.ts";
import type { Kind, Paper } from "./paper.ts";

export const KINDS: Record<Paper["kind"], Kind> = {
  key: ballots,
  contract: ballots,
  bls: aggregates,
  "bls-key": keys,
  job: jobs,
};

export const isKind = (value: unknown): value is Paper["kind"] =>
  typeof value === "string" && Object.hasOwn(KINDS, value);

// A job that is only written yet, for showing how its money would be divided.
import { type Address, zeroAddress } from "viem";
import type { Job } from "../../../../books/job.ts";

export const draftedJob = (
  sums: Pick<Job, "fare" | "passThrough" | "tip" | "kind">,
  provider: Address = zeroAddress,
): Job => ({
  ...sums,
  provider,
  customer: zeroAddress,
  customerId: 0,
  providerId: 0,
  role: 0,
  terms: 0,
  distance: 0,
  acceptBy: 0,
  doBy: 0,
  acceptedAt: 0,
});

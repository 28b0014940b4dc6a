// What is known of a request that a node did not answer, out of viem's errors.
import { BaseError } from "viem";
import type { Failure } from "../../../../books/reading/refusal.ts";

type Part = { status?: number; code?: number; headers?: Headers; details?: string; cause?: unknown };

/** Throws the error again when it is none of a request. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof BaseError)) throw error;
  const parts: Part[] = [];
  for (let part: unknown = error; part && parts.length < 9; part = (part as Part).cause) parts.push(part as Part);
  return {
    message: `${error.shortMessage} ${error.details ?? ""}`,
    status: parts.find(({ status }) => status !== undefined)?.status,
    code: parts.find(({ code }) => typeof code === "number")?.code,
    retryAfter: parts.find(({ headers }) => headers)?.headers?.get("retry-after"),
  };
}

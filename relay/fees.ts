// What a transaction offers for its gas, and how far the relay goes when the network is dear.
import type { Chain, Head } from "./chain.ts";
import type { Settings } from "./settings.ts";
import type { Attempt } from "./store/sendings.ts";

export type Fee = { maxFee: bigint; tip: bigint };

const LEAST_TIP = 1_000_000n;
/** Nodes take a replacement only when it offers a tenth more; an eighth is safe. */
const more = (wei: bigint): bigint => wei + wei / 8n + 1n;
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Undefined when the network is dearer now than the relay may pay: then it waits. */
export async function feeNow({ client }: Chain, { baseFee }: Head, settings: Settings, urgent: boolean) {
  const asked = await client.estimateMaxPriorityFeePerGas().catch(() => LEAST_TIP);
  return feeFor(baseFee, asked, urgent ? settings.urgentFee : settings.maxFee);
}

export function feeFor(baseFee: bigint, asked: bigint, limit: bigint): Fee | undefined {
  if (baseFee + LEAST_TIP > limit) return undefined;
  const tip = smaller(larger(asked, LEAST_TIP), limit - baseFee);
  return { maxFee: smaller(2n * baseFee + tip, limit), tip };
}

/** What replaces the latest attempt: more than it by enough, and what is asked now; undefined when that is too dear. */
export function replacing(latest: Attempt, now: Fee | undefined, limit: bigint): Fee | undefined {
  const maxFee = larger(more(latest.maxFee), now?.maxFee ?? 0n);
  if (maxFee > limit) return undefined;
  return { maxFee, tip: smaller(larger(more(latest.tip), now?.tip ?? 0n), maxFee) };
}

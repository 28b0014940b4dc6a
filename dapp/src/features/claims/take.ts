// Taking all of it: with one question where the wallet can, else one after the other.
import type { Address } from "viem";
import { listPending } from "../../shared/act/pending.ts";
import { type ActTools, type Call, perform } from "../../shared/act/perform.ts";
import type { Step } from "./claim.ts";

export const actOfAll = (account: Address): string => `claims:${account.toLowerCase()}`;

/** What is not on its way already: nothing is claimed twice. */
export function openOf<Part extends { key: string }>(steps: readonly Part[], coop: string, account: Address): Part[] {
  const waits = new Set(listPending(coop));
  return waits.has(actOfAll(account)) ? [] : steps.filter(({ key }) => !waits.has(key));
}

export function takeTogether(tools: ActTools, account: Address, steps: readonly Step[], apart: () => void) {
  const calls = steps.flatMap(({ claims }) => claims.map(({ call }) => call));
  const last = calls.pop();
  if (!last) return Promise.resolve(false);
  const asked: Call = { ...last, together: { before: calls, apart } };
  return perform(tools, actOfAll(account), account, asked);
}

/** Goes on after a refusal of the co-op, and stops when the person does, or when nobody knows what became of one. */
export async function takeOneByOne(tools: ActTools, account: Address, steps: readonly Step[]): Promise<void> {
  for (const { key, claims, whole } of steps) {
    if (await perform(tools, key, account, whole(claims))) continue;
    const state = tools.acts.of(key);
    if (state.step !== "failed" || state.calm) return;
  }
}

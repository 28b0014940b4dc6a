// Whether the co-op of a draft stands: by the receipt of what was signed, and, where the page was closed in between, by looking
// at the address that the draft's co-op has.
import { useEffect, useRef } from "react";
import type { Client } from "viem";
import { getCode, getTransactionReceipt, readContract } from "viem/actions";
import { useClient } from "wagmi";
import { coopFactoryAbi } from "../../../../../books/abi.ts";
import { useAct } from "../../../shared/act/useAct.ts";
import { usePage } from "../../../shared/config/useConfig.ts";
import { type Founded, findFounded, foundedBy } from "../../../shared/founding/founded.ts";
import type { Draft } from "../draft/draft.ts";
import type { Factory, Founding } from "../useFounding.ts";
import { actOf } from "./call.ts";

const EVERY_MS = 4_000;

/** Looks until it stands. */
export function useStanding({ draft, change, factory }: Founding): void {
  const client = useClient() as Client;
  const { instance } = usePage();
  const { state } = useAct(actOf(draft.salt));
  const waits = draft.sent !== undefined && draft.founded === undefined;
  const hash = state.step === "done" ? state.hash : undefined;
  const before = useRef(state.step);

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the act comes to its end
  useEffect(() => {
    const ended = (state.step === "declined" || state.step === "failed") && before.current !== state.step;
    before.current = state.step;
    // A no in the wallet, also a later one, or a refusal, leaves nothing to wait for.
    if (ended) change({ sent: undefined });
  }, [state.step]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: by what happened, not by what is typed
  useEffect(() => {
    if (!waits) return;
    let stopped = false;
    const look = async () => {
      const found = hash
        ? foundedBy(await getTransactionReceipt(client, { hash }), factory.address)
        : await standing(client, draft, factory);
      if (stopped) return;
      if (found) change({ founded: { ...found, instance }, sent: undefined });
    };
    const trying = () => look().catch(() => {});
    trying();
    const timer = setInterval(trying, EVERY_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [waits, hash]);
}

async function standing(client: Client, draft: Draft, factory: Factory): Promise<Founded | undefined> {
  if (!draft.sent) return undefined;
  const directory = await readContract(client, {
    address: factory.address,
    abi: coopFactoryAbi,
    functionName: "predict",
    args: [draft.sent.account, draft.salt],
  });
  if (!(await getCode(client, { address: directory }))) return undefined;
  return findFounded(client, factory, directory);
}

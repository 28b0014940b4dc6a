import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Address, Client } from "viem";
import { useClient } from "wagmi";
import { useActTools } from "../../shared/act/useAct.ts";
import { useBatching } from "../../shared/act/useBatching.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { centOf } from "../../shared/format/money.ts";
import { type Amounts, amountsOf, payable } from "./amounts.ts";
import type { Claim, Step } from "./claim.ts";
import { stepsOf } from "./claims.ts";
import { type Begun, begunBefore, keepBegun } from "./kept.ts";
import { openOf, takeOneByOne, takeTogether } from "./take.ts";

export type Claims = {
  /** What can be taken now, and what each of it brings. */
  steps: Step[];
  amounts: Amounts;
  /** What the co-op would refuse now. */
  refused: Claim[];
  /** Begun in this tab, and there no more. */
  taken: Begun[];
  /** Some of it is neither to be taken any more nor known as taken yet. */
  settling: boolean;
  /** `ready`: once the person lets the wallet change the account for it. */
  together: "supported" | "ready" | undefined;
  running: boolean;
  take: () => Promise<void>;
};

/** Undefined until it was tried; read again with every block. */
export function useClaims(account: Address): { claims: Claims | undefined; isError: boolean; again: () => void } {
  const { coop, modules, settlement, head, now } = useCoop();
  const books = { coop, modules, now, book: useCommons(), market: useMarket() };
  const tools = useActTools();
  const client = useClient() as Client;
  const { batching, apart } = useBatching();
  const [begun, setBegun] = useState(() => begunBefore(tools.coop, account));
  const [running, setRunning] = useState(false);
  const all = stepsOf(books, account);
  const every = all.flatMap(({ claims }) => claims);
  const { data, isError, refetch } = useQuery(
    {
      queryKey: ["claims", account, String(head.number), every.map(({ id }) => id).join()],
      placeholderData: (before: Amounts | undefined) => before,
      queryFn: () => amountsOf(client, { account, token: settlement.address }, every),
    },
    queryClient,
  );
  if (!data) return { claims: undefined, isError, again: refetch };

  const cent = centOf(settlement);
  const steps = payable(all, data, cent);
  const refused = every.filter(({ id }) => data.of.get(id)?.refused);
  const payableNow = steps.flatMap(({ claims }) => claims);
  const untried = every.filter(({ id }) => !data.of.has(id));
  // Of what was taken less than a cent may be there again already.
  const waiting = new Set([...payableNow, ...refused, ...untried].map(({ id }) => id));
  const taken = begun.filter(({ id }) => !waiting.has(id));
  // The node can be a moment ahead of the books: what it has paid it refuses to pay again.
  const settling = begun.some(({ id }) => refused.some((claim) => claim.id === id));
  const several = payableNow.length > 1;
  const together = several && batching !== "unsupported" ? batching : undefined;

  const take = async () => {
    const open = openOf(steps, tools.coop, account);
    if (running || open.length === 0) return;
    const now = open
      .flatMap(({ claims }) => claims)
      .map((claim): Begun => {
        const { id, what, page } = claim;
        return { id, what, page, gain: String(data.of.get(id)?.gain ?? 0n) };
      });
    const kept = [...taken, ...now];
    setBegun(kept);
    keepBegun(tools.coop, account, kept);
    setRunning(true);
    let stepByStep: Promise<void> | undefined;
    const goOn = () => {
      apart();
      stepByStep = takeOneByOne(tools, account, open);
    };
    if (together) await takeTogether(tools, account, open, goOn);
    else stepByStep = takeOneByOne(tools, account, open);
    await stepByStep;
    setRunning(false);
  };
  return {
    claims: { steps, amounts: data, refused, taken, settling, together, running, take },
    isError,
    again: refetch,
  };
}

import { useQuery } from "@tanstack/react-query";
import { type Client, encodeAbiParameters, keccak256 } from "viem";
import { useClient } from "wagmi";
import type { Content } from "../../../../books/coop.ts";
import { useCommons } from "../chain/commons.ts";
import { queryClient } from "../chain/queries.ts";
import { useChainState, useCoop } from "../chain/useCoop.ts";
import type { Call } from "./code.ts";
import { looksOf, type Moved, movedBetween } from "./looks.ts";
import { type Rehearsal, rehearse } from "./rehearse.ts";

export type Tried = {
  rehearsal: Rehearsal;
  /** What would be more or less; undefined where the node could not be asked that. */
  moved: Moved[] | undefined;
  block: bigint;
  timestamp: number;
};

const ACTIONS = [{ type: "address[]" }, { type: "uint256[]" }, { type: "bytes[]" }] as const;

/** Tries the actions once on the newest block; `refetch` tries them again on a newer one. */
export function useRehearsal(content: Content) {
  const { coop, settlement, modules, head, now } = useCoop();
  const { reading } = useChainState();
  const book = useCommons();
  const client = useClient() as Client;
  const { targets, values, calldatas } = content;
  const query = {
    queryKey: ["rehearsal", modules.assembly, keccak256(encodeAbiParameters(ACTIONS, [targets, values, calldatas]))],
    staleTime: 60_000,
    retry: false,
    queryFn: async (): Promise<Tried> => {
      const context = { coop, settlement, known: reading?.known ?? new Map(), now };
      const looks = looksOf(content, context, modules, book);
      const calls = targets.map((target, i): Call => {
        return { target, value: values[i] ?? 0n, data: calldatas[i] ?? "0x" };
      });
      const questions = looks.map(({ call }) => call);
      const rehearsal = await rehearse(client, { assembly: modules.assembly, calls, questions, block: head.number });
      const { before, after } = rehearsal;
      const moved = before && after && movedBetween(looks, before, after);
      return { rehearsal, moved, block: head.number, timestamp: head.timestamp };
    },
  };
  return useQuery(query, queryClient);
}

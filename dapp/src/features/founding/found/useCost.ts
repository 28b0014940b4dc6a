import { useQuery } from "@tanstack/react-query";
import type { Address, Client } from "viem";
import { estimateContractGas, estimateFeesPerGas, getCode, getGasPrice } from "viem/actions";
import { useClient } from "wagmi";
import { t } from "../../../../../books/say.ts";
import { queryClient } from "../../../shared/chain/queries.ts";
import { ALL_ERRORS, type Sentence, sentenceOf } from "../../../shared/errors.ts";
import { useFounding } from "../useFounding.ts";
import { foundingCall } from "./call.ts";

/** The fee in the smallest unit of the chain's coin, or why the chain would refuse. */
export type Cost = { fee: bigint } | { refused: Sentence };

const NO_FACTORY: Sentence = {
  what: t`The factory that this page names is not on this chain.`,
  next: t`Nothing can be founded here: tell whoever runs this page.`,
};

const AGAIN_MS = 10_000;

/** At most so much for a unit of gas; older chains have one price. */
const priceOf = (client: Client): Promise<bigint> =>
  estimateFeesPerGas(client).then(
    ({ maxFeePerGas }) => maxFeePerGas,
    () => getGasPrice(client),
  );

/** What the chain asks for the founding, tried on the chain as it is now. */
export function useCost(account: Address | undefined): Cost | undefined {
  const { charter, factory, draft } = useFounding();
  const client = useClient() as Client;
  const signer = account ?? charter.founders[0]?.account;
  const query = {
    queryKey: ["founding-cost", factory.address, signer, draft],
    placeholderData: (before: Cost | undefined) => before,
    // What the chain refuses now it may take a moment later.
    refetchInterval: ({ state }: { state: { data?: Cost } }) =>
      state.data !== undefined && "refused" in state.data && AGAIN_MS,
    queryFn: async (): Promise<Cost> => {
      if (!(await getCode(client, { address: factory.address }))) return { refused: NO_FACTORY };
      const { abi, ...call } = foundingCall(factory.address, charter, draft.salt);
      try {
        const units = await estimateContractGas(client, { ...call, abi: [...abi, ...ALL_ERRORS], account: signer });
        return { fee: units * (await priceOf(client)) };
      } catch (error) {
        return { refused: sentenceOf(error) };
      }
    },
  };
  return useQuery(query, queryClient).data;
}

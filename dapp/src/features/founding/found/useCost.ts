import { useQuery } from "@tanstack/react-query";
import type { Address, Client } from "viem";
import { estimateContractGas, estimateFeesPerGas, getCode } from "viem/actions";
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

/** What the chain asks for the founding, tried on the chain as it is now. */
export function useCost(account: Address | undefined): Cost | undefined {
  const { charter, factory, draft } = useFounding();
  const client = useClient() as Client;
  const signer = account ?? charter.founders[0]?.account;
  const query = {
    queryKey: ["founding-cost", factory.address, signer, draft],
    placeholderData: (before: Cost | undefined) => before,
    queryFn: async (): Promise<Cost> => {
      if (!(await getCode(client, { address: factory.address }))) return { refused: NO_FACTORY };
      const { abi, ...call } = foundingCall(factory.address, charter, draft.salt);
      try {
        const [units, { maxFeePerGas }] = await Promise.all([
          estimateContractGas(client, { ...call, abi: [...abi, ...ALL_ERRORS], account: signer }),
          estimateFeesPerGas(client),
        ]);
        return { fee: units * maxFeePerGas };
      } catch (error) {
        return { refused: sentenceOf(error) };
      }
    },
  };
  return useQuery(query, queryClient).data;
}

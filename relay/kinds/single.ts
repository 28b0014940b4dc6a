// Papers that are a call of their own each: nothing is gained by waiting for others, and the contract is asked whether it would take it.
import { type Abi, decodeFunctionData } from "viem";
import { type Chain, revertOf, unreachable } from "../chain.ts";
import type { Judgement, Kind, Paper } from "../paper.ts";
import type { Refusal } from "../refusal.ts";
import { gasFor } from "./gas.ts";

type Single = Pick<Kind, "read" | "counted"> & {
  abi: Abi;
  /** By the name of the error that the contract refuses it with. */
  refusal: (error: string) => Refusal;
  /** The field of the paper that says until when it is good, unix seconds. */
  until: string;
};

export function single({ abi, read, counted, refusal, until }: Single): Kind {
  const judgeOne = async ({ client }: Chain, { target, packed }: Paper): Promise<Judgement> => {
    const { functionName, args } = decodeFunctionData({ abi, data: packed });
    try {
      await client.simulateContract({ abi, address: target, functionName, args });
      return { seat: 0 };
    } catch (error) {
      const reverted = revertOf(error);
      if (!reverted) throw unreachable(error);
      return refusal(reverted.name);
    }
  };
  const judge: Kind["judge"] = (chain, _, papers) => Promise.all(papers.map((paper) => judgeOne(chain, paper)));
  return {
    atOnce: true,
    read,
    counted,
    judge,
    deadline: async (_, { said }) => (JSON.parse(said) as Record<string, number>)[until],
    plan: async (chain, house, papers) => {
      const judged = await judge(chain, house, papers);
      const good = papers.filter((_, i) => "seat" in (judged[i] ?? {}));
      return Promise.all(
        good.map(async (paper) => {
          const { target, packed: data } = paper;
          return { target, data, papers: [paper], gas: gasFor(await chain.client.estimateGas({ to: target, data })) };
        }),
      );
    },
    // Done in another way, or run out: the contract does not say which, and nothing is lost by either.
    ended: async (_, papers) => papers.map(() => "late"),
  };
}

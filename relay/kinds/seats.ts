// The seats of many accounts in few questions.

import { memberRegisterAbi } from "../../books/abi.ts";
import type { Address } from "../../books/event.ts";
import { type Chain, type House, unreachable } from "../chain.ts";

/** Of call data in one question: a hundred and more, and the whole stays below the limit of a deployment (EIP-3860). */
const BATCH_BYTES = 4_096;

export async function membersOf({ client }: Chain, { register }: House, voters: readonly Address[]) {
  const contract = { address: register, abi: memberRegisterAbi, functionName: "seatOf" } as const;
  const contracts = voters.map((voter) => ({ ...contract, args: [voter] as const }));
  try {
    const answers = await client.multicall({
      contracts,
      deployless: true,
      allowFailure: false,
      batchSize: BATCH_BYTES,
    });
    return answers.map(([memberId, seat]) => ({ memberId, seat }));
  } catch (error) {
    throw unreachable(error);
  }
}

// All logs of some contracts, in ranges that adapt to what the RPC is willing to give.
import type { Log } from "ethers";
import type { Chain } from "./chain.ts";
import { AuditProblem, causeOf } from "./problem.ts";

const FIRST_SPAN = 2_000;
const LARGEST_SPAN = 1_000_000;

/** In the order in which the RPC gives them; a log that it gives twice is there twice. */
export async function logsOf(chain: Chain, addresses: readonly string[], fromBlock: number): Promise<Log[]> {
  const logs: Log[] = [];
  let from = fromBlock;
  let span = FIRST_SPAN;
  while (from <= chain.block) {
    const to = Math.min(chain.block, from + span - 1);
    try {
      logs.push(...(await chain.provider.getLogs({ address: [...addresses], fromBlock: from, toBlock: to })));
      from = to + 1;
      span = Math.min(span * 2, LARGEST_SPAN);
    } catch (error) {
      if (from === to) throw new AuditProblem(`The RPC gives no logs of block ${from} (${causeOf(error)}).`);
      span = Math.ceil((to - from + 1) / 2);
    }
  }
  return logs;
}

/** The block in which a contract was made. Block 0 when the RPC keeps no old states. */
export async function birthOf(chain: Chain, address: string): Promise<number> {
  let before = -1;
  let after = chain.block;
  try {
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (await chain.hasCode(address, middle)) after = middle;
      else before = middle;
    }
    return after;
  } catch {
    return 0;
  }
}

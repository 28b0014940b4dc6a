// Reads all logs of a co-op with what an earlier run kept, and keeps what it reads.
import { blocksOf } from "../audit/blocks.ts";
import type { Chain } from "../audit/chain.ts";
import { timesOf } from "../audit/decode.ts";
import type { House } from "../audit/house.ts";
import { logPieces } from "../audit/logs.ts";
import { AuditProblem } from "../audit/problem.ts";
import type { Tell } from "../audit/progress.ts";
import { type DatedLog, LogFile } from "./log-file.ts";

/** Blocks at the end that are a piece of their own: chains go back by a few. */
const UNSETTLED = 128;

/** The logs up to the chain's block, and how many of them were kept from before. */
export async function readKept(chain: Chain, house: House, path: string, tell: Tell) {
  const origin = { chain: Number(chain.chainId), coop: house.directory.toLowerCase(), from: house.born };
  const file = new LogFile(path, origin);
  file.backTo(await standing(chain, file), origin);
  const kept = file.logs.length;
  const addresses = [...house.contractAt.keys()];
  const settled = Math.max(chain.block - UNSETTLED, house.born - 1);
  for (const to of [settled, chain.block]) {
    const from = (file.ends.at(-1)?.upTo ?? house.born - 1) + 1;
    for await (const { piece, answer } of logPieces(chain, addresses, { from, to })) {
      const times = await timesOf(chain, answer);
      const hash = await hashAt(chain, piece.to);
      const logs = answer.map((log): DatedLog => ({ ...log, time: times.get(log.block) ?? 0 }));
      file.append(logs, { upTo: piece.to, hash });
      const [done, all] = [piece.to - house.born + 1, chain.block - house.born + 1];
      tell("blocks read", done, all, `${file.logs.length} logs`);
    }
  }
  if ((await hashAt(chain, chain.block)) !== chain.blockHash) {
    throw new AuditProblem("The chain was reorganised while it was being read: run this again, it goes on from here.");
  }
  const logs = file.logs.filter(({ block }) => block <= chain.block);
  return { logs, times: new Map(logs.map(({ block, time }) => [block, time])), kept };
}

const hashAt = async ({ rpc }: Chain, block: number): Promise<string> => (await blocksOf(rpc, [block]))[0]?.hash ?? "";

/** How many of the kept pieces end at a block that the chain still has. */
async function standing(chain: Chain, { ends }: LogFile): Promise<number> {
  const head = Number(await chain.rpc.call("eth_blockNumber", []));
  for (let count = ends.length; count > 0; count--) {
    const { upTo, hash } = ends[count - 1] as { upTo: number; hash: string };
    if (upTo <= head && (await hashAt(chain, upTo)) === hash) return count;
  }
  return 0;
}

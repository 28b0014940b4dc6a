// npm run books: the books of a co-op straight from an RPC, as files. Killed at any moment it goes on from there when it is run
// again. Exits 0 when the books are written, 1 when the RPC tells what can not be, 2 when it does not tell enough.
import { join } from "node:path";
import { exportFiles } from "../../books/export/files.ts";
import { readArguments } from "../audit/arguments.ts";
import { type Chain, connect } from "../audit/chain.ts";
import { sentenceOf } from "../audit/check.ts";
import { decodeWith } from "../audit/decode.ts";
import { findHouse } from "../audit/house.ts";
import { AuditProblem, causeOf } from "../audit/problem.ts";
import { progressOn } from "../audit/progress.ts";
import { bookEvents } from "../audit/stream.ts";
import { settlementOf } from "../audit/subject.ts";
import { writeFiles } from "../lib/write-files.ts";
import { readKept } from "./read.ts";

const USAGE = "npm run books -- --rpc URL --coop ADDRESS [--block N] --out DIR";
/** What was read, for the next run. */
const LOGS = "logs.jsonl";

async function run(): Promise<number> {
  const { rpc, coop, block, out } = readArguments(process.argv.slice(2), USAGE);
  if (!out) throw new AuditProblem(`This needs a folder to write to: ${USAGE}`);
  const chain = await connect(rpc, block);
  try {
    return await writeBooks(chain, coop, out);
  } finally {
    chain.provider.destroy();
  }
}

async function writeBooks(chain: Chain, directory: `0x${string}`, out: string): Promise<number> {
  const progress = progressOn(process.stderr);
  const house = await findHouse(chain, directory);
  const { logs, times, kept } = await readKept(chain, house, join(out, LOGS), progress.tell).finally(progress.end);
  const events = decodeWith(times, logs, house.contractAt);
  const { check, ...books } = bookEvents(events);
  const token = await settlementOf(chain, house.token);
  const of = { chainId: Number(chain.chainId), directory, block: chain.block, token };
  const files = exportFiles(books, { ...of, blockHash: chain.blockHash as `0x${string}` });
  writeFiles(out, files);
  const from = kept > 0 ? ` (${kept} logs were kept from before)` : "";
  console.log(`${events.length} events up to block ${chain.block}${from}: ${files.length} files in ${out}.`);
  for (const difference of check.differences) console.error(sentenceOf(difference));
  return check.differences.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof AuditProblem) && !("code" in (error as object))) throw error;
  console.error(error instanceof AuditProblem ? error.message : `The books can not be made (${causeOf(error)}).`);
  process.exitCode = 2;
}

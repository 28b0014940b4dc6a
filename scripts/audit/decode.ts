// The audit's decode host: ethers logs become the events of the books.
import type { EventFragment, Log } from "ethers";
import type { Address, BookEvent, Hex } from "../../books/event.ts";
import { type AbiParameter, argsFrom } from "../../books/normalise.ts";
import { askAll, type Chain, type ContractName, interfaces } from "./chain.ts";
import { AuditProblem } from "./problem.ts";

/** Events by contract, with the time of their block. Logs that our ABIs do not know are passed over. */
export async function decodeLogs(
  chain: Chain,
  logs: readonly Log[],
  contractAt: ReadonlyMap<string, ContractName>,
): Promise<BookEvent[]> {
  const times = await timesOf(chain, logs);
  return logs.flatMap((log) => {
    const contract = contractAt.get(log.address.toLowerCase());
    const event = contract && decode(contract, log);
    return event ? [{ ...event, timestamp: times.get(log.blockNumber) ?? 0 }] : [];
  });
}

function decode(contract: ContractName, log: Log): Omit<BookEvent, "timestamp"> | undefined {
  const parsed = interfaces[contract].parseLog(log);
  if (!parsed) return undefined;
  return {
    contract,
    name: parsed.name,
    args: argsFrom(inputsOf(parsed.fragment), parsed.args.toArray()),
    address: log.address as Address,
    blockNumber: BigInt(log.blockNumber),
    logIndex: log.index,
    transactionHash: log.transactionHash as Hex,
  };
}

const known = new Map<EventFragment, readonly AbiParameter[]>();

/** The arguments of an event as its ABI in JSON has them. */
function inputsOf(fragment: EventFragment): readonly AbiParameter[] {
  const inputs = known.get(fragment) ?? (JSON.parse(fragment.format("json")).inputs as AbiParameter[]);
  known.set(fragment, inputs);
  return inputs;
}

/** Times of the blocks that the logs name; a log of a block that the chain dropped is refused. */
async function timesOf(chain: Chain, logs: readonly Log[]): Promise<Map<number, number>> {
  const hashes = new Map(logs.map((log) => [log.blockNumber, log.blockHash]));
  const blocks = await askAll([...hashes.keys()], (number) => chain.provider.getBlock(number));
  return new Map(
    blocks.map((block) => {
      if (!block || hashes.get(block.number) !== block.hash) {
        throw new AuditProblem("The chain was reorganised while it was being read: run the audit again.");
      }
      return [block.number, block.timestamp] as const;
    }),
  );
}

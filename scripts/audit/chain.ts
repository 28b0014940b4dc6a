// The audit's own way to the chain: ethers over plain JSON-RPC, every question asked at one block.
import { Interface, type InterfaceAbi, JsonRpcProvider, Network, type Result } from "ethers";
import {
  assemblyAbi,
  assemblyDeskAbi,
  assemblyLobbyAbi,
  auditRegisterAbi,
  authorityAbi,
  ballotKeysAbi,
  boardAbi,
  bondOfficeAbi,
  commonsIncomeAbi,
  directoryAbi,
  jobMarketAbi,
  machineRegisterAbi,
  memberRegisterAbi,
  memberSharesAbi,
  patronageAbi,
  reserveAbi,
  surplusAbi,
  treasuryAbi,
} from "../../books/abi.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { AuditProblem, causeOf } from "./problem.ts";
import { type Payload, Rpc } from "./rpc.ts";

const CALLS_IN_A_BATCH = 100;
/** Questions under way at a time. */
const CONCURRENCY = 400;

const interfaceOf = (...abis: readonly (readonly unknown[])[]) => new Interface(abis.flat() as InterfaceAbi);

/** What the contract at each place answers and logs. The Assembly's address answers for its desk and its lobby too. */
export const interfaces = {
  directory: interfaceOf(directoryAbi),
  authority: interfaceOf(authorityAbi),
  register: interfaceOf(memberRegisterAbi),
  board: interfaceOf(boardAbi),
  assembly: interfaceOf(
    assemblyAbi,
    withoutKnown(assemblyDeskAbi, assemblyAbi),
    withoutKnown(assemblyLobbyAbi, [...assemblyAbi, ...assemblyDeskAbi]),
  ),
  ballotKeys: interfaceOf(ballotKeysAbi),
  shares: interfaceOf(memberSharesAbi),
  treasury: interfaceOf(treasuryAbi),
  reserve: interfaceOf(reserveAbi),
  bonds: interfaceOf(bondOfficeAbi),
  machines: interfaceOf(machineRegisterAbi),
  income: interfaceOf(commonsIncomeAbi),
  audits: interfaceOf(auditRegisterAbi),
  market: interfaceOf(jobMarketAbi),
  patronage: interfaceOf(patronageAbi),
  surplus: interfaceOf(surplusAbi),
  token: new Interface([
    "function balanceOf(address) view returns (uint256)",
    "function symbol() view returns (string)",
    "function decimals() view returns (uint8)",
  ]),
};
export type ContractName = keyof typeof interfaces;

export type Chain = {
  provider: JsonRpcProvider;
  rpc: Rpc;
  chainId: bigint;
  block: number;
  /** Of that block, as the RPC tells it. */
  blockHash: string;
  /** Calls a view function at the audited block; `undefined` when the contract refuses to answer. */
  ask: (contract: ContractName, address: string, name: string, ...args: unknown[]) => Promise<Result | undefined>;
  word: (address: string, slot: bigint) => Promise<bigint>;
  hasCode: (address: string, block?: number) => Promise<boolean>;
};

/** ethers asks as patiently as we do. */
class PatientProvider extends JsonRpcProvider {
  private readonly rpc: Rpc;

  constructor(rpc: Rpc, network: Network) {
    // What belongs together is asked in one go: a batch need not wait for more.
    const batches = { batchMaxCount: CALLS_IN_A_BATCH, batchStallTime: 0 };
    super(rpc.url, undefined, { staticNetwork: network, ...batches, cacheTimeout: -1 });
    this.rpc = rpc;
  }

  override async _send(payload: Payload | Payload[]) {
    return (await this.rpc.send(Array.isArray(payload) ? payload : [payload])) as never;
  }
}

/** Throws an AuditProblem when nobody answers, or when the block is not there yet. */
export async function connect(url: string, wantedBlock?: number, tries?: number): Promise<Chain> {
  const rpc = new Rpc(url, tries);
  const { chainId, head } = await greet(rpc);
  const block = wantedBlock ?? head;
  if (block > head) throw new AuditProblem(`The chain at ${url} is at block ${head}: block ${block} is not there yet.`);

  const [{ hash }] = (await blocksOf(rpc, [block])) as [Block];
  const provider = new PatientProvider(rpc, Network.from(chainId));
  const ask: Chain["ask"] = async (contract, address, name, ...args) => {
    const abi = interfaces[contract];
    try {
      const data = await provider.call({ to: address, data: abi.encodeFunctionData(name, args), blockTag: block });
      return data === "0x" ? undefined : abi.decodeFunctionResult(name, data);
    } catch (error) {
      if ((error as { code?: string }).code === "CALL_EXCEPTION") return undefined;
      throw error;
    }
  };
  return {
    provider,
    rpc,
    chainId,
    block,
    blockHash: hash,
    ask,
    word: async (address, slot) => BigInt(await provider.getStorage(address, slot, block)),
    hasCode: async (address, at = block) => (await provider.getCode(address, at)) !== "0x",
  };
}

/** Maps a list through questions to the chain, a bounded number at a time, in order. */
export async function askAll<T, R>(list: readonly T[], question: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let i = 0; i < list.length; i += CONCURRENCY) {
    answers.push(...(await Promise.all(list.slice(i, i + CONCURRENCY).map(question))));
  }
  return answers;
}

async function greet(rpc: Rpc): Promise<{ chainId: bigint; head: number }> {
  try {
    const [chainId, head] = await Promise.all([rpc.call("eth_chainId", []), rpc.call("eth_blockNumber", [])]);
    return { chainId: BigInt(chainId as string), head: Number(head) };
  } catch (error) {
    throw new AuditProblem(`No Ethereum RPC answers at ${rpc.url} (${causeOf(error)}).`);
  }
}

/** Both halves of the Assembly declare some of the same items. */
function withoutKnown(
  abi: readonly { type: string; name?: string }[],
  known: readonly { type: string; name?: string }[],
) {
  return abi.filter((item) => !known.some(({ type, name }) => type === item.type && name === item.name));
}

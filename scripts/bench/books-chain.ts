// A co-op with many events on a real chain over HTTP: rides that are booked and countersigned, and money that comes in.
import hre from "hardhat";
import {
  type Address,
  encodeFunctionData,
  type Hex,
  maxUint256,
  numberToHex,
  parseEventLogs,
  type RpcLog,
  zeroHash,
} from "viem";
import { formatLog } from "viem/utils";
import { jobMarketAbi, treasuryAbi } from "../../books/abi.ts";
import { acceptedJob, type Job, JobKind, offeredJob } from "../../books/job.ts";
import { ClassKind, NO_PERMIT } from "../deploy/charter.ts";
import { foundCoop } from "../deploy/found.ts";
import { startLocalChain } from "../lib/local-chain.ts";
import { type Bench, benchOn, EURO, entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";
import { enter } from "./enter.ts";

const FOUNDERS = 12;
/** Of the second class, who join after the founding. */
const RIDERS = 30;
/** Rides booked in one block and countersigned in the next. */
const RIDES_AT_ONCE = 200;
const EVENTS_OF_A_RIDE = 6;
const GAS = 600_000;
const FEES = { maxFeePerGas: numberToHex(10n ** 11n), maxPriorityFeePerGas: numberToHex(1n) };
const METRES = 4_000;
const OPERATING = 1;

export type BusyCoop = {
  rpcUrl: string;
  directory: Address;
  events: number;
  blocks: number;
  /** One transaction more, with an event; its hash, once it is in a block. */
  act: () => Promise<string>;
  stop: () => Promise<void>;
};

/** Lives until there are at least so many events. */
export async function busyCoop(events: number): Promise<BusyCoop> {
  const chain = await startLocalChain(hre, 0, new Date());
  const provider = chain.connection.provider;
  const ask = (method: string, ...params: unknown[]) => provider.request({ method, params });
  const bench = await benchOn(chain.connection as never);
  const coop = await foundWith(bench);
  const { ride, act } = await rides(bench, coop, ask);
  await ask("evm_setBlockGasLimit", numberToHex(RIDES_AT_ONCE * GAS * 2));
  await ask("evm_setAutomine", false);
  let made = 0;
  while (made < events) made += await ride();
  const blocks = Number(await ask("eth_blockNumber"));
  return { rpcUrl: chain.rpcUrl, directory: coop.directory, events: made, blocks, act, stop: chain.stop };
}

async function foundWith(bench: Bench) {
  const kinds = [ClassKind.Worker, ClassKind.User, ClassKind.Supporter, ClassKind.Investor];
  const charter = await benchCharter(bench, kinds, FOUNDERS);
  return foundCoop(bench.client as never, entry(bench.wallets, 0) as never, bench.factory.address, charter);
}

/** Every `ride` books and countersigns rides of one driver and every rider, and returns how many events that made. */
async function rides(
  bench: Bench,
  coop: Awaited<ReturnType<typeof foundWith>>,
  ask: (method: string, ...params: unknown[]) => Promise<unknown>,
) {
  const { euro, wallets, viem } = bench;
  const address = (i: number) => entry(wallets, i).account.address;
  const riders = Array.from({ length: RIDERS }, (_, i) => address(FOUNDERS + i));
  for (let i = 0; i < RIDERS; i++) await enter(bench, coop.register, FOUNDERS + i, 1);
  const driver = address(0);
  for (const account of [...riders, driver]) {
    await euro.write.mint([account, 10n ** 15n]);
    await euro.write.approve([coop.market, maxUint256], { account });
  }
  await euro.write.approve([coop.treasury, maxUint256], { account: driver });
  const market = await viem.getContractAt("JobMarket", coop.market);
  const of = { provider: driver, kind: JobKind.Ride, terms: 1, fare: 20n * EURO, passThrough: EURO, lasts: 7_200 };
  await market.write.post([of.kind, of.fare, of.passThrough, of.lasts, of.terms, zeroHash], { account: driver });
  const book = encodeFunctionData({
    abi: jobMarketAbi,
    functionName: "book",
    args: [1n, of, EURO, zeroHash, NO_PERMIT],
  });
  const nonces = new Map<string, number>();
  for (const from of [...riders, driver])
    nonces.set(from.toLowerCase(), Number(await ask("eth_getTransactionCount", from, "latest")));
  // All is said, so that the chain does not run what is pending to find it out.
  const send = (from: Address, to: Address, data: Hex) => {
    const nonce = nonces.get(from.toLowerCase()) ?? 0;
    nonces.set(from.toLowerCase(), nonce + 1);
    return ask("eth_sendTransaction", { from, to, data, gas: numberToHex(GAS), nonce: numberToHex(nonce), ...FEES });
  };
  const deposit = encodeFunctionData({
    abi: treasuryAbi,
    functionName: "deposit",
    args: [OPERATING, euro.address, EURO, zeroHash],
  });
  const act = async () => {
    const tx = String(await send(driver, coop.treasury, deposit));
    await ask("evm_mine");
    return tx;
  };
  const ride = async () => {
    for (let i = 0; i < RIDES_AT_ONCE; i++) await send(entry(riders, i % riders.length), coop.market, book);
    await send(driver, coop.treasury, deposit);
    await ask("evm_mine");
    const jobs = await acceptedIn(coop.market, ask);
    for (const [id, job] of jobs) {
      const data = encodeFunctionData({ abi: jobMarketAbi, functionName: "confirm", args: [id, job, METRES] });
      await send(job.customer, coop.market, data);
    }
    await ask("evm_mine");
    if (jobs.size !== RIDES_AT_ONCE) throw new Error(`Of ${RIDES_AT_ONCE} rides ${jobs.size} were booked.`);
    return jobs.size * EVENTS_OF_A_RIDE + 1;
  };
  return { ride, act };
}

/** The jobs that the newest block began. */
async function acceptedIn(address: Address, ask: (method: string, ...params: unknown[]) => Promise<unknown>) {
  const { timestamp } = (await ask("eth_getBlockByNumber", "latest", false)) as { timestamp: Hex };
  const raw = (await ask("eth_getLogs", { address, fromBlock: "latest", toBlock: "latest" })) as RpcLog[];
  const jobs = new Map<bigint, Job>();
  for (const log of parseEventLogs({ abi: jobMarketAbi, logs: raw.map((log) => formatLog(log)) as never })) {
    if (log.eventName === "JobOffered") jobs.set(log.args.jobId, offeredJob(log.args));
    if (log.eventName !== "JobAccepted") continue;
    const job = jobs.get(log.args.jobId);
    if (job) jobs.set(log.args.jobId, acceptedJob(job, log.args, Number(timestamp)));
  }
  return jobs;
}

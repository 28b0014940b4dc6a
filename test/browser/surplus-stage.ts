// Rides, a period that ends, and a surplus that the Assembly declares: on the chain behind the pages.
import {
  type Address,
  createPublicClient,
  encodeFunctionData,
  type Hex,
  http,
  parseEventLogs,
  zeroAddress,
  zeroHash,
} from "viem";
import { jobMarketAbi, surplusAbi } from "../../books/abi.ts";
import { JobKind } from "../../books/job.ts";
import { NO_PERMIT } from "../../dapp/src/shared/act/permit.ts";
import type { LivingCoop } from "../../scripts/demo/living-coop.ts";
import { approve, mint } from "../../scripts/demo/test-euro.ts";
import { account, type Call, type World } from "../../scripts/demo/world.ts";
import { DAY } from "../../scripts/deploy/charter.ts";
import { JobLog } from "../../scripts/lib/job-log.ts";

type Rpc = (method: string, params: unknown[]) => Promise<unknown>;
export type Behind = { world: Pick<World, "coop" | "euro" | "accounts">; rpc: Rpc; rpcUrl: string };

export const behind = ({ world, chain, rpcUrl }: LivingCoop): Behind => ({
  world,
  rpcUrl,
  rpc: (method, params) => chain.connection.provider.request({ method, params } as never),
});

const clientOf = ({ rpcUrl }: Behind) => createPublicClient({ transport: http(rpcUrl), pollingInterval: 50 });

async function send(stage: Behind, call: Call) {
  const hash = (await stage.rpc("eth_sendTransaction", [call])) as Hex;
  return clientOf(stage).waitForTransactionReceipt({ hash });
}

/** A ride from offer to countersignature: places of provider and customer, who pays what the node mints for it. */
export async function ride(stage: Behind, provider: number, customer: number, fare: bigint): Promise<void> {
  const { world } = stage;
  const { market } = world.coop;
  const client = clientOf(stage);
  const [from, to] = [account(world, customer), account(world, provider)];
  const log = new JobLog(client, market);
  const act = async (by: Address, functionName: "offer" | "accept" | "confirm", args: readonly unknown[]) =>
    send(stage, {
      from: by,
      to: market,
      data: encodeFunctionData({ abi: jobMarketAbi, functionName, args: args as never }),
    });
  await send(stage, mint(world.euro, from, fare));
  await send(stage, approve(world.euro, from, market, fare));
  const now = Number((await client.getBlock()).timestamp);
  const asked = {
    provider: zeroAddress,
    kind: JobKind.Task,
    fare,
    passThrough: 0n,
    tip: 0n,
    acceptBy: now + DAY,
    doBy: now + 2 * DAY,
    details: zeroHash,
  };
  const jobId = await log.follow(await act(from, "offer", [asked, NO_PERMIT]));
  const terms = await client.readContract({ address: market, abi: jobMarketAbi, functionName: "currentTerms" });
  await log.follow(await act(to, "accept", [jobId, log.of(jobId), terms]));
  await act(from, "confirm", [jobId, log.of(jobId), 0]);
}

/** Lets the time of the running period pass. */
export async function passPeriod(stage: Behind): Promise<void> {
  const address = stage.world.coop.surplus;
  const client = clientOf(stage);
  const until = await client.readContract({ address, abi: surplusAbi, functionName: "closesAt" });
  const { timestamp } = await client.getBlock();
  if (until > timestamp) await stage.rpc("evm_increaseTime", [Number(until - timestamp)]);
  await stage.rpc("evm_mine", []);
}

/** Lets it pass and closes the period; returns its number. */
export async function endPeriod(stage: Behind): Promise<number> {
  await passPeriod(stage);
  const address = stage.world.coop.surplus;
  const data = encodeFunctionData({ abi: surplusAbi, functionName: "close" });
  const receipt = await send(stage, { from: account(stage.world, 0), to: address, data });
  const [told] = parseEventLogs({ abi: surplusAbi, eventName: "PeriodClosed", logs: receipt.logs });
  if (!told) throw new Error("No period was closed.");
  return told.args.period;
}

/** As if a resolution had been carried out. */
export async function declare(stage: Behind, period: number, surplus: bigint): Promise<void> {
  const { assembly, surplus: to } = stage.world.coop;
  await stage.rpc("hardhat_impersonateAccount", [assembly]);
  await stage.rpc("hardhat_setBalance", [assembly, "0xde0b6b3a7640000"]);
  const data = encodeFunctionData({ abi: surplusAbi, functionName: "declare", args: [period, surplus, 0] });
  await send(stage, { from: assembly, to, data });
  await stage.rpc("hardhat_stopImpersonatingAccount", [assembly]);
}

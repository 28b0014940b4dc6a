// Plays the story of the ride co-op on a fresh chain, from its founding to the present.
import type { NetworkConnection } from "hardhat/types/network";
import { type Address, encodeFunctionData, type Hash, toHex } from "viem";
import { auditRegisterAbi } from "../../books/abi.ts";
import { DAY, founder } from "../deploy/charter.ts";
import { type Addresses, foundCoop } from "../deploy/found.ts";
import { applicantsHappen } from "./applicants.ts";
import { type KeyAct, keyCalls } from "./ballot-keys.ts";
import { boardHappens } from "./board.ts";
import { bondsHappen } from "./bonds.ts";
import { spendingHappens } from "./budgets.ts";
import { rideCoopCharter } from "./charter.ts";
import { draftHappens, proposalHappens, puttingAgain } from "./decisions.ts";
import { incomeHappens } from "./income.ts";
import { JobCalls } from "./job-calls.ts";
import { marketHappens } from "./market.ts";
import { membersHappen } from "./members.ts";
import { BOARD, FOUNDED_DAYS_AGO, GUARDIAN, Outsider, roster, TREASURER } from "./people.ts";
import { pollsHappen } from "./polls.ts";
import { commons } from "./proposals/commons.ts";
import { decided, putAgain } from "./proposals/decided.ts";
import { drafts, running } from "./proposals/running.ts";
import { declarations } from "./proposals/surplus.ts";
import { proxiesHappen } from "./proxies.ts";
import { seeded } from "./random.ts";
import { recoveriesHappen } from "./recoveries.ts";
import { rentsHappen } from "./rents.ts";
import { reserveHappens } from "./reserve.ts";
import { sharesHappen } from "./shares.ts";
import { surplusHappens } from "./surplus.ts";
import { account, type Call, commitmentOf, type Happening, type Opinion, type World } from "./world.ts";

const STORY = 1844;
const POLLS = 1845;
const COMMONS = 1846;
const SURPLUS = 1847;
const MARKET = 1848;
/** Enough for every call of the story; without it each would be tried beforehand to find out. */
const GAS = toHex(15_000_000);

/** When the chain must begin, so that the founding lies behind it. */
export function firstBlockDate(now = Date.now()): Date {
  return new Date(now - (FOUNDED_DAYS_AGO + 1) * DAY * 1_000);
}

export type Deployed = { factory: Address; euro: Address };

/** Deploys the code and the test money with Ignition. The modules read what was compiled, so they are loaded here. */
export async function deploy({ ignition, provider }: NetworkConnection): Promise<Deployed> {
  const accounts = (await provider.request({ method: "eth_accounts" })) as Address[];
  const defaultSender = accounts[Outsider.deployer];
  const { default: RochdaleModule } = await import("../deploy/rochdale.ts");
  const { default: TestEuroModule } = await import("../deploy/testEuro.ts");
  const { factory } = await ignition.deploy(RochdaleModule, { defaultSender });
  const { euro } = await ignition.deploy(TestEuroModule, { defaultSender });
  return { factory: factory.address, euro: euro.address };
}

/** Founds the co-op in the past and lives it up to now. */
export async function seed(connection: NetworkConnection, { factory, euro }: Deployed): Promise<World> {
  const now = Math.floor(Date.now() / 1_000);
  const accounts = (await connection.provider.request({ method: "eth_accounts" })) as Address[];
  const coop = await found(connection, factory, euro, accounts, now - FOUNDED_DAYS_AGO * DAY);
  const world: World = { now, coop, euro, accounts };
  await play(connection, world);
  await setTime(connection, Math.floor(Date.now() / 1_000));
  await connection.provider.request({ method: "evm_mine" });
  return world;
}

async function found(
  connection: NetworkConnection,
  factory: Address,
  euro: Address,
  accounts: readonly Address[],
  at: number,
): Promise<Addresses> {
  const of = (place: number) => account({ accounts }, place);
  const founders = roster()
    .filter(({ joinedDaysAgo }) => joinedDaysAgo === FOUNDED_DAYS_AGO)
    .map((person) => ({ ...founder(of(person.account), person.class), commitment: commitmentOf(person.account) }));
  const charter = rideCoopCharter(
    {
      founders,
      board: BOARD.map(of),
      auditor: of(Outsider.elif),
      arbiter: of(Outsider.mira),
      treasurer: of(TREASURER),
      guardian: of(GUARDIAN),
      body: of(Outsider.foundation),
    },
    euro,
    at,
  );
  const client = await connection.viem.getPublicClient();
  const wallet = await connection.viem.getWalletClient(of(Outsider.deployer));
  await setTime(connection, at);
  return foundCoop(client as never, wallet as never, factory, charter);
}

/** Everything that happened since, in the order of time. */
export function happenings(world: World): Happening[] {
  const people = roster();
  const random = seeded(STORY);
  const [ofCommons, ofSurplus] = [seeded(COMMONS), seeded(SURPLUS)];
  const again = decided.find(({ key }) => key === putAgain.of);
  const all = [
    ...membersHappen(world, people, random),
    ...applicantsHappen(world),
    ...recoveriesHappen(world),
    ...boardHappens(world),
    ...sharesHappen(world),
    ...reserveHappens(world),
    ...incomeHappens(world, random),
    ...[...decided, ...running].flatMap((proposal) => proposalHappens(world, people, proposal, random)),
    ...commons.flatMap((proposal) => proposalHappens(world, people, proposal, ofCommons)),
    ...declarations.flatMap((proposal) => proposalHappens(world, people, proposal, ofSurplus)),
    ...marketHappens(world, people, seeded(MARKET)),
    ...surplusHappens(world),
    ...bondsHappen(world),
    ...rentsHappen(world),
    ...spendingHappens(world),
    ...drafts.flatMap((draft) => draftHappens(world, people, draft, random)),
    ...proxiesHappen(world),
    ...pollsHappen(world, people, seeded(POLLS)),
    ...(again ? [puttingAgain(world, again, putAgain.noticeDaysAgo)] : []),
  ];
  return all.sort((a, b) => a.at - b.at);
}

/** One transaction, one block, at its own moment. */
async function play(connection: NetworkConnection, world: World): Promise<void> {
  const client = await connection.viem.getPublicClient();
  const calls = new JobCalls(connection, client, world);
  let last = 0;
  for (const happening of happenings(world)) {
    last = Math.max(happening.at, last + 1);
    await setTime(connection, last);
    if ("keys" in happening) {
      for (const call of await keyCalls(client, world, happening.keys)) {
        await send(connection, call);
        await setTime(connection, ++last);
      }
      continue;
    }
    const hash = await send(connection, await callOf(connection, calls, happening));
    if ("market" in happening) await calls.heard(happening.market, hash);
  }
}

function callOf(
  connection: NetworkConnection,
  calls: JobCalls,
  happening: Exclude<Happening, { keys: KeyAct }>,
): Promise<Call> | Call {
  if ("call" in happening) return happening.call;
  return "opinion" in happening ? opinionOf(connection, happening.opinion) : calls.callOf(happening.market);
}

const send = ({ provider }: NetworkConnection, call: Call) =>
  provider.request({ method: "eth_sendTransaction", params: [{ ...call, gas: GAS }] }) as Promise<Hash>;

/** An opinion on the books at the newest block. */
async function opinionOf(connection: NetworkConnection, { from, to, report, opinion }: Opinion): Promise<Call> {
  const { number, hash } = await (await connection.viem.getPublicClient()).getBlock();
  const args = [number, hash, report, opinion] as const;
  return { from, to, data: encodeFunctionData({ abi: auditRegisterAbi, functionName: "fileOpinion", args }) };
}

/** When the next block is. */
export async function setTime({ provider }: NetworkConnection, seconds: number): Promise<void> {
  await provider.request({ method: "evm_setNextBlockTimestamp", params: [seconds] });
}

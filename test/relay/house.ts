// A co-op whose chain answers over HTTP, members with keys of their own, and a relay in front of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address, Hex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import type { Receipt, ReceiptState, RelayedBallot } from "../../books/relay.ts";
import { ballotToSign } from "../../books/signed-ballot.ts";
import { type Relay, startRelay } from "../../relay/relay.ts";
import type { Settings } from "../../relay/settings.ts";
import { type Database, openDatabase } from "../../relay/store/database.ts";
import { atTheEnd } from "../../scripts/lib/at-the-end.ts";
import { type Falsify, serveRpc } from "../audit/rpc-proxy.ts";
import { commitment, minute, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, wholeAssemblyAbi } from "../helpers/coop.ts";
import { EAGER, RELAY_KEY, storeAt } from "./stand.ts";

/** Keys for tests only. */
export const keyOf = (i: number): Hex => `0x${(0xa110_0000n + BigInt(i)).toString(16).padStart(64, "0")}`;
export const memberOf = (i: number): PrivateKeyAccount => privateKeyToAccount(keyOf(i));
export const RELAY = privateKeyToAccount(RELAY_KEY).address;
const COIN = 10n ** 20n;
const MEMBERS = 12;

export type Answer = { status: number; code?: string; error?: string; id?: string; receipt?: Receipt };

/** A co-op of the standard charter whose members 0 to 11 have keys, besides its founders. */
export async function relayHouse(members = MEMBERS) {
  const { chain, coop } = await coopWith();
  for (let i = 0; i < members; i++) await coop.admit(memberOf(i).address, i % 3, commitment(i));
  await chain.networkHelpers.setBalance(RELAY, COIN);
  await chain.networkHelpers.mine();
  return { chain, coop };
}

let texts = 0;

/** A vote that is open for long. */
export async function openVote(chain: Chain, coop: Coop) {
  texts += 1;
  const step = resolution(chain, coop, [minute(coop, `matter ${texts}`)], `Motion ${texts}`);
  const id = await step.propose();
  await step.toOpening();
  await chain.networkHelpers.mine();
  return { id, step };
}

export async function ballotOf(coop: Coop, id: bigint, i: number, support: number): Promise<RelayedBallot> {
  const voter = memberOf(i);
  const signature = await voter.signTypedData(ballotToSign(coop.assembly, 31_337, id, support));
  return { kind: "key", proposal: String(id), support, voter: voter.address.toLowerCase() as Address, signature };
}

type Options = { settings?: Partial<Settings>; falsify?: Falsify; folder?: string; room?: number | undefined };
export type Stand = Awaited<ReturnType<typeof relayAt>>;

/** A relay on a folder of its own; `falsify` stands between it and the chain. */
export async function relayAt(chain: Chain, coop: Coop, { settings = {}, falsify, folder, room }: Options = {}) {
  const rpc = await serveRpc(chain.connection.provider as never, falsify);
  const store = folder ? { ...storeAt(folder), ...(room !== undefined && { room }) } : await sharedStore();
  const complaints: string[] = [];
  const options = {
    rpcUrl: rpc.url,
    directory: coop.directory,
    key: RELAY_KEY,
    settings: { ...EAGER, ...settings },
    store,
    host: "127.0.0.1",
    port: 0,
    complain: (line: string) => complaints.push(line),
  };
  let relay: Relay = await startRelay(options);
  await relay.ready();
  const ask = async (path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${relay.url}${path}`, {
      ...(body !== undefined && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  return {
    complaints,
    rpcUrl: rpc.url,
    get relay() {
      return relay;
    },
    ask,
    hand: (paper: unknown) => ask("/papers", paper),
    stateOf: async (id = "") => (await ask(`/receipts/${id}`)) as unknown as { state: ReceiptState; transaction: Hex },
    look: () => relay.look(),
    restart: async () => {
      await relay.stop();
      relay = await startRelay(options);
      await relay.ready();
    },
    stop: async () => {
      await relay.stop();
      await rpc.close();
    },
  };
}

const folders: string[] = [];
let empty: Promise<string> | undefined;
let shared: Database | undefined;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "relay-"));
  folders.push(folder);
  return folder;
}

/** A folder with an empty store, to be copied: making one takes seconds. */
export function emptyStore(): Promise<string> {
  empty ??= (async () => {
    const folder = newFolder();
    await (await openDatabase({ folder })).close();
    return folder;
  })();
  return empty;
}

/**
 * One open store for the relays of all tests, emptied for each: opening one takes longer than most tests. With DATABASE_URL it is on
 * that server, and whatever a relay kept there is lost.
 */
async function sharedStore(): Promise<Database> {
  shared ??= await openDatabase(storeAt(process.env.DATABASE_URL ?? newFolder()));
  await shared.query("drop table if exists house, papers, attempts, sendings");
  return { ...shared, close: async () => {} };
}

atTheEnd(async () => {
  await shared?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What the Assembly counts for the vote, over all classes, by position. */
export async function votesOf(coop: Coop, id: bigint): Promise<number[]> {
  const tallies = await coop.deskContract.read.tally([id]);
  return [0, 1, 2, 3].map((position) => tallies.reduce((sum, { votes }) => sum + at(votes, position), 0));
}

export const direct = async (chain: Chain, coop: Coop, id: bigint, i: number, support: number) => {
  const voter = memberOf(i).address;
  await chain.networkHelpers.impersonateAccount(voter);
  await chain.networkHelpers.setBalance(voter, COIN);
  const wallet = await chain.viem.getWalletClient(voter);
  await wallet.writeContract({
    address: coop.assembly,
    abi: wholeAssemblyAbi,
    functionName: "castVote",
    args: [id, support],
  });
};

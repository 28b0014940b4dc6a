// One measurement: a relay in a process of its own takes a ballot of every member, then brings all of them to the chain.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { hexToBytes, parseEther, toHex } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import { assemblyLobbyAbi } from "../../books/abi.ts";
import { BALLOT_TAG, ballotBytes } from "../../books/ballot-key.ts";
import type { RelayAnswer, RelayedBallot, RelayedKeyBallot, RelayedPaper } from "../../books/relay.ts";
import { ballotToSign } from "../../books/signed-ballot.ts";
import { entry } from "./chain.ts";
import { multiplesOf } from "./planted-keys.ts";
import { memberOf, type RelayHouse } from "./relay-house.ts";

const KEY = toHex(0xb0a7, { size: 32 });
const HOLD = 3_600;
const IN_ONE = 50;
const REQUESTS_AT_ONCE = 16;
/** Against, for and abstain, a third each. */
const POSITIONS = 3;

export type BallotKind = "key" | "bls";

export async function measureRelay(house: RelayHouse, kind: BallotKind, members: number) {
  const { provider } = house.chain.connection;
  await provider.request({
    method: "hardhat_setBalance",
    params: [privateKeyToAddress(KEY), toHex(parseEther("1000"))],
  });
  const id = await house.openVote();
  const papers = await (kind === "key" ? signedByWallets : signedByKeys)(house, id, members);
  const folder = mkdtempSync(join(tmpdir(), "bench-relay-"));
  const relay = await startProcess(house, folder);
  try {
    const started = performance.now();
    await handInAll(relay.url, papers);
    const accepting = (performance.now() - started) / 1_000;
    await house.networkHelpers.time.increase(HOLD);
    const released = performance.now();
    const gas = await counted(relay.url, members);
    const posting = (performance.now() - released) / 1_000;
    return {
      kind,
      members,
      acceptedPerSecond: Math.round(members / accepting),
      secondsToPost: Number(posting.toFixed(1)),
      gasPerBallot: Math.round(gas / members),
    };
  } finally {
    relay.process.kill("SIGTERM");
    await relay.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

const supportOf = (i: number) => i % POSITIONS;
const numbers = (count: number) => [...Array(count).keys()];

function signedByWallets({ coop }: RelayHouse, id: bigint, members: number): Promise<RelayedBallot[]> {
  return Promise.all(
    numbers(members).map(async (i) => {
      const [voter, support] = [memberOf(i), supportOf(i)];
      const signature = await voter.signTypedData(ballotToSign(coop.assembly, 31_337, id, support));
      return { kind: "key", proposal: String(id), support, voter: voter.address, signature };
    }),
  );
}

/** With the secrets 1, 2, 3, and so on: what a signature costs to check does not depend on it. */
async function signedByKeys({ coop, client }: RelayHouse, id: bigint, members: number): Promise<RelayedKeyBallot[]> {
  const { assembly } = coop;
  const contract = { address: assembly, abi: assemblyLobbyAbi } as const;
  const roll = await client.readContract({ ...contract, functionName: "rollOf", args: [id] });
  const keys = multiplesOf(bls12_381.G1.Point.BASE, members);
  const signatures = numbers(POSITIONS).map((position) => {
    const message = ballotBytes({ chainId: 31_337, assembly, proposalId: id, roll, position });
    const hash = bls12_381.longSignatures.hash(hexToBytes(message), BALLOT_TAG);
    return multiplesOf(hash, members, (i) => supportOf(i) === position);
  });
  return numbers(members).map((i) => {
    const [support, voter] = [supportOf(i), memberOf(i).address];
    const signature = entry(entry(signatures, support), i);
    return { kind: "bls", proposal: String(id), support, voter, key: entry(keys, i), signature };
  });
}

async function startProcess({ chain, coop }: RelayHouse, folder: string) {
  const args = ["scripts/relay.ts", "--rpc", chain.rpcUrl, "--coop", coop.directory, "--port", "0", "--folder", folder];
  const limits = {
    RELAY_HOLD: HOLD,
    RELAY_FULL: 1e9,
    RELAY_DEPTH: 1,
    RELAY_TICK: 100,
    RELAY_RATE: 1e6,
    RELAY_BURST: 1e6,
  };
  const settings = Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, String(value)]));
  const relay: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...settings, RELAY_KEY: KEY, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => relay.once("exit", () => resolve()));
  let told = "";
  for await (const chunk of relay.stdout ?? []) {
    told += chunk;
    const url = /http:\S+/.exec(told)?.[0];
    if (url) return { url, process: relay, ended };
  }
  throw new Error(`The relay did not start: ${told}`);
}

async function handInAll(url: string, papers: readonly RelayedPaper[]): Promise<void> {
  const parts = [...Array(Math.ceil(papers.length / IN_ONE)).keys()];
  const send = async () => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      const answer = await fetch(`${url}/papers`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ papers: papers.slice(part * IN_ONE, (part + 1) * IN_ONE) }),
      });
      const { answers } = (await answer.json()) as { answers: RelayAnswer[] };
      for (const one of answers) if ("error" in one) throw new Error(one.error);
    }
  };
  await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, send));
}

/** Resolves to the gas of all when the chain has counted so many. */
async function counted(url: string, members: number): Promise<number> {
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const figure = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
    if (figure("relay_papers_counted_total") >= members) return figure("relay_gas_used_total");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

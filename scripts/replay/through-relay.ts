// The recorded ballots through a relay: each is signed and handed in, a change of mind in the place of what it changes, and the
// relay posts what stands at the end.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Hex, parseEther, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { RelayAnswer, RelayedBallot } from "../../books/relay.ts";
import { ballotToSign } from "../../books/signed-ballot.ts";
import { type Relay, startRelay } from "../../relay/relay.ts";
import { DEFAULTS } from "../../relay/settings.ts";
import { HOST } from "../lib/ports.ts";
import { type Electorate, keyOf } from "./electorate.ts";
import type { Ballot } from "./votes-file.ts";

/** Of the relay's account on a chain that ends with the replay. */
const KEY: Hex = toHex(0xb0a7, { size: 32 });
const HOLD = 3_600;
const AT_ONCE = 200;
const LOOKS = 1_000;

/** Sentences about the ballots that the relay refused or did not bring to the chain. */
export async function relayAll(
  { served: chain, coop }: Electorate,
  ballots: readonly Ballot[],
  ids: ReadonlyMap<number, bigint>,
  say: (line: string) => void,
): Promise<string[]> {
  if (!chain) throw new Error("A relay needs a chain that is served over HTTP.");
  const folder = mkdtempSync(join(tmpdir(), "replay-relay-"));
  const relay = await startRelay({
    rpcUrl: chain.rpcUrl,
    directory: coop.directory,
    key: KEY,
    store: { folder },
    settings: {
      ...DEFAULTS,
      hold: HOLD,
      full: Number.MAX_SAFE_INTEGER,
      depth: 1,
      tick: 3_600_000,
      rate: 1e6,
      burst: 1e6,
    },
    host: HOST,
    port: 0,
    complain: say,
  });
  try {
    const { provider } = chain.connection;
    await provider.request({ method: "hardhat_setBalance", params: [relay.address, toHex(parseEther("1000"))] });
    await relay.ready();
    const refused = await handInAll(relay, coop.assembly, ballots, ids);
    say(`Handed ${ballots.length} ballots to the relay; it refused ${refused.length}.`);
    await provider.request({ method: "evm_increaseTime", params: [HOLD] });
    await provider.request({ method: "evm_mine", params: [] });
    const left = await postAll(relay);
    const sent = await provider.request({ method: "eth_getTransactionCount", params: [relay.address, "latest"] });
    say(
      `The relay posted them in ${Number(sent)} transactions, ${relay.metrics.of("relay_gas_used_total")} gas in all.`,
    );
    return left === 0 ? refused : [...refused, `${left} ballots did not come to the chain.`];
  } finally {
    await relay.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function handInAll(
  relay: Relay,
  assembly: `0x${string}`,
  ballots: readonly Ballot[],
  ids: ReadonlyMap<number, bigint>,
): Promise<string[]> {
  const refused: string[] = [];
  for (let start = 0; start < ballots.length; start += AT_ONCE) {
    const some = ballots.slice(start, start + AT_ONCE);
    const papers = await Promise.all(some.map((ballot) => sign(ballot, assembly, ids.get(ballot.proposal) ?? 0n)));
    const answer = await fetch(`${relay.url}/papers`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ papers }),
    });
    const { answers } = (await answer.json()) as { answers: RelayAnswer[] };
    for (const [i, { proposal, voter, line }] of some.entries()) {
      const one = answers[i];
      if (!one || "error" in one) {
        refused.push(`Proposal ${proposal}: the ballot of voter ${voter} (line ${line}) was refused: ${one?.error}`);
      }
    }
  }
  return refused;
}

async function sign({ voter, position }: Ballot, assembly: `0x${string}`, proposal: bigint): Promise<RelayedBallot> {
  const account = privateKeyToAccount(keyOf(voter));
  const signature = await account.signTypedData(ballotToSign(assembly, CHAIN_ID, proposal, position));
  return { kind: "key", proposal: String(proposal), support: position, voter: account.address, signature };
}

const CHAIN_ID = 31_337;

/** Looks until nothing waits or is on its way; how many still do after too many looks. */
async function postAll(relay: Relay): Promise<number> {
  let left = 0;
  for (let look = 0; look < LOOKS; look++) {
    await relay.look();
    await relay.gather();
    left = ["waiting", "sent"].reduce((sum, state) => sum + relay.metrics.of(`relay_papers{state="${state}"}`), 0);
    if (left === 0) break;
  }
  return left;
}

// Members' ballot keys in tests: registered, packed, and what they sign together.
import { concatHex, type Hex, parseEventLogs } from "viem";
import { assemblyLobbyAbi } from "../../books/abi.ts";
import {
  addSignatures,
  type BallotToSign,
  ballotKeyOf,
  type Named,
  packNamed,
  proveKey,
  signBallot,
} from "../../scripts/lib/ballot-keys.ts";
import type { Chain, Coop } from "./coop.ts";
import { account, memberOf } from "./motions.ts";

/** A secret made of a small number, which is quick to sign with. */
export function secretOf(n: number): Uint8Array {
  const secret = new Uint8Array(32);
  new DataView(secret.buffer).setUint32(28, n);
  return secret;
}

/** `wallets[as]` registers the key of secret `n`. */
export async function registerKey(chain: Chain, coop: Coop, as: number, n = as + 1): Promise<Hex> {
  const { id: memberId } = await memberOf(chain, coop, as);
  const own = account(chain, as);
  const key = ballotKeyOf(secretOf(n));
  const chainId = await chain.client.getChainId();
  const of = { chainId, ballotKeys: coop.ballotKeys, memberId, account: own.address, key };
  const call = [own.address, key, proveKey(of, secretOf(n)), 0n, "0x"] as const;
  await coop.keysContract.write.register(call, { account: own });
  return key;
}

/** These members register the keys of their numbers, and all is packed, class by class. */
export async function keyed(chain: Chain, coop: Coop, members: readonly number[]): Promise<void> {
  for (const as of members) await registerKey(chain, coop, as);
  await packAll(chain, coop, members);
}

export async function packAll(chain: Chain, coop: Coop, members: readonly number[]): Promise<void> {
  const placed = await Promise.all(members.map(async (as) => ({ as, ...(await memberOf(chain, coop, as)) })));
  placed.sort((a, b) => a.seat - b.seat);
  for (const page of Map.groupBy(placed, ({ seat }) => seat >>> 7).values()) {
    await coop.keysContract.write.pack([concatHex(page.map(({ as }) => ballotKeyOf(secretOf(as + 1))))]);
  }
}

/** Where these members' packed keys stand now. */
export async function namedOf(chain: Chain, coop: Coop, members: readonly number[]): Promise<Named[]> {
  const named: { sheet: number; seats: number[] }[] = [];
  for (const as of members) {
    const { id, seat } = await memberOf(chain, coop, as);
    const { sheet } = await coop.keysContract.read.keyRecord([await coop.keysContract.read.keyOf([id])]);
    const there = named.find((n) => n.sheet === sheet);
    if (there) there.seats.push(seat & 127);
    else named.push({ sheet, seats: [seat & 127] });
  }
  return named;
}

/** The ballot on a proposal, as its members sign it. */
export async function ballotOn(chain: Chain, coop: Coop, proposalId: bigint, position: number): Promise<BallotToSign> {
  const roll = await coop.lobbyContract.read.rollOf([proposalId]);
  return { chainId: await chain.client.getChainId(), assembly: coop.assembly, proposalId, roll, position };
}

/** One signature of these secrets on a ballot. */
export const signedBy = (ballot: BallotToSign, secrets: readonly number[]): Hex =>
  addSignatures(secrets.map((n) => signBallot(ballot, secretOf(n))));

export type Aggregate = { named: Hex; signature: Hex };

/** The aggregate of these members, with the keys of their numbers. */
export async function aggregateOf(
  chain: Chain,
  coop: Coop,
  proposalId: bigint,
  position: number,
  members: readonly number[],
): Promise<Aggregate> {
  const signature = signedBy(
    await ballotOn(chain, coop, proposalId, position),
    members.map((as) => as + 1),
  );
  return { named: packNamed(await namedOf(chain, coop, members)), signature };
}

/** Hands an aggregate in, as a stranger, and says what was told. */
export async function handIn(
  chain: Chain,
  coop: Coop,
  proposalId: bigint,
  position: number,
  { named, signature }: Aggregate,
) {
  const call = [proposalId, position, named, signature] as const;
  const hash = await coop.lobbyContract.write.castVotesByAggregate(call, { account: account(chain, 60) });
  const { logs, gasUsed } = await chain.client.waitForTransactionReceipt({ hash });
  const events = parseEventLogs({ abi: assemblyLobbyAbi, logs });
  return {
    gasUsed,
    counted: events.flatMap((e) => (e.eventName === "AggregateCast" ? [e.args.ballots] : [])),
    passedOver: events.flatMap((e) => (e.eventName === "SeatsPassedOver" ? [{ ...e.args }] : [])),
  };
}

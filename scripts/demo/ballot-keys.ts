// Members of the story who have a ballot key, and the ballots that they cast together. Every time is in days before now.
import type { NetworkConnection } from "hardhat/types/network";
import { concatHex, encodeFunctionData, hexToBytes, keccak256, toHex } from "viem";
import { assemblyLobbyAbi, ballotKeysAbi, memberRegisterAbi } from "../../books/abi.ts";
import { Position } from "../deploy/charter.ts";
import { addSignatures, ballotKeyOf, packNamed, proveKey, signBallot } from "../lib/ballot-keys.ts";
import type { Ballot } from "./ballots.ts";
import { memberId } from "./people.ts";
import { account, type Call, daysAgo, type Happening, type World } from "./world.ts";

const CHAIN_ID = 31_337;
const BEFORE_NOTICE_DAYS = 0.1;
const PAGE = 128;

/** What is known only when it is its turn: which seats members have, and which roll a vote is on. */
export type KeyAct = { pack: readonly number[] } | { cast: readonly number[]; proposalId: bigint };

type Client = Awaited<ReturnType<NetworkConnection["viem"]["getPublicClient"]>>;

/** A secret that everybody knows, as those of the node's accounts. */
const secretOf = (place: number): Uint8Array =>
  // The group's order begins with a higher byte.
  hexToBytes(keccak256(toHex(`ballot key of account ${place}`))).fill(0, 0, 1);

const keyOf = (place: number) => ballotKeyOf(secretOf(place));

/** Who said yes once and gave no reason has a key before notice; their ballots come under one signature, when the last of them would. */
export function togetherHappens(
  world: World,
  noticeDaysAgo: number,
  proposalId: bigint,
  ballots: readonly Ballot[],
): { happenings: Happening[]; others: readonly Ballot[] } {
  const times = (voter: number) => ballots.filter((one) => one.voter === voter).length;
  const joins = (one: Ballot) => one.support === Position.For && one.reason === "" && times(one.voter) === 1;
  const together = ballots.filter(joins);
  const voters = together.map(({ voter }) => voter);
  const before = daysAgo(world, noticeDaysAgo + BEFORE_NOTICE_DAYS);
  const last = daysAgo(world, Math.min(...together.map(({ at }) => at)));
  return {
    happenings: [
      ...voters.map((voter) => ({ at: before, call: registering(world, voter) })),
      { at: before + 1, keys: { pack: voters } },
      { at: last, keys: { cast: voters, proposalId } },
    ],
    others: ballots.filter((one) => !joins(one)),
  };
}

function registering({ accounts, coop }: World, place: number): Call {
  const from = account({ accounts }, place);
  const of = { chainId: CHAIN_ID, ballotKeys: coop.ballotKeys, memberId: memberId(place), account: from };
  const proof = proveKey({ ...of, key: keyOf(place) }, secretOf(place));
  const args = [from, keyOf(place), proof, 0n, "0x"] as const;
  const data = encodeFunctionData({ abi: ballotKeysAbi, functionName: "register", args });
  return { from, to: coop.ballotKeys, data };
}

/** The calls of one act: a sheet is of one page. */
export async function keyCalls(client: Client, world: World, act: KeyAct): Promise<Call[]> {
  const voters = "pack" in act ? act.pack : act.cast;
  const placed = await Promise.all(voters.map(async (place) => ({ place, seat: await seatOf(client, world, place) })));
  placed.sort((a, b) => a.seat - b.seat);
  if ("cast" in act) return [await casting(client, world, act.proposalId, placed)];
  return [...Map.groupBy(placed, ({ seat }) => seat >>> 7).values()].map((page) => {
    const keys = concatHex(page.map(({ place }) => keyOf(place)));
    const data = encodeFunctionData({ abi: ballotKeysAbi, functionName: "pack", args: [keys] });
    return { from: account(world, voters[0] ?? 0), to: world.coop.ballotKeys, data };
  });
}

async function casting(
  client: Client,
  { accounts, coop }: World,
  proposalId: bigint,
  placed: readonly { place: number; seat: number }[],
): Promise<Call> {
  const read = { abi: assemblyLobbyAbi, functionName: "rollOf" } as const;
  const roll = await client.readContract({ address: coop.assembly, ...read, args: [proposalId] });
  const ballot = { chainId: CHAIN_ID, assembly: coop.assembly, proposalId, roll, position: Position.For };
  const sheets = new Map<number, number[]>();
  for (const { place, seat } of placed) {
    const of = { abi: ballotKeysAbi, functionName: "keyRecord", args: [keccak256(keyOf(place))] } as const;
    const { sheet } = await client.readContract({ address: coop.ballotKeys, ...of });
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), seat % PAGE]);
  }
  const named = packNamed([...sheets].map(([sheet, seats]) => ({ sheet, seats })));
  const signature = addSignatures(placed.map(({ place }) => signBallot(ballot, secretOf(place))));
  const args = [proposalId, Position.For, named, signature] as const;
  const data = encodeFunctionData({ abi: assemblyLobbyAbi, functionName: "castVotesByAggregate", args });
  return { from: account({ accounts }, placed[0]?.place ?? 0), to: coop.assembly, data };
}

async function seatOf(client: Client, { accounts, coop }: World, place: number): Promise<number> {
  const of = { abi: memberRegisterAbi, functionName: "seatOf", args: [account({ accounts }, place)] } as const;
  return (await client.readContract({ address: coop.register, ...of }))[1];
}

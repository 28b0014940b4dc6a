// Gas of aggregated ballots through a co-op's clones, and of registering and packing the keys that sign them.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { bytesToHex, concatHex, type Hex, hexToBytes, toHex } from "viem";
import { ClassKind, DAY, Position } from "../deploy/charter.ts";
import { type Addresses, foundCoop } from "../deploy/found.ts";
import { BALLOT_TAG, ballotKeyOf, ballotMessage, type Named, packNamed, proveKey } from "../lib/ballot-keys.ts";
import { type Bench, entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";
import { minuteOf } from "./motions.ts";
import { multiplesOf, plantKey } from "./planted-keys.ts";

const CHAIN_ID = 31_337;
const CLASSES = 4;
const PAGE = 128;
/** Full pages of members with keys in each class, from the third page on. */
const PAGES = 20;
const FIRST_PAGE = 2;
const ROLLS_SLOT = 2;
const AT_ONCE = 512;

/** A member of the measured co-op: the secret is its number, so that keys and signatures are found by adding up. */
type Keyed = { secret: bigint; seat: number; key: Hex };
type Sheet = { sheet: number; page: Keyed[] };

/** 1,024 ballots of all, of four in five and of half the members on their pages; 8,192 of four in five. */
export async function measureAggregates(bench: Bench) {
  const kinds = [ClassKind.Worker, ClassKind.User, ClassKind.Supporter, ClassKind.Investor];
  const charter = await benchCharter(bench, kinds, CLASSES);
  const founder = entry(bench.wallets, 0) as never;
  const coop = await foundCoop(bench.client as never, founder, bench.factory.address, charter);
  const own = await ownKey(bench, coop);
  const people = keyed();
  await plant(bench, coop, people);
  const { sheets, pack } = await packed(bench, coop, people);
  const cast = (ballots: number, pages: number) => aggregate(bench, coop, sheets.slice(0, pages), ballots);
  return {
    all: await cast(1_024, 8),
    most: await cast(1_024, 10),
    half: await cast(1_024, 16),
    large: await cast(8_192, 80),
    pack,
    ...own,
  };
}

/** A member registers a key, and another instead of it. */
async function ownKey({ viem, wallets, gasOf }: Bench, { ballotKeys }: Addresses) {
  const { write } = await viem.getContractAt("BallotKeys", ballotKeys);
  const account = entry(wallets, 0).account.address;
  const register = async (secret: Uint8Array) => {
    const key = ballotKeyOf(secret);
    const proof = proveKey({ chainId: CHAIN_ID, ballotKeys, memberId: 1, account, key }, secret);
    return gasOf(write.register([account, key, proof, 0n, "0x"]));
  };
  return { register: await register(new Uint8Array(32).fill(1)), replace: await register(new Uint8Array(32).fill(2)) };
}

/** Their keys in sheets, the pages of the classes in turn, and what a key of a full page costs. */
async function packed({ viem, gasOf }: Bench, { ballotKeys }: Addresses, people: readonly Keyed[]) {
  const { write } = await viem.getContractAt("BallotKeys", ballotKeys);
  const sheets: Sheet[] = [];
  let gas = 0n;
  for (let from = 0; from < people.length; from += PAGE) {
    const page = people.slice(from, from + PAGE);
    gas = await gasOf(write.pack([concatHex(page.map(({ key }) => key))]));
    sheets.push({ sheet: sheets.length + 1, page });
  }
  return { sheets, pack: gas / BigInt(PAGE) };
}

/** `ballots` in favour by the members on these sheets, the others spread evenly among them. */
async function aggregate(bench: Bench, { assembly, ballotKeys }: Addresses, sheets: readonly Sheet[], ballots: number) {
  const lobby = await bench.viem.getContractAt("AssemblyLobby", assembly);
  const id = await minuteOf(bench, assembly, `${ballots} ballots on ${sheets.length} sheets under ${ballotKeys}`);
  await bench.networkHelpers.time.increase(DAY);
  const members = sheets.length * PAGE;
  let secret = 0n;
  const named: Named[] = sheets.map(({ sheet, page }) => {
    const voters = page.filter((_, i) => (i * ballots) % members < ballots);
    for (const voter of voters) secret += voter.secret;
    return { sheet, seats: voters.map(({ seat }) => seat & (PAGE - 1)) };
  });
  const roll = await lobby.read.rollOf([id]);
  const message = ballotMessage({ chainId: CHAIN_ID, assembly, proposalId: id, roll, position: Position.For });
  const hash = bls12_381.longSignatures.hash(hexToBytes(message), BALLOT_TAG);
  const call = [id, Position.For, packNamed(named), bytesToHex(hash.multiply(secret).toBytes(false))] as const;
  const gas = await bench.gasOf(lobby.write.castVotesByAggregate(call));
  const tally = await (await bench.viem.getContractAt("AssemblyDesk", assembly)).read.tally([id]);
  const counted = tally.reduce((sum, { votes }) => sum + entry(votes, Position.For), 0);
  if (Math.abs(counted - ballots) > sheets.length) throw new Error(`${counted} ballots were counted, not ${ballots}.`);
  return (gas * BigInt(ballots)) / BigInt(counted);
}

function keyed(): Keyed[] {
  return multiplesOf(bls12_381.G1.Point.BASE, CLASSES * PAGES * PAGE).map((key, i) => {
    const [turn, slot] = [Math.floor(i / PAGE), i % PAGE];
    const page = FIRST_PAGE + Math.floor(turn / CLASSES);
    const seat = ((turn % CLASSES) << 24) | (page * PAGE + slot);
    return { secret: BigInt(i + 1), seat, key };
  });
}

/** Writes seats and registered keys straight into storage: thousands of admissions are not what is measured. */
async function plant({ networkHelpers }: Bench, { register, ballotKeys }: Addresses, people: readonly Keyed[]) {
  const lastSerial = BigInt((FIRST_PAGE + PAGES) * PAGE - 1);
  let rolls = BigInt(await networkHelpers.getStorageAt(register, ROLLS_SLOT));
  for (let i = 0n; i < BigInt(CLASSES); i++) {
    const field = 48n * i;
    rolls = (rolls & ~(0xffffffffffffn << field)) | (((lastSerial << 24n) | BigInt(PAGES * PAGE)) << field);
  }
  await networkHelpers.setStorageAt(register, ROLLS_SLOT, toHex(rolls, { size: 32 }));
  const write = ({ secret, seat, key }: Keyed) =>
    plantKey(networkHelpers, ballotKeys, { memberId: Number(secret), seat, key });
  for (let from = 0; from < people.length; from += AT_ONCE) {
    await Promise.all(people.slice(from, from + AT_ONCE).map(write));
  }
}

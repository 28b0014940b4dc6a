// Ballot keys as if their members had registered them: written straight into storage, since thousands of proofs are not what is
// measured. The secrets are 1, 2, 3, and so on, so that keys and signatures are found by adding up.
import { concatHex, type Hex, keccak256, pad, toHex } from "viem";
import type { Address } from "../../books/event.ts";

const RECORDS_SLOT = 0;

type Storage = { setStorageAt(address: Address, slot: bigint, value: Hex): Promise<void> };
export type PlantedKey = { memberId: number; seat: number; key: Hex };

/** The record of a key that was registered in the first second of time and waits to be packed. */
export function plantKey({ setStorageAt }: Storage, ballotKeys: Address, { memberId, seat, key }: PlantedKey) {
  const slot = keccak256(concatHex([keccak256(key), pad(toHex(RECORDS_SLOT), { size: 32 })]));
  const record = BigInt(memberId) | (BigInt(seat) << 32n) | (1n << 64n);
  return setStorageAt(ballotKeys, BigInt(slot), toHex(record, { size: 32 }));
}

/** A number of the curve's field, or of its extension. */
type Coordinate = bigint | { c0: bigint; c1: bigint };
type Point = { add(other: Point): Point; toAffine(): { x: Coordinate; y: Coordinate } };

/** The point once, twice, and so on, of those for whose place `wanted` says yes: keys from the generator, signatures from a hash. */
export function multiplesOf<P extends Point>(point: P, count: number, wanted: (i: number) => boolean = () => true) {
  const found: Hex[] = [];
  for (let i = 0, sum: Point = point; i < count; i++, sum = sum.add(point)) {
    if (wanted(i)) found[i] = bytesOf(sum);
  }
  return found;
}

/** Uncompressed. The library's own way proves first that the point is in the group, which a sum of points in it always is. */
function bytesOf(point: Point): Hex {
  const { x, y } = point.toAffine();
  return concatHex([x, y].flatMap((c) => (typeof c === "bigint" ? [c] : [c.c1, c.c0])).map(fieldOf));
}

const fieldOf = (value: bigint) => toHex(value, { size: 48 });

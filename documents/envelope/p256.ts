// The point of P-256 that belongs to a private number. WebCrypto makes no public key from a private one in every browser,
// so this one multiplication is done here; all secret-key work after it is WebCrypto's. It takes a time that depends on the
// number: it runs once, on the machine of the person whose key it is.
import { type Bytes, concat, fromHex } from "./bytes.ts";

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const GX = 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n;
const GY = 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n;
/** How many points there are: private numbers are 1 to this less one. */
export const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

type Point = { x: bigint; y: bigint };

const mod = (value: bigint): bigint => ((value % P) + P) % P;

function inverse(value: bigint): bigint {
  let [low, high, a, b] = [mod(value), P, 1n, 0n];
  while (low > 1n) {
    const ratio = high / low;
    [low, high, a, b] = [high - ratio * low, low, b - ratio * a, a];
  }
  return mod(a);
}

/** The sum of two points that are not each other's mirror image; the multiples of G met below never are. */
function add(one: Point, other: Point): Point {
  const same = one.x === other.x;
  const slope = same ? (3n * one.x * one.x - 3n) * inverse(2n * one.y) : (other.y - one.y) * inverse(other.x - one.x);
  const x = mod(slope * slope - one.x - other.x);
  return { x, y: mod(slope * (one.x - x) - one.y) };
}

/** The public point of a private number, uncompressed: 4, x, y. */
export function publicPoint(scalar: bigint): Bytes {
  if (scalar < 1n || scalar >= ORDER)
    throw new RangeError("A private number is from 1 to the order of the curve less one.");
  let sum: Point | undefined;
  for (const bit of scalar.toString(2)) {
    if (sum) sum = add(sum, sum);
    if (bit === "1") sum = sum ? add(sum, { x: GX, y: GY }) : { x: GX, y: GY };
  }
  const { x, y } = sum as Point;
  return concat(Uint8Array.of(4), numberBytes(x), numberBytes(y));
}

export const numberBytes = (value: bigint): Bytes => fromHex(`0x${value.toString(16).padStart(64, "0")}`);

// Signatures of keys: read strictly, and recovered in WebAssembly, which is six times as fast as JavaScript.

import { recover, signRecoverable } from "tiny-secp256k1";
import { type Address, type Hex, hexToBytes, keccak256, size, slice, toHex } from "viem";
import { Refusal } from "../refusal.ts";

const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

const notCanonical = () =>
  new Refusal(
    400,
    "malformed-signature",
    "This is not a signature in its one proper form: 65 bytes, the lower of the two values of s, and 27 or 28 at the end. Sign again.",
  );

/** r, and s with the parity in its highest bit (EIP-2098). */
export function compactOf(signature: Hex): { r: Hex; s: Hex; parity: 0 | 1; compact: Hex } {
  if (size(signature) !== 65) throw notCanonical();
  const [r, s, v] = [slice(signature, 0, 32), slice(signature, 32, 64), Number(slice(signature, 64))];
  // Some wallets write 0 and 1 for 27 and 28; both mean the same point.
  const parity = v === 27 || v === 0 ? 0 : v === 28 || v === 1 ? 1 : undefined;
  if (parity === undefined || BigInt(r) === 0n || BigInt(s) === 0n || BigInt(s) > HALF_ORDER) throw notCanonical();
  const vs = toHex(BigInt(s) | (BigInt(parity) << 255n), { size: 32 });
  return { r, s, parity, compact: `${r}${vs.slice(2)}` };
}

/** Whose key signed; undefined when it is nobody's. */
export function signerOf(digest: Hex, signature: Hex): Address | undefined {
  const { r, s, parity } = compactOf(signature);
  try {
    const point = recover(hexToBytes(digest), hexToBytes(`${r}${s.slice(2)}`), parity, false);
    return point ? `0x${keccak256(point.slice(1)).slice(-40)}` : undefined;
  } catch {
    return undefined;
  }
}

/** Signs a digest: r, s, v. */
export function signDigest(digest: Hex, key: Hex): Hex {
  const { signature, recoveryId } = signRecoverable(hexToBytes(digest), hexToBytes(key));
  return `${toHex(signature)}${recoveryId === 0 ? "1b" : "1c"}`;
}

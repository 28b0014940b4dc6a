// The key with which a person reads what was sealed for them. It comes from a signature of their wallet, so the same wallet
// on another device makes the same key, and it is never stored anywhere but in the tab.
import { type Address, type Hex, isHex } from "viem";
import { type Bytes, fromHex, toBase64Url, toHex, utf8 } from "./bytes.ts";
import { numberBytes, ORDER, publicPoint } from "./p256.ts";
import type { Place } from "./place.ts";
import { DocumentProblem } from "./problem.ts";

export type ReadingKey = { private: Hex; public: Hex };

const SIGNATURE_BYTES = 65;
/** Half as many bits again as the order has, so that the remainder is even to within 2^-128. */
const SEED_BITS = 384;

/** What the wallet signs, word for word. Never change it: another text is another key. */
export function readingKeyText({ chainId, directory }: Place): string {
  return [
    "Open the documents that were sealed for me.",
    "",
    "This signature is the key to them. It sends nothing, costs nothing and moves no money.",
    "Sign it only on the pages of your own co-op: whoever has it can read them too.",
    "",
    `Directory: ${directory.toLowerCase()}`,
    `Chain: ${chainId}`,
  ].join("\n");
}

export async function deriveReadingKey(signature: Hex, account: Address, place: Place): Promise<ReadingKey> {
  if (!isHex(signature) || signature.length !== 2 + 2 * SIGNATURE_BYTES) {
    throw new DocumentProblem(
      "This wallet does not sign as a plain account does, and only such a signature can be a reading key. Use the wallet of a plain account.",
    );
  }
  // Without the last byte: wallets write the same recovery bit in two ways.
  const secret = fromHex(signature).slice(0, SIGNATURE_BYTES - 1);
  const source = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const salt = utf8(`${place.chainId}/${place.directory.toLowerCase()}/${account.toLowerCase()}`);
  const info = utf8("rochdale/reading-key/1");
  const seed = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, source, SEED_BITS);
  const scalar = (BigInt(toHex(new Uint8Array(seed))) % (ORDER - 1n)) + 1n;
  return { private: toHex(numberBytes(scalar)), public: toHex(publicPoint(scalar)) };
}

const P256 = { name: "ECDH", namedCurve: "P-256" } as const;

export function importPrivate(key: ReadingKey): Promise<CryptoKey> {
  const point = fromHex(key.public);
  const [x, y] = [point.slice(1, 33), point.slice(33)].map(toBase64Url);
  const jwk = { kty: "EC", crv: "P-256", x, y, d: toBase64Url(fromHex(key.private)) };
  return crypto.subtle.importKey("jwk", jwk, P256, false, ["deriveBits"]);
}

/** Rejects what is no point of the curve. */
export const importPublic = (key: Bytes): Promise<CryptoKey> => crypto.subtle.importKey("raw", key, P256, false, []);
export const freshPair = () => crypto.subtle.generateKey(P256, false, ["deriveBits"]) as Promise<CryptoKeyPair>;

export async function isReadingKey(key: unknown): Promise<boolean> {
  if (typeof key !== "string" || !/^0x04[0-9a-f]{128}$/.test(key)) return false;
  return importPublic(fromHex(key as Hex)).then(
    () => true,
    () => false,
  );
}

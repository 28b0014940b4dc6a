// Sealing a text for its readers, and opening it. The text and its salt are encrypted once (AES-256-GCM) under a fresh key; that
// key is wrapped for each reader by ECDH with a fresh pair, HKDF and AES-GCM. Both bind the commitment, so no part of one
// document can stand in another.
import type { Address, Hex } from "viem";
import { type Bytes, concat, fromBase64, fromHex, fromUtf8, random, toBase64, toHex, utf8 } from "./bytes.ts";
import { type Opening, openingBytes, requireCommitted, splitOpening } from "./commitment.ts";
import { type Envelope, keyIdOf, type SealedEnvelope, type WrappedKey } from "./envelope.ts";
import { DocumentProblem } from "./problem.ts";
import { freshPair, importPrivate, importPublic, type ReadingKey } from "./readingKey.ts";

export type Reader = { account: Address; key: Hex };

const KEY_BYTES = 32;
const IV_BYTES = 12;

/** Seals under the commitment to that opening. */
export async function seal(
  opening: Opening,
  commitment: Hex,
  author: Address,
  readers: readonly Reader[],
): Promise<SealedEnvelope> {
  const secret = random(KEY_BYTES);
  const { iv, data } = await encrypt(secret, openingBytes(opening), commitment);
  const keys = await Promise.all(readers.map((reader) => wrap(secret, reader, commitment)));
  return { version: 1, kind: "sealed", author: lower(author), iv, ciphertext: data, keys };
}

/** The words of an envelope, once they are proved to be those of the commitment. A public one needs no key. */
export async function open(
  envelope: Envelope,
  commitment: Hex,
  reader?: { account: Address; key: ReadingKey },
): Promise<Opening> {
  const bytes = envelope.kind === "public" ? openingBytes(envelope) : await unseal(envelope, commitment, reader);
  requireCommitted(bytes, commitment);
  const { salt, words } = splitOpening(bytes);
  try {
    return { salt, text: fromUtf8(words) };
  } catch {
    throw new DocumentProblem("What was filed is no text, so it can not be shown. Ask the person who filed it.");
  }
}

async function unseal(envelope: SealedEnvelope, commitment: Hex, reader?: { account: Address; key: ReadingKey }) {
  const mine = reader && envelope.keys.find((one) => one.reader === lower(reader.account));
  if (!mine) {
    throw new DocumentProblem(
      "This document is sealed for others and not for your account. Ask the person who wrote it, or one of its readers.",
    );
  }
  if (mine.keyId !== keyIdOf(reader.key.public)) {
    throw new DocumentProblem(
      "This document was sealed for another reading key of yours than the one that your wallet makes now. Ask the person who wrote it to seal it again.",
    );
  }
  try {
    const secret = await unwrap(mine, reader.key, commitment);
    return await decrypt(secret, envelope.iv, envelope.ciphertext, commitment);
  } catch {
    throw new DocumentProblem(
      "This document was damaged or changed after it was sealed, so it is not shown. Ask the person who wrote it to put it here again.",
    );
  }
}

async function wrap(secret: Bytes, { account, key }: Reader, commitment: Hex): Promise<WrappedKey> {
  const pair = await freshPair();
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const shared = await agree(pair.privateKey, fromHex(key), ephemeral, fromHex(key));
  const { iv, data } = await encrypt(shared, secret, commitment);
  return { reader: lower(account), keyId: keyIdOf(key), ephemeral: toHex(ephemeral), iv, wrapped: data };
}

async function unwrap({ ephemeral, iv, wrapped }: WrappedKey, key: ReadingKey, commitment: Hex): Promise<Bytes> {
  const theirs = fromHex(ephemeral);
  const shared = await agree(await importPrivate(key), theirs, theirs, fromHex(key.public));
  return decrypt(shared, iv, wrapped, commitment);
}

/** The key that both sides of an exchange come to. */
async function agree(mine: CryptoKey, theirs: Bytes, ephemeral: Bytes, reading: Bytes): Promise<Bytes> {
  const point = await crypto.subtle.deriveBits({ name: "ECDH", public: await importPublic(theirs) }, mine, 256);
  const source = await crypto.subtle.importKey("raw", point, "HKDF", false, ["deriveBits"]);
  const info = concat(utf8("rochdale/wrapped-key/1"), ephemeral, reading);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(KEY_BYTES), info };
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf, source, 8 * KEY_BYTES));
}

async function encrypt(key: Bytes, plain: Bytes, commitment: Hex): Promise<{ iv: string; data: string }> {
  const iv = random(IV_BYTES);
  const data = await crypto.subtle.encrypt(gcm(iv, commitment), await aes(key, "encrypt"), plain);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

async function decrypt(key: Bytes, iv: string, data: string, commitment: Hex): Promise<Bytes> {
  const parameters = gcm(fromBase64(iv), commitment);
  return new Uint8Array(await crypto.subtle.decrypt(parameters, await aes(key, "decrypt"), fromBase64(data)));
}

const gcm = (iv: Bytes, commitment: Hex) => ({ name: "AES-GCM", iv, additionalData: fromHex(commitment) });
const aes = (key: Bytes, use: KeyUsage) => crypto.subtle.importKey("raw", key, "AES-GCM", false, [use]);
const lower = (account: Address) => account.toLowerCase() as Address;

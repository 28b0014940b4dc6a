// What travels and is kept: one JSON object a document. `sealed` is readable by those it names, `public` by everybody.
import { type Address, type Hex, isAddress, keccak256 } from "viem";
import { utf8 } from "./bytes.ts";
import type { Opening } from "./commitment.ts";
import { DocumentProblem } from "./problem.ts";

/** The document's key, wrapped for one reader. */
export type WrappedKey = {
  reader: Address;
  /** Which of the reader's keys it was wrapped for. */
  keyId: Hex;
  ephemeral: Hex;
  iv: string;
  wrapped: string;
};
export type SealedEnvelope = {
  version: 1;
  kind: "sealed";
  author: Address;
  iv: string;
  ciphertext: string;
  keys: WrappedKey[];
};
export type PublicEnvelope = { version: 1; kind: "public"; author: Address } & Opening;
export type Envelope = SealedEnvelope | PublicEnvelope;

/** The most that a service keeps for one document, in bytes of its JSON. */
export const MAX_BYTES = 64 * 1024;

export const isHash = (value: unknown): value is Hex => typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value);

/** Everyone whom an envelope is sealed for. */
export const readersOf = (envelope: Envelope): Address[] =>
  envelope.kind === "sealed" ? envelope.keys.map(({ reader }) => reader) : [];

/** The same envelope with every field in its place and no other, or a sentence about what is wrong with it. */
export function parseEnvelope(value: unknown): Envelope {
  const found = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (found.version !== 1) throw wrong("does not say that it is of version 1");
  const author = address(found.author, "does not name its author's account");
  if (found.kind === "public") {
    if (!isHash(found.salt)) throw wrong("has no salt of 32 bytes");
    if (typeof found.text !== "string") throw wrong("has no text");
    return { version: 1, kind: "public", author, salt: found.salt, text: found.text };
  }
  if (found.kind !== "sealed") throw wrong('is neither "sealed" nor "public"');
  const keys = Array.isArray(found.keys) ? found.keys.map(parseKey) : [];
  if (keys.length === 0) throw wrong("is sealed for nobody");
  if (new Set(keys.map(({ reader }) => reader)).size < keys.length) throw wrong("names a reader twice");
  const [iv, ciphertext] = [base64(found.iv), base64(found.ciphertext)];
  return { version: 1, kind: "sealed", author, iv, ciphertext, keys };
}

function parseKey(value: unknown): WrappedKey {
  const found = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const { keyId, ephemeral } = found;
  if (!isHash(keyId)) throw wrong("does not say which key of a reader it is sealed for");
  if (typeof ephemeral !== "string" || !/^0x04[0-9a-f]{128}$/.test(ephemeral)) throw wrong("has a broken key");
  return {
    reader: address(found.reader, "does not name a reader's account"),
    keyId,
    ephemeral: ephemeral as Hex,
    iv: base64(found.iv),
    wrapped: base64(found.wrapped),
  };
}

/** What the author signs of the contents. */
export const digestOf = (envelope: Envelope): Hex => keccak256(utf8(JSON.stringify(parseEnvelope(envelope))));

export const keyIdOf = (publicKey: Hex): Hex => keccak256(publicKey);

function address(value: unknown, problem: string): Address {
  if (typeof value !== "string" || !isAddress(value, { strict: false })) throw wrong(problem);
  return value.toLowerCase() as Address;
}

function base64(value: unknown): string {
  if (typeof value !== "string" || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) throw wrong("has a part that is not base64");
  return value;
}

const wrong = (what: string) =>
  new DocumentProblem(`This is not a document that can be kept: it ${what}. Make it again on the co-op's page.`);

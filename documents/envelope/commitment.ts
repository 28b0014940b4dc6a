// What goes on chain for a text: the hash of a random salt and the text. Without the salt nobody can try out which text
// it was; once salt and text are deleted, the hash says nothing any more (M7).
import { type Hex, keccak256 } from "viem";
import { type Bytes, concat, fromHex, random, toHex, utf8 } from "./bytes.ts";
import { DocumentProblem } from "./problem.ts";

const SALT_BYTES = 32;

export type Opening = { salt: Hex; text: string };

export const commitmentOf = ({ salt, text }: Opening): Hex => keccak256(concat(fromHex(salt), utf8(text)));

/** The text with a fresh salt. */
export const salted = (text: string): Opening => ({ salt: toHex(random(SALT_BYTES)), text });

/** Salt and text in one row of bytes, as they are hashed and sealed. */
export const openingBytes = ({ salt, text }: Opening): Bytes => concat(fromHex(salt), utf8(text));

export const splitOpening = (bytes: Bytes): { salt: Hex; words: Bytes } => ({
  salt: toHex(bytes.slice(0, SALT_BYTES)),
  words: bytes.slice(SALT_BYTES),
});

/** Refuses bytes that are not the ones whose hash is on chain (case 126). */
export function requireCommitted(bytes: Bytes, commitment: Hex): void {
  if (keccak256(bytes) !== commitment.toLowerCase()) {
    throw new DocumentProblem(
      "These are not the words whose fingerprint is on record, so they are not shown. Ask the person who wrote them for the right ones.",
    );
  }
}

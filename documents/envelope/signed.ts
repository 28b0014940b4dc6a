// The texts that accounts sign for the service. Each names the co-op, the chain, what it is about and when, and the service takes
// none twice: no signature can be used elsewhere, for other contents, or again.
import { type Address, type Hex, isHex, verifyMessage } from "viem";
import { digestOf, type Envelope } from "./envelope.ts";
import type { Place } from "./place.ts";

/** A signature and the moment it names, in milliseconds. */
export type Signed = { at: number; signature: Hex };
export type PublishedKey = Signed & { account: Address; key: Hex };

export const keepText = (place: Place, hash: Hex, envelope: Envelope, at: number): string =>
  text("Keep this document for those who may read it.", place, at, [
    `Document: ${hash}`,
    `Contents: ${digestOf(envelope)}`,
  ]);

export const deleteText = (place: Place, hash: Hex, at: number): string =>
  text("Delete this document for everybody, for good.", place, at, [`Document: ${hash}`]);

export const keyText = (place: Place, key: Hex, at: number): string =>
  text("Let others seal documents for me with this reading key.", place, at, [`Key: ${key}`]);

function text(what: string, { chainId, directory }: Place, at: number, lines: readonly string[]): string {
  return [
    what,
    "",
    "It costs nothing and moves no money.",
    "",
    ...lines,
    `Directory: ${directory.toLowerCase()}`,
    `Chain: ${chainId}`,
    `Time: ${new Date(at).toISOString()}`,
  ].join("\n");
}

/** Whether a plain account signed the text. A contract account would have to be asked on chain, where nothing here looks. */
export async function isSignedBy(address: Address, message: string, signature: unknown): Promise<boolean> {
  if (!isHex(signature)) return false;
  return verifyMessage({ address, message, signature }).catch(() => false);
}

/** Whether the account itself published the key: a service that hands out keys of its own is found out. */
export const isOwnKey = async (place: Place, { account, key, at, signature }: PublishedKey): Promise<boolean> =>
  isMoment(at) && isSignedBy(account, keyText(place, key, at), signature);

/** Whether the number can be written as a date. */
export const isMoment = (at: unknown): at is number => Number.isSafeInteger(at) && Math.abs(Number(at)) <= 8.64e15;

// Ballots that were signed in this browser and are not on chain yet, kept so that a closed tab loses none.
import type { Hex } from "viem";
import type { Receipt, RelayedBallot, RelayedKeyBallot } from "../../../../books/relay.ts";
import { KEPT } from "../config/kept.ts";

export type SignedBallot = { paper: RelayedBallot | RelayedKeyBallot; taken?: { id: string; receipt: Receipt } };

const listeners = new Set<() => void>();
const parsed = new Map<string, { text: string; ballot: SignedBallot | undefined }>();

export const ballotKey = (proposal: bigint, account: string): string =>
  `${KEPT.ballot}${proposal}.${account.toLowerCase()}`;

export function onBallots(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The same object as long as nothing changed. */
export function signedBallot(key: string): SignedBallot | undefined {
  const text = localStorage.getItem(key) ?? "";
  const known = parsed.get(key);
  if (known?.text === text) return known.ballot;
  const ballot = parse(text);
  parsed.set(key, { text, ballot });
  return ballot;
}

export function keepBallot(key: string, ballot: SignedBallot | undefined): void {
  if (ballot) localStorage.setItem(key, JSON.stringify(ballot));
  else localStorage.removeItem(key);
  for (const listener of listeners) listener();
}

export function keptSecret(place: string): Hex | undefined {
  const kept = localStorage.getItem(place) ?? "";
  return /^0x[0-9a-f]{64}$/.test(kept) ? (kept as Hex) : undefined;
}

export function keepSecret(place: string, secret: Hex): void {
  localStorage.setItem(place, secret);
  for (const listener of listeners) listener();
}

function parse(text: string): SignedBallot | undefined {
  try {
    const ballot = JSON.parse(text) as SignedBallot;
    return typeof ballot?.paper?.signature === "string" ? ballot : undefined;
  } catch {
    return undefined;
  }
}

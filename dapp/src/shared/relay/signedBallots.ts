// Ballots that were signed in this browser and are not on chain yet, kept so that a closed tab loses none.
import type { Receipt, RelayedBallot } from "../../../../books/relay.ts";
import { KEPT } from "../config/kept.ts";

export type SignedBallot = { paper: RelayedBallot; taken?: { id: string; receipt: Receipt } };

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

function parse(text: string): SignedBallot | undefined {
  try {
    const ballot = JSON.parse(text) as SignedBallot;
    return typeof ballot?.paper?.signature === "string" ? ballot : undefined;
  } catch {
    return undefined;
  }
}

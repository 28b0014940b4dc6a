// What was sent and is not recorded yet, kept for this tab, so that a reload loses nothing. `coop` tells the acts in one co-op
// from those in another that the same page shows.
import type { Address, Hex } from "viem";
import { KEPT } from "../config/kept.ts";

/** A transaction by its hash; several calls sent as one act by the name that the wallet gave them. */
export type Sent = { hash: Hex; seen?: Seen } | { batch: string };
/** How a transaction was before it was recorded: by this another in its place is found. */
export type Seen = { from: Address; nonce: number; to: Address | null; value: string; input: Hex; block: string };

const placeOf = (coop: string): string => `${KEPT.pending}${coop.toLowerCase()}.`;

export function rememberPending(coop: string, key: string, sent: Sent): void {
  sessionStorage.setItem(placeOf(coop) + key, JSON.stringify(sent));
}

export function forgetPending(coop: string, key: string): void {
  sessionStorage.removeItem(placeOf(coop) + key);
}

/** The keys of acts that are under way. */
export function listPending(coop: string): string[] {
  const place = placeOf(coop);
  return Object.keys(sessionStorage)
    .filter((name) => name.startsWith(place))
    .map((name) => name.slice(place.length));
}

export function pendingOf(coop: string, key: string): Sent | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(coop) + key) ?? "") as Sent;
  } catch {
    return undefined;
  }
}

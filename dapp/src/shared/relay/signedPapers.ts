// Papers that were signed in this browser and are not on chain yet, kept so that a closed tab loses none.
import type { Hex } from "viem";
import type { Receipt, RelayedPaper } from "../../../../books/relay.ts";
import { KEPT } from "../config/kept.ts";

export type SignedPaper<P extends RelayedPaper> = { paper: P; taken?: { id: string; receipt: Receipt } };

const listeners = new Set<() => void>();
const parsed = new Map<string, { text: string; signed: SignedPaper<RelayedPaper> | undefined }>();

export const ballotPlace = (proposal: bigint, account: string): string =>
  `${KEPT.ballot}${proposal}.${account.toLowerCase()}`;

export const confirmationPlace = (market: string, job: number, account: string): string =>
  `${KEPT.confirmation}${market.toLowerCase()}.${job}.${account.toLowerCase()}`;

export function onPapers(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The same object as long as nothing changed. */
export function signedPaper<P extends RelayedPaper>(place: string): SignedPaper<P> | undefined {
  const text = localStorage.getItem(place) ?? "";
  const known = parsed.get(place);
  if (known?.text === text) return known.signed as SignedPaper<P> | undefined;
  const signed = parse(text);
  parsed.set(place, { text, signed });
  return signed as SignedPaper<P> | undefined;
}

export function keepPaper(place: string, signed: SignedPaper<RelayedPaper> | undefined): void {
  if (signed) localStorage.setItem(place, JSON.stringify(signed));
  else localStorage.removeItem(place);
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

function parse(text: string): SignedPaper<RelayedPaper> | undefined {
  try {
    const signed = JSON.parse(text) as SignedPaper<RelayedPaper>;
    return typeof signed?.paper?.signature === "string" ? signed : undefined;
  } catch {
    return undefined;
  }
}

// Reading keys that were made in this tab. They live as long as the tab: another one asks the wallet again.
import type { Address } from "viem";
import type { Place } from "../../../../documents/envelope/place.ts";
import type { ReadingKey } from "../../../../documents/envelope/readingKey.ts";
import { KEPT } from "../config/kept.ts";

const listeners = new Set<() => void>();
const held = new Map<string, ReadingKey>();

export function holdKey(place: Place, account: Address, key: ReadingKey): void {
  held.set(nameOf(place, account), key);
  sessionStorage.setItem(nameOf(place, account), JSON.stringify(key));
  for (const listener of listeners) listener();
}

export function heldKey(place: Place, account: Address): ReadingKey | undefined {
  const name = nameOf(place, account);
  const kept = held.has(name) ? undefined : sessionStorage.getItem(name);
  if (kept) held.set(name, JSON.parse(kept));
  return held.get(name);
}

export function onKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const nameOf = ({ chainId, directory }: Place, account: Address): string =>
  `${KEPT.reading}${chainId}.${directory}.${account}`.toLowerCase();

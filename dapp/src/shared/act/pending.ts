// What was sent and not yet recorded, kept for this tab, so that a reload loses nothing. `coop` tells the acts in one co-op
// from those in another that the same page shows.
import { type Hex, isHash } from "viem";
import { KEPT } from "../config/kept.ts";

const placeOf = (coop: string): string => `${KEPT.pending}${coop.toLowerCase()}.`;

export function rememberPending(coop: string, key: string, hash: Hex): void {
  sessionStorage.setItem(placeOf(coop) + key, hash);
}

export function forgetPending(coop: string, key: string): void {
  sessionStorage.removeItem(placeOf(coop) + key);
}

export function listPending(coop: string): { key: string; hash: Hex }[] {
  const place = placeOf(coop);
  return Object.keys(sessionStorage)
    .filter((name) => name.startsWith(place))
    .flatMap((name) => {
      const hash = sessionStorage.getItem(name) ?? "";
      return isHash(hash) ? [{ key: name.slice(place.length), hash }] : [];
    });
}

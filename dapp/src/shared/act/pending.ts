// What was sent and not yet recorded, kept for this tab, so that a reload loses nothing.
import { type Hex, isHash } from "viem";
import { KEPT } from "../config/kept.ts";

export function rememberPending(key: string, hash: Hex): void {
  sessionStorage.setItem(KEPT.pending + key, hash);
}

export function forgetPending(key: string): void {
  sessionStorage.removeItem(KEPT.pending + key);
}

export function listPending(): { key: string; hash: Hex }[] {
  return Object.keys(sessionStorage)
    .filter((name) => name.startsWith(KEPT.pending))
    .flatMap((name) => {
      const hash = sessionStorage.getItem(name) ?? "";
      return isHash(hash) ? [{ key: name.slice(KEPT.pending.length), hash }] : [];
    });
}

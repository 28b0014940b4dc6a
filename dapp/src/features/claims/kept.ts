// What was begun to be taken, kept for this tab: a reload shows which of it is done. It is kept without its words, as
// the page may come back in another language.
import { KEPT } from "../../shared/config/kept.ts";
import type { What } from "./words.ts";

export type Begun = { id: string; what: What; page: string; gain: string };

/** So long it is of interest. */
const LASTS_MS = 3_600_000;

const placeOf = (coop: string, account: string): string => `${KEPT.claims}${coop}.${account}`.toLowerCase();

export function keepBegun(coop: string, account: string, begun: readonly Begun[]): void {
  sessionStorage.setItem(placeOf(coop, account), JSON.stringify({ at: Date.now(), begun }));
}

export function begunBefore(coop: string, account: string): Begun[] {
  try {
    const { at, begun } = JSON.parse(sessionStorage.getItem(placeOf(coop, account)) ?? "") as {
      at: number;
      begun: Begun[];
    };
    return Date.now() - at < LASTS_MS ? begun : [];
  } catch {
    return [];
  }
}

// The draft in this browser: one for each factory. A broken one is put aside, and never shown as if it were empty.
import { KEPT } from "../../../shared/config/kept.ts";
import { type Draft, readDraft } from "./draft.ts";

export type Kept = { draft?: Draft; broken?: string };

export const placeOf = (chainId: number, factory: string): string =>
  `${KEPT.founding}${chainId}.${factory.toLowerCase()}`;
const asideOf = (place: string): string => `${place}.aside`;

export function loadDraft(place: string): Kept {
  const text = localStorage.getItem(place);
  const aside = localStorage.getItem(asideOf(place));
  const before = aside === null ? {} : { broken: aside };
  if (text === null) return before;
  const draft = readDraft(text);
  if (draft) return { ...before, draft };
  localStorage.setItem(asideOf(place), text);
  localStorage.removeItem(place);
  return { broken: text };
}

export function saveDraft(place: string, draft: Draft): void {
  localStorage.setItem(place, JSON.stringify(draft));
}

export function forgetAside(place: string): void {
  localStorage.removeItem(asideOf(place));
}

// Another instance of the chain behind the same page: forget everything that was kept and start again.
import { fetchCoopFile } from "./coopFile.ts";
import { KEPT } from "./kept.ts";

const EVERY_MS = 4_000;

export function watchInstance(instance: string): () => void {
  const timer = setInterval(async () => {
    if (document.visibilityState !== "visible") return;
    const answer = await fetchCoopFile();
    if (!("found" in answer) || answer.found.instance === instance) return;
    forgetChain();
    location.reload();
  }, EVERY_MS);
  return () => clearInterval(timer);
}

/** Drops what was kept about an earlier chain, when the page was closed while it changed. */
export function forgetIfOther(instance: string): void {
  const before = localStorage.getItem(KEPT.instance);
  if (before !== null && before !== instance) forgetChain();
  localStorage.setItem(KEPT.instance, instance);
}

function forgetChain(): void {
  const pending = Object.keys(sessionStorage).filter((key) =>
    [KEPT.pending, KEPT.claims].some((prefix) => key.startsWith(prefix)),
  );
  for (const key of pending) sessionStorage.removeItem(key);
  const signed = Object.keys(localStorage).filter((key) =>
    [KEPT.ballot, KEPT.ballotKey, KEPT.confirmation].some((prefix) => key.startsWith(prefix)),
  );
  for (const key of signed) localStorage.removeItem(key);
  localStorage.removeItem(KEPT.instance);
  try {
    indexedDB.deleteDatabase(KEPT.chain);
  } catch {
    // A browser that forbids it has kept nothing.
  }
}

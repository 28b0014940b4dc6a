// The co-op's relay, as the page asks it. What it says is not believed about the chain: that is read there.
import type { Receipt, ReceiptState, RelayedPaper, RelayNotice } from "../../../../books/relay.ts";

const PATIENCE_MS = 10_000;

export type HandedIn = { taken: { id: string; receipt: Receipt } } | { refused: string } | "silent";
export type Whereabouts = { state: ReceiptState; transaction: string | null } | "unknown" | "silent";

export async function handIn(relay: string, paper: RelayedPaper): Promise<HandedIn> {
  const answer = await ask(`${relay}/papers`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(paper),
  });
  if (!answer) return "silent";
  const { id, receipt, error } = answer.value as { id?: string; receipt?: Receipt; error?: string };
  if (answer.ok && typeof id === "string" && receipt) return { taken: { id, receipt } };
  return typeof error === "string" ? { refused: error } : "silent";
}

export async function whereIs(relay: string, id: string): Promise<Whereabouts> {
  const answer = await ask(`${relay}/receipts/${id}`, {});
  if (!answer) return "silent";
  if (answer.ok) return answer.value as Exclude<Whereabouts, string>;
  return (answer.value as { code?: string }).code === "no-such-receipt" ? "unknown" : "silent";
}

/** The kinds of papers that it takes; asking also wakes a relay that opens its store only when it is asked. */
export async function kindsOf(relay: string): Promise<readonly string[]> {
  const answer = await ask(`${relay}/`, {});
  const { kinds } = (answer?.value ?? {}) as Partial<RelayNotice>;
  return Array.isArray(kinds) ? kinds : [];
}

async function ask(url: string, init: RequestInit): Promise<{ ok: boolean; value: unknown } | undefined> {
  try {
    const answer = await fetch(url, { ...init, cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    return { ok: answer.ok, value: await answer.json() };
  } catch {
    return undefined;
  }
}

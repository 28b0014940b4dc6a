// Why a node did not answer, out of what it said. Every provider words it otherwise, and what to do about it differs.

export type RefusalKind =
  /** Asked too often, or overloaded: wait. */
  | "busy"
  /** Took too long: ask for less. */
  | "slow"
  /** More than it gives at once: ask for less. */
  | "large"
  /** Does not keep what is that old: another node must be asked. */
  | "pruned"
  /** Does not have the newest blocks yet: wait. */
  | "behind"
  /** Nobody answers: wait, or give up. */
  | "unreachable"
  | "other";

/** What a failed request is known by; `retryAfter` is the header as it came. */
export type Failure = {
  message: string;
  status?: number | undefined;
  code?: number | undefined;
  retryAfter?: string | null | undefined;
};

/** The first that fits says what it is. */
const WORDS: readonly (readonly [RefusalKind, RegExp])[] = [
  ["busy", /too many requests|rate.?limit|request limit|request rate|throughput|capacity|over.?loaded|quota/],
  ["behind", /beyond (the )?current head|header not found|unknown block|block not found|after last accepted/],
  ["pruned", /prun|missing trie node|histor(y|ical)|not available|unavailable|no state/],
  ["slow", /time.?out|timed out|took too long|deadline|aborted/],
  ["large", /range|results|too (large|big|wide|many)|size|limit|exceed|max/],
  ["unreachable", /fetch failed|failed to fetch|network|refused|econn|socket|http request failed/],
];
const BY_STATUS: Record<number, RefusalKind> = { 408: "slow", 413: "large", 429: "busy", 504: "slow", 524: "slow" };
/** "Pruned history unavailable", of EIP-4444. */
const PRUNED = 4444;

export function kindOfRefusal({ message, status = 0, code }: Failure): RefusalKind {
  if (code === PRUNED) return "pruned";
  const text = message.toLowerCase();
  const said = WORDS.find(([, words]) => words.test(text))?.[0];
  // A gateway's own page says nothing of the node behind it.
  return BY_STATUS[status] ?? (status >= 500 && said !== "large" ? "busy" : (said ?? "other"));
}

/** How long the node asks to be left alone, in milliseconds: a number of seconds, or a date. */
export function askedToWait({ retryAfter }: Failure, now: number): number | undefined {
  if (!retryAfter) return undefined;
  const until = /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1_000 : Date.parse(retryAfter);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}

const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait before the next try: as long as the node asks for, or twice as long each time. */
export function waitBefore(tried: number, failure: Failure): number {
  return Math.min(askedToWait(failure, Date.now()) ?? SHORTEST_WAIT_MS * 2 ** (tried - 1), LONGEST_WAIT_MS);
}

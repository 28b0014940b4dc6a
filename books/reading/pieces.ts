// Reads a long stretch of blocks piece by piece: pieces that shrink when a node refuses them and grow again, and patience with
// a node that is busy. Whoever reads brings the request; this decides what to ask for and when.
import type { Failure, RefusalKind } from "./refusal.ts";

/** First and last block, both included. */
export type Range = { from: number; to: number };

export type Patience = {
  /** What is known of an error that the request threw. */
  failureOf: (error: unknown) => Failure;
  wait: (ms: number) => Promise<unknown>;
  /** How often a busy node is asked again before it is given up. */
  tries: number;
  /** Blocks in the first piece. */
  first?: number;
};

/** The node does not give what was asked for, however it was asked. */
export class NodeRefusal extends Error {
  override name = "NodeRefusal";
  readonly kind: RefusalKind;
  /** What could not be had. */
  readonly piece: Range;

  constructor(kind: RefusalKind, piece: Range, message: string) {
    super(message);
    this.kind = kind;
    this.piece = piece;
  }
}

const FIRST_PIECE = 2_000;
const LARGEST_PIECE = 1_000_000;
/** Pieces that went well before a size that was refused is tried again. */
const PIECES_UNTIL_RETRY = 16;

/** Every piece of the range with what was answered, in order. Throws a NodeRefusal when the node can not be moved to answer. */
export async function* inPieces<T>(
  { from, to }: Range,
  ask: (piece: Range) => Promise<T>,
  patience: Patience,
): AsyncGenerator<{ piece: Range; answer: T }> {
  let next = from;
  let span = patience.first ?? FIRST_PIECE;
  let refused = Number.POSITIVE_INFINITY;
  let well = 0;
  while (next <= to) {
    const piece = { from: next, to: Math.min(to, next + span - 1) };
    const asked = await patiently(() => ask(piece), piece, patience);
    if ("tooMuch" in asked) {
      refused = piece.to - piece.from + 1;
      span = Math.ceil(refused / 2);
      well = 0;
      continue;
    }
    yield { piece, answer: asked.answer };
    next = piece.to + 1;
    if (++well >= PIECES_UNTIL_RETRY) refused = Number.POSITIVE_INFINITY;
    if (span * 2 < refused) span = Math.min(span * 2, LARGEST_PIECE);
  }
}

/** Asks until there is an answer, or it is clear that less must be asked for. */
async function patiently<T>(
  ask: () => Promise<T>,
  piece: Range,
  { failureOf, wait, tries }: Patience,
): Promise<{ answer: T } | { tooMuch: true }> {
  for (let again = 1; ; again++) {
    try {
      return { answer: await ask() };
    } catch (error) {
      const failure = failureOf(error);
      // The words of all providers are not for the first page, which mostly gets an answer.
      const { kindOfRefusal, waitBefore } = await import("./refusal.ts");
      const kind = kindOfRefusal(failure);
      const halves = kind === "large" || kind === "slow" || kind === "other";
      if (halves && piece.to > piece.from) return { tooMuch: true };
      const waits = kind === "busy" || kind === "behind" || kind === "unreachable" || kind === "slow";
      if (!waits || again >= tries) throw new NodeRefusal(kind, piece, failure.message);
      await wait(waitBefore(again, failure));
    }
  }
}

// What every step knows: the draft, the charter that comes of it, and what is wrong with it.
import { createContext, useContext, useMemo, useState } from "react";
import type { Address } from "viem";
import type { Charter } from "../../../../books/charter/charter.ts";
import { problemsOf } from "../../../../books/charter/check.ts";
import { usePage } from "../../shared/config/useConfig.ts";
import { charterOf, draftPath, type Problem } from "./draft/charter.ts";
import { type Draft, newDraft } from "./draft/draft.ts";
import { loadDraft, placeOf, saveDraft } from "./draft/store.ts";
import { stepOf } from "./step-list.ts";
import { type Token, useChainNow, useToken } from "./useToken.ts";

export type Factory = { address: Address; block: number };
export type Founding = {
  factory: Factory;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** Where the draft is kept. */
  place: string;
  charter: Charter;
  /** The money that the co-op counts in, once it was asked for. */
  token?: Token;
  decimals: number;
  symbol: string;
  now: number;
  problems: readonly Problem[];
  /** Those of them that no file can tell: figures that can not be read. */
  unread: readonly Problem[];
  /** What to say at a field: what is wrong there, once somebody was past it. */
  errorAt: (path: string) => string | undefined;
};

/** Before the money is known, sums are whole. */
const WHOLE = { decimals: 6, symbol: "" };

const FoundingContext = createContext<Founding | undefined>(undefined);
export const FoundingProvider = FoundingContext.Provider;

export function useFounding(): Founding {
  const founding = useContext(FoundingContext);
  if (!founding) throw new Error("useFounding needs a FoundingProvider above it.");
  return founding;
}

export function useFoundingValue(factory: Factory): Founding & { broken?: string } {
  const { chainId, tokens, instance } = usePage();
  const now = useChainNow();
  const place = placeOf(chainId, factory.address);
  const [kept] = useState(() => loadDraft(place));
  const [draft, setDraft] = useState<Draft>(() => ofThisChain(kept.draft ?? newDraft(now, tokens[0]), instance));
  const answer = useToken(draft.token);
  const token = answer && "token" in answer ? answer.token : undefined;
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  const { decimals, symbol } = token ?? WHOLE;
  // The clock of the chain is looked at by the day: nothing here turns on less.
  const today = Math.floor(now / 3_600) * 3_600;
  const { charter, problems, unread } = useMemo(
    () => checked(draft, decimals, today, refused),
    [draft, decimals, today, refused],
  );
  const change = (part: Partial<Draft>) => {
    setDraft((before) => {
      const next = { ...before, ...part };
      saveDraft(place, next);
      return next;
    });
  };
  const errorAt = (path: string) => {
    const told = path in draft.figures || draft.seen.includes(stepOf(path));
    return told ? problems.find((one) => one.path === path)?.sentence : undefined;
  };
  return {
    ...{ factory, draft, change, place, charter, decimals, symbol, now, problems, unread, errorAt },
    ...(token && { token }),
    ...(kept.broken !== undefined && { broken: kept.broken }),
  };
}

/** One problem for each place, in the order of the steps' fields. */
function checked(draft: Draft, decimals: number, now: number, refused: string | undefined) {
  const { charter, unread } = charterOf(draft, decimals);
  const money = refused === undefined ? [] : [{ clause: "", path: "settlementToken", sentence: refused }];
  const lawful = problemsOf(charter, now).map((one) => ({ ...one, path: draftPath(draft, one.path) }));
  const problems = new Map<string, Problem>();
  for (const one of [...unread, ...money, ...lawful]) if (!problems.has(one.path)) problems.set(one.path, one);
  return { charter, unread, problems: [...problems.values()] };
}

/** A practice chain that was started again knows nothing of what was founded on the one before. */
function ofThisChain(draft: Draft, instance: string): Draft {
  const { sent, founded, ...rest } = draft;
  return {
    ...rest,
    ...(sent?.instance === instance && { sent }),
    ...(founded?.instance === instance && { founded }),
  };
}

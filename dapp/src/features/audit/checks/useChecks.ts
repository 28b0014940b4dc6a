// Runs the checks one after the other, at the block that the page had when they began.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Client } from "viem";
import { useClient } from "wagmi";
import { booksAt } from "../../../shared/chain/books.ts";
import type { Head } from "../../../shared/chain/reader.ts";
import { useChainState, useCoop } from "../../../shared/chain/useCoop.ts";
import { usePage } from "../../../shared/config/useConfig.ts";
import { hashOfBlock } from "../blocks.ts";
import { CHECKS } from "./all.ts";
import type { Check, Line, Subject } from "./check.ts";
import { snapshot } from "./snapshot.ts";

export type Result = {
  check: Check;
  lines: readonly Line[];
  /** Why it could not be made. */
  failed?: string;
};

export type Run = {
  block: bigint;
  at: number;
  events: number;
  results: readonly Result[];
  total: number;
  /** Whether the chain had another block there in the end: then the answers are not of one moment. */
  moved: boolean;
};

/** `run` is there from the first check on; `again` begins anew at the newest block. */
export type Checking = { run: Run | undefined; done: boolean; again: () => void };

export function useChecks(): Checking {
  const client = useClient() as Client;
  const { reading } = useChainState();
  const { head, modules, settlement } = useCoop();
  const { snapshot: file } = usePage();
  const [run, setRun] = useState<Run>();
  const latest = useRef<() => Promise<void>>(undefined);
  const turn = useRef(0);

  latest.current = async () => {
    turn.current += 1;
    const mine = turn.current;
    const publish = (made: Run) => mine === turn.current && setRun(made);
    const kept = reading?.kept ?? [];
    const made = await booksAt(kept, head.number);
    const subject: Subject = {
      ...made.books,
      client,
      head,
      modules,
      settlement,
      made,
      beginning: file && { file, kept },
    };
    const checks = file ? [...CHECKS, snapshot] : CHECKS;
    const total = checks.length;
    let now: Run = { block: head.number, at: head.timestamp, events: made.events, results: [], total, moved: false };
    publish(now);
    for (const check of checks) {
      if (mine !== turn.current) return;
      const results = [...now.results, await resultOf(check, subject)];
      const moved = results.length === total && (await hasMoved(client, head));
      now = { ...now, results, moved };
      publish(now);
    }
  };

  const again = useCallback(() => {
    setRun(undefined);
    void latest.current?.();
  }, []);
  useEffect(() => {
    again();
    return () => {
      turn.current += 1;
    };
  }, [again]);
  return { run, done: run !== undefined && run.results.length === run.total, again };
}

/** A node that does not answer has not said so: its checks say that they could not be made. */
async function hasMoved(client: Client, { number, hash }: Head): Promise<boolean> {
  try {
    return (await hashOfBlock(client, number)) !== hash;
  } catch {
    return false;
  }
}

/** Books of impossible events, and nodes that do not answer, leave a question open: that is said, and the others go on. */
async function resultOf(check: Check, subject: Subject): Promise<Result> {
  try {
    return { check, lines: (await check.run(subject)).lines };
  } catch (error) {
    const { shortMessage, message } = error as { shortMessage?: string; message?: string };
    return { check, lines: [], failed: (shortMessage ?? message ?? String(error)).split("\n")[0] ?? "" };
  }
}

// A statement on its way: written, made ready for those who may read it, kept, and filed by its fingerprint.

import { useState } from "react";
import type { Address } from "viem";
import type { Coop, Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { type Act, useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { handover, saveAsFile } from "../../shared/documents/handover.ts";
import { keepMyself, type Prepared, sealFor, showToAll } from "../../shared/documents/sealFor.ts";
import { sentenceFor } from "../../shared/documents/tools.ts";
import { useDocumentTools } from "../../shared/documents/useDocumentTools.ts";
import { memberNumbered } from "./newProposal.ts";

export type Audience = "everybody" | "named" | "nobody";
export type Written = { words: string; audience: Audience; members: string };

/** What was made of the words that are in the field now. */
type Made = { prepared: Prepared; kept: boolean; saved: boolean };

export type Statement = {
  written: Written;
  write: (change: Partial<Written>) => void;
  act: Act;
  busy: boolean;
  trouble?: string;
  /** For whom it could not be sealed; filing again goes on without them. */
  without: Address[];
  filed: boolean;
  saved: boolean;
  file: () => Promise<void>;
  save: () => void;
};

export function useStatement(proposal: Proposal): Statement {
  const { coop } = useCoop();
  const tools = useDocumentTools();
  const act = useAct(`heard:${proposal.id}`);
  const [written, setWritten] = useState<Written>({ words: "", audience: "everybody", members: "" });
  const [made, setMade] = useState<Made>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  const prepare = async (): Promise<Prepared | undefined> => {
    const { audience, members } = written;
    const words = written.words.trim();
    if (audience === "nobody") return keepMyself(words);
    if (!tools) return undefined;
    if (audience === "everybody") return showToAll(tools, words);
    const accounts = accountsOf(members, coop);
    if (typeof accounts === "string") return void setTrouble(accounts);
    return sealFor(tools, accounts, words);
  };

  const file = async () => {
    if (busy || act.busy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const prepared = made?.prepared ?? (await prepare());
      if (!prepared) return;
      setMade((now) => now ?? { prepared, kept: false, saved: false });
      if (!made && prepared.without.length > 0) return;
      if (!made?.kept) await prepared.put();
      setMade((now) => now && { ...now, kept: true });
      await act.run({
        address: proposal.assembly,
        abi: wholeAssemblyAbi as never,
        functionName: "beHeard",
        args: [proposal.id, prepared.commitment],
      });
    } catch (error) {
      setTrouble(sentenceFor(error));
    } finally {
      setBusy(false);
    }
  };

  return {
    written,
    write: (change) => {
      setWritten({ ...written, ...change });
      setMade(undefined);
      setTrouble(undefined);
    },
    act,
    busy,
    trouble,
    without: made && !made.kept ? made.prepared.without : [],
    filed: made !== undefined && proposal.heard.includes(made.prepared.commitment),
    saved: made?.saved ?? false,
    file,
    save: () => {
      const prepared = made?.prepared ?? keepMyself(written.words.trim());
      saveAsFile("statement.txt", handover(prepared.opening));
      setMade({ prepared, kept: made?.kept ?? false, saved: true });
    },
  };
}

/** The accounts of members listed by number, or what is wrong with the list. */
export function accountsOf(list: string, coop: Coop): Address[] | string {
  const numbers = list.split(/[\s,;]+/).filter((part) => part !== "");
  if (numbers.length === 0) return t`Say for whom to seal it: the numbers of members, such as 3, 14.`;
  const found = numbers.map((number) => ({ number, member: memberNumbered(number, coop) }));
  const missing = found.find(({ member }) => member === undefined);
  if (missing) return t`There is no active member ${missing.number}. Correct the number, or leave it out.`;
  return [...new Set(found.flatMap(({ member }) => member?.account ?? []))];
}

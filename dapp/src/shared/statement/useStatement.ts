// Words that only some people read: a salted hash of them goes on record, the words do not (M7).
import { useRef, useState } from "react";
import { type Address, type Hex, zeroHash } from "viem";
import type { Prepared } from "../documents/sealFor.ts";
import { useDocumentTools } from "../documents/useDocumentTools.ts";

/** Whoever is to read the words. */
export type Readers = readonly Address[] | "everybody";

export type Statement = {
  /** Puts the words where the readers find them; resolves to the hash for the record, or to nothing when that failed. */
  write: (text: string, readers: Readers) => Promise<Hex | undefined>;
  busy: boolean;
  /** Why it failed, and what to do. */
  trouble?: string | undefined;
  /** Whether the person keeps the words and hands them over, instead of the co-op's service. */
  keepsSelf: boolean;
  keepSelf: (keeps: boolean) => void;
};

export function useStatement(): Statement {
  const tools = useDocumentTools();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [keepsSelf, setKeepsSelf] = useState(false);
  // Kept words are not handed in again when only the act after it failed.
  const kept = useRef<{ words: string; commitment: Hex }>(undefined);

  const write = async (text: string, readers: Readers): Promise<Hex | undefined> => {
    if (text.trim() === "") return zeroHash;
    const words = JSON.stringify([text, readers, keepsSelf]);
    if (kept.current?.words === words) return kept.current.commitment;
    if (!tools || busy) return undefined;
    setBusy(true);
    setTrouble(undefined);
    try {
      const { sealFor, showToAll, keepMyself } = await import("../documents/sealFor.ts");
      const prepare = async (): Promise<Prepared> => {
        if (keepsSelf) return keepMyself(text);
        return readers === "everybody" ? showToAll(tools, text) : sealFor(tools, readers, text);
      };
      const { commitment, opening, put } = await prepare();
      await put();
      if (keepsSelf) await save(opening);
      kept.current = { words, commitment };
      return commitment;
    } catch (error) {
      const { sentenceFor } = await import("../documents/tools.ts");
      setTrouble(sentenceFor(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { write, busy, trouble, keepsSelf, keepSelf: setKeepsSelf };
}

async function save(opening: Prepared["opening"]): Promise<void> {
  const { handover, saveAsFile } = await import("../documents/handover.ts");
  saveAsFile("words-and-salt.txt", handover(opening));
}

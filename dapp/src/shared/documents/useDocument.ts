import { useState } from "react";
import type { Hex } from "viem";
import { t } from "../../../../books/say.ts";
import type { Opening } from "../../../../documents/envelope/commitment.ts";
import type { Envelope } from "../../../../documents/envelope/envelope.ts";
import { deleteDocument } from "./deleteDocument.ts";
import { findDocument, openDocument } from "./openDocument.ts";
import { Unavailable } from "./service.ts";
import { sentenceFor } from "./tools.ts";
import { useDocumentTools } from "./useDocumentTools.ts";

export type DocumentView = {
  envelope?: Envelope;
  opening?: Opening;
  /** Why it is not to be had at all. */
  absent?: string;
  /** Why the last attempt failed. */
  trouble?: string;
  busy: boolean;
  /** Asks the service for it. */
  find: () => void;
  /** Opens what is sealed; may ask the wallet. */
  unseal: () => void;
  /** Deletes it for everybody; asks the wallet. */
  erase: () => void;
};

type State = Pick<DocumentView, "envelope" | "opening" | "absent" | "trouble">;

/** One document, by the hash that is on record. */
export function useDocument(hash: Hex): DocumentView {
  const tools = useDocumentTools();
  const [state, setState] = useState<State>({});
  const [busy, setBusy] = useState(false);

  const attempt = async (work: () => Promise<State>) => {
    if (busy) return;
    setBusy(true);
    try {
      setState({ ...state, trouble: undefined, ...(await work()) });
    } catch (error) {
      const why = error instanceof Unavailable ? { absent: error.message } : { trouble: sentenceFor(error) };
      setState({ ...state, trouble: undefined, ...why });
    } finally {
      setBusy(false);
    }
  };
  const { envelope } = state;
  return {
    ...state,
    busy,
    find: () => attempt(async () => ({ absent: undefined, ...(await findDocument(tools, hash)) })),
    unseal: () =>
      attempt(async () => (envelope && tools ? { opening: await openDocument(tools, hash, envelope) } : {})),
    erase: () =>
      attempt(async () => {
        if (!tools) return {};
        await deleteDocument(tools, hash);
        return { envelope: undefined, opening: undefined, absent: t`It was deleted.` };
      }),
  };
}

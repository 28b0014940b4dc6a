// What a person signed here on its way through the co-op's relay: signed, kept, handed in, followed.
import { useEffect, useState, useSyncExternalStore } from "react";
import type { RelayedPaper } from "../../../../books/relay.ts";
import { t } from "../../../../books/say.ts";
import { isDeclined, type Sentence, sentenceOf } from "../errors.ts";
import { handIn, type Whereabouts, whereIs } from "./client.ts";
import { OTHER_ACCOUNT, OTHER_NETWORK } from "./otherAccount.ts";
import { keepPaper, onPapers, type SignedPaper, signedPaper } from "./signedPapers.ts";

const EVERY_MS = 3_000;
const OTHER: Sentence = {
  what: t`Your wallet changed accounts meanwhile, so nothing was handed in.`,
  next: t`Look at who you speak for now, and try again.`,
};
const ELSEWHERE: Sentence = {
  what: t`Your wallet changed to another network meanwhile, so nothing was handed in.`,
  next: t`Try again: it will be asked to change back first.`,
};
const DECLINED: Sentence = { what: t`You declined in your wallet. Nothing was handed in.`, next: "" };

export type Busy = "wallet" | "relay";
export type Relayed<P extends RelayedPaper> = {
  /** Signed in this browser, and not on chain as far as is known. */
  signed: SignedPaper<P> | undefined;
  where: Whereabouts | undefined;
  busy: Busy | undefined;
  trouble: Sentence | undefined;
  /** Has something signed, in the wallet or without it, and hands it in; nothing when the person went no further. */
  sign: (make: (asks: (whom: Busy) => void) => Promise<{ place: string; paper: P } | undefined>) => Promise<void>;
  handInAgain: () => Promise<void>;
};

/** What is kept at `place` stays there: a reorganisation can take back what was on chain. */
export function useRelayed<P extends RelayedPaper>(
  relay: string,
  place: string | undefined,
  silent: Sentence,
): Relayed<P> {
  const signed = useSyncExternalStore(onPapers, () => (place ? signedPaper<P>(place) : undefined));
  const [busy, setBusy] = useState<Busy>();
  const [trouble, setTrouble] = useState<Sentence>();
  const [where, setWhere] = useState<Whereabouts>();
  const id = signed?.taken?.id;

  useEffect(() => {
    setWhere(undefined);
    if (!id) return;
    const look = async () => {
      if (document.visibilityState === "visible") setWhere(await whereIs(relay, id));
    };
    look();
    const timer = setInterval(look, EVERY_MS);
    return () => clearInterval(timer);
  }, [relay, id]);

  const give = async (to: string, paper: P) => {
    setBusy("relay");
    const answer = await handIn(relay, paper);
    if (answer === "silent") setTrouble(silent);
    else if ("taken" in answer) keepPaper(to, { paper, taken: answer.taken });
    else {
      setTrouble({ what: answer.refused, next: "" });
      keepPaper(to, undefined);
    }
  };
  const within = async (work: () => Promise<void>) => {
    if (busy) return;
    setTrouble(undefined);
    try {
      await work();
    } catch (error) {
      setTrouble(wordsFor(error));
    } finally {
      setBusy(undefined);
    }
  };
  return {
    signed,
    where,
    busy,
    trouble,
    sign: (make) =>
      within(async () => {
        const made = await make(setBusy);
        if (!made) return;
        // Kept before it is handed in: a tab that is closed now loses nothing.
        keepPaper(made.place, { paper: made.paper });
        await give(made.place, made.paper);
      }),
    handInAgain: () => within(async () => void (place && signed && (await give(place, signed.paper)))),
  };
}

function wordsFor(error: unknown): Sentence {
  if (error === OTHER_ACCOUNT) return OTHER;
  if (error === OTHER_NETWORK) return ELSEWHERE;
  return isDeclined(error) ? DECLINED : sentenceOf(error);
}

/** Whether the relay says that nothing will come of what it took. */
export const isLost = (where: Whereabouts | undefined): boolean =>
  where === "unknown" || (typeof where === "object" && (where.state === "late" || where.state === "passed-over"));

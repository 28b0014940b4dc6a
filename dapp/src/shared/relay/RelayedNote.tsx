import type { ReactNode } from "react";
import type { RelayedPaper } from "../../../../books/relay.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../chain/useCoop.ts";
import { formatMoment } from "../format/time.ts";
import { Note } from "../ui/Note.tsx";
import { isLost, type Relayed } from "./useRelayed.ts";

/** So long after its promise a relay counts as silent, by the chain's clock. */
const SILENT_S = 10 * 60;

/** Whole sentences, each about one kind of paper. */
export type RelayWords = {
  /** It was signed, and the relay has not said that it has it; what to do about that, with a button. */
  unsure: string;
  again: (button: ReactNode) => ReactNode;
  accepted: string;
  onItsWay: string;
  beingRecorded: string;
  /** Until that moment the relay means to have posted it. */
  waiting: (moment: string) => string;
  late: (moment: string) => string;
  lost: string;
  silent: string;
};

type Props<P extends RelayedPaper> = {
  relayed: Relayed<P>;
  /** By when it has to be on chain, unix seconds. */
  closes: number;
  words: RelayWords;
};

/** Where a paper is that was signed here, in words; what to do when the relay does not do its part. */
export function RelayedNote<P extends RelayedPaper>({ relayed, closes, words }: Props<P>) {
  const { now } = useCoop();
  const { signed, where, busy, handInAgain } = relayed;
  if (!signed) return null;
  if (!signed.taken) {
    const button = (
      <button type="button" className="link" aria-disabled={busy !== undefined} onClick={handInAgain}>
        {t`Hand it in again`}
      </button>
    );
    return (
      <div className="mb-4">
        <Note tone="wait">
          <p className="font-semibold">{words.unsure}</p>
          <p>{words.again(button)}</p>
        </Note>
      </div>
    );
  }
  const { postBy } = signed.taken.receipt;
  const late = now > Math.min(postBy + SILENT_S, closes - SILENT_S) && now > postBy;
  const lost = isLost(where);
  const sent = typeof where === "object" && (where.state === "sent" || where.state === "counted");
  const tone = lost || (late && !sent) || where === "silent" ? "wait" : "good";
  return (
    <div className="mb-4" role="status">
      <Note tone={tone}>
        <p className="font-semibold">{sent ? words.onItsWay : words.accepted}</p>
        <p>{sentence()}</p>
      </Note>
    </div>
  );

  function sentence(): string {
    if (lost) return words.lost;
    if (sent) return words.beingRecorded;
    if (late) return words.late(formatMoment(postBy));
    if (where === "silent") return words.silent;
    return words.waiting(formatMoment(postBy));
  }
}

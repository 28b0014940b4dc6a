import { useState } from "react";
import { useClient } from "wagmi";
import { t } from "../../../../books/say.ts";
import { useChainState, useChainStore } from "../chain/useCoop.ts";
import { DAY, formatMoment } from "../format/time.ts";
import { rich } from "../language/rich.ts";
import { useUpcoming } from "../motion/upcoming.ts";
import { moveClockBy, moveClockTo } from "./moveClock.ts";

/** Only on a chain of one's own: lets a person see a vote open and close. */
export default function ClockStrip() {
  const client = useClient();
  const store = useChainStore();
  const { reading } = useChainState();
  const upcoming = useUpcoming();
  const [moving, setMoving] = useState(false);
  const [trouble, setTrouble] = useState(false);
  if (!client || !reading) return null;

  const move = async (go: () => Promise<void>) => {
    if (moving) return;
    setMoving(true);
    setTrouble(false);
    await go().catch(() => setTrouble(true));
    await store.refresh();
    setMoving(false);
  };
  const button = "rounded-full border border-wait px-3 py-0.5 font-semibold hover:bg-surface";
  return (
    <section aria-label={t`Move the clock`} className="border-b border-line bg-wait-soft text-wait print:hidden">
      <div className="small mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-1.5 sm:px-6">
        <p>
          <strong>{t`Practice chain`}</strong>, {formatMoment(reading.head.timestamp)}
        </p>
        <button
          type="button"
          className={button}
          onClick={() => move(() => moveClockBy(client, DAY))}
        >{t`+1 day`}</button>
        <button
          type="button"
          className={button}
          onClick={() => move(() => moveClockBy(client, 7 * DAY))}
        >{t`+7 days`}</button>
        {upcoming && upcoming.at > reading.head.timestamp && (
          <button
            type="button"
            className={button}
            onClick={() => move(() => moveClockTo(client, upcoming.at))}
          >{rich`To when ${upcoming.label}`}</button>
        )}
        {trouble && <p role="alert">{t`The clock could not be moved: the chain does not answer.`}</p>}
      </div>
    </section>
  );
}

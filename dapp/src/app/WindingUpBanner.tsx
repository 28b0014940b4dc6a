import { t } from "../../../books/say.ts";
import { useChainState } from "../shared/chain/useCoop.ts";
import { DAY, formatDay } from "../shared/format/time.ts";
import { rich } from "../shared/language/rich.ts";
import CloseCoop from "./CloseCoop.tsx";

/** Winding up takes so long at least (A2). */
const WINDING_UP = 90 * DAY;

/** Once the members have decided to end the co-op: what still goes on, what does not, and when it closes. */
export default function WindingUpBanner() {
  const { reading } = useChainState();
  const since = reading?.coop.windingUpSince;
  if (!reading || since === undefined) return null;
  const { closedAt } = reading.coop;
  const closes = since + WINDING_UP;
  return (
    <section aria-label={t`The co-op is winding up`} className="border-b border-line bg-wait-soft text-wait">
      <div className="small mx-auto max-w-6xl px-4 py-2.5 sm:px-6">
        {closedAt !== undefined ? (
          <p>{rich`${<strong>{rich`The co-op was closed on ${formatDay(closedAt)}.`}</strong>} Members take their shares back at par, without a queue. What remains goes to the body that inherits.`}</p>
        ) : (
          <p>{rich`${<strong>{rich`The co-op has been winding up since ${formatDay(since)}, as its members decided.`}</strong>} Nobody is admitted and no share is sold any more. Members go on voting on what is left to settle. It can be closed from ${formatDay(closes)}.`}</p>
        )}
        {(closedAt !== undefined || reading.head.timestamp >= closes) && <CloseCoop />}
      </div>
    </section>
  );
}

import { useChainState } from "../shared/chain/useCoop.ts";
import { formatDay } from "../shared/format/time.ts";

/** Once the members have decided to end the co-op: what still goes on, and what does not. */
export function WindingUpBanner() {
  const { reading } = useChainState();
  const since = reading?.coop.windingUpSince;
  if (since === undefined) return null;
  return (
    <section aria-label="The co-op is winding up" className="border-b border-line bg-wait-soft text-wait">
      <p className="small mx-auto max-w-6xl px-4 py-2.5 sm:px-6">
        <strong>The co-op has been winding up since {formatDay(since)}, as its members decided.</strong> Nobody is
        admitted and no share is sold any more. Members go on voting on what is left to settle.
      </p>
    </section>
  );
}

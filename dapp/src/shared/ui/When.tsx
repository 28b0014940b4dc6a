import { formatMoment, formatRelative } from "../format/time.ts";

/** A moment on the chain's clock, relative where `now` is given; the other form is in the tooltip. */
export function When({ at, now }: { at: number; now?: number }) {
  const full = formatMoment(at);
  return (
    <time dateTime={new Date(at * 1_000).toISOString()} title={full}>
      {now === undefined ? full : formatRelative(at, now)}
    </time>
  );
}

type Part = { share: number; fill: string };
type BarProps = {
  label: string;
  /** What the bar says, in words; the bar itself is only for the eye. */
  text: string;
  parts: readonly Part[];
  mark?: { at: number; label: string };
};

/** A share of a whole, with a mark where it has to get to. */
export function Bar({ label, text, parts, mark }: BarProps) {
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <bdi className="line-clamp-4 font-semibold" title={label}>
          {label}
        </bdi>
        <span className="small figures text-muted">
          {text}
          {mark && `, ${mark.label}`}
        </span>
      </div>
      <div aria-hidden="true" className="relative mt-1.5 h-4">
        <div className="flex h-full gap-[2px] overflow-hidden rounded-full bg-sunken">
          {parts.map(({ share, fill }) =>
            share > 0 ? <div key={fill} className={`h-full ${fill}`} style={{ width: `${share * 100}%` }} /> : null,
          )}
        </div>
        {mark && (
          <div
            className="absolute -top-1 -bottom-1 w-[3px] -translate-x-1/2 rounded bg-text ring-2 ring-surface"
            style={{ left: `${Math.min(100, mark.at * 100)}%` }}
          />
        )}
      </div>
    </div>
  );
}

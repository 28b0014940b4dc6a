import { Link, useNavigate } from "@tanstack/react-router";
import type { Entry } from "../../../../../books/journal.ts";
import { t } from "../../../../../books/say.ts";
import { useCoop } from "../../../shared/chain/useCoop.ts";
import { DayField } from "../../../shared/ui/DayField.tsx";
import { type SpanSearch, searchIn } from "./span.ts";

type Props = { search: SpanSearch; entries: readonly Entry[] };

/** From when to when: any days, or with one press a whole year or everything. */
export function SpanFields({ search, entries }: Props) {
  const { now } = useCoop();
  const navigate = useNavigate();
  const go = (to: SpanSearch) => navigate({ to: "/treasury/statements", search: searchIn(to), replace: true });
  const spans = [
    { label: t`All time`, span: {} },
    ...yearsOf(entries, now).map((year) => ({
      label: String(year),
      span: { from: `${year}-01-01`, to: `${year}-12-31` },
    })),
  ];
  return (
    <search className="mb-6 grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] print:hidden">
      <DayField label={t`From`} value={search.from} onChange={(from) => go({ ...search, from })} />
      <DayField label={t`To`} value={search.to} onChange={(to) => go({ ...search, to })} />
      <ul className="flex flex-wrap gap-2">
        {spans.map(({ label, span }: { label: string; span: SpanSearch }) => {
          const here = span.from === search.from && span.to === search.to;
          return (
            <li key={label}>
              <Link
                to="/treasury/statements"
                search={span}
                aria-current={here ? "true" : undefined}
                className={`button small ${here ? "button-main" : "button-quiet"}`}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </search>
  );
}

/** The latest three calendar years (UTC), from the first entry on. */
function yearsOf(entries: readonly Entry[], now: number): number[] {
  const yearOf = (at: number) => new Date(at * 1_000).getUTCFullYear();
  const [first, last] = [yearOf(entries[0]?.at ?? now), yearOf(now)];
  return Array.from({ length: Math.min(3, last - first + 1) }, (_, i) => last - i);
}

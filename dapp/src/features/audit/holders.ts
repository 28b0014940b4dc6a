// Who holds an office and who held it.
import type { Coop, FormerOffice, Office } from "../../../../books/coop.ts";

export type Holder = Pick<Office, "account" | "at" | "until"> & {
  /** When it ended, where that is past. */
  ended?: number;
  /** Whether it ended before its date. */
  early: boolean;
};

/** Those in office first, the one that ends last at the front; then the others, by when they ended. */
export function holdersOf(
  { offices, formerOffices }: Pick<Coop, "offices" | "formerOffices">,
  role: number,
  now: number,
) {
  const of = <Of extends Office>(list: readonly Of[]): Of[] => list.filter((one) => one.role === role);
  const former = (of(formerOffices) as FormerOffice[]).map(
    ({ account, at, until, endedAt }): Holder => ({
      account,
      at,
      until,
      ended: Math.min(endedAt, until),
      early: endedAt < until,
    }),
  );
  const known = of([...offices]).map(
    ({ account, at, until }): Holder => ({ account, at, until, early: false, ...(until <= now && { ended: until }) }),
  );
  const all = [...known, ...former];
  return {
    now: all.filter(({ ended }) => ended === undefined).sort((a, b) => b.until - a.until),
    before: all.filter(({ ended }) => ended !== undefined).sort((a, b) => (b.ended ?? 0) - (a.ended ?? 0)),
  };
}

// What a date in the calendar of a co-op is.

export type CoopDate = {
  /** What it is the date of; stays as it is when the date moves. */
  key: readonly (string | number | bigint)[];
  /** The contract that numbers what it is the date of; the directory where it is left out. */
  contract?: string;
  /** Unix seconds. */
  at: number;
  /** Whether the day counts and not the moment. */
  wholeDay?: boolean;
  /** Since when it holds. */
  known: number;
  summary: string;
  description: string;
  /** The page of the dApp that shows it. */
  path: string;
  category: "vote" | "poll" | "bonds" | "shares" | "market" | "machines" | "offices";
  /** Whom it concerns; everybody where it is left out. */
  concerns?: (memberId: number) => boolean;
};

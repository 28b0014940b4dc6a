// Moments as files for people write them: the same for every reader, whatever their clock.

/** "2026-11-30 14:05:09 UTC". */
export const momentOf = (at: number): string => `${isoOf(at).slice(0, 19).replace("T", " ")} UTC`;

/** "2026-11-30". */
export const dayOf = (at: number): string => isoOf(at).slice(0, 10);

/** "2026-11-30T14:05:09Z". */
export const isoSeconds = (at: number): string => `${isoOf(at).slice(0, 19)}Z`;

/** The last moment that a file can name; contracts know of later ones. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59) / 1_000;

const isoOf = (at: number): string => new Date(Math.min(at, LAST) * 1_000).toISOString();

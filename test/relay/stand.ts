// What a relay in a test is made of, without a chain in this process.
import type { Hex } from "viem";
import { DEFAULTS, type Settings } from "../../relay/settings.ts";
import type { Where } from "../../relay/store/database.ts";

/** A key for tests only. */
export const RELAY_KEY: Hex = `0x${"7e".repeat(32)}`;

/** Posts at every look what waits, and believes a block at once: for tests that are about something else. */
export const EAGER: Settings = {
  ...DEFAULTS,
  hold: 0,
  depth: 1,
  tick: 3_600_000,
  patience: 0,
  rate: 1e6,
  burst: 1e6,
};

/** A store is named by its folder, or by the address of a Postgres server. */
export const storeAt = (place: string): Where => (place.startsWith("postgres") ? { url: place } : { folder: place });

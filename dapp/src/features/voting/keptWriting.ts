// What somebody is writing, kept in this browser until it is brought or deleted, and as a file to take elsewhere.
import { t } from "../../../../books/say.ts";
import { KEPT } from "../../shared/config/kept.ts";
import { GROUPS } from "./choices.ts";
import { NOTHING_WRITTEN, type Written } from "./newProposal.ts";

/** `at` is by the clock of the device, in milliseconds. */
export type Kept = { written: Written; at: number };

const FORM = "rochdale proposal";
/** More than any field takes: the form says what is too long. */
const LONGEST = 20_000;

type Place = { chainId: number; directory: string };
const keyOf = ({ chainId, directory }: Place): string =>
  `${KEPT.writing}${chainId}:${directory.toLowerCase()}:proposal`;

/** Undefined when nothing is kept, or nothing that this form can read. */
export function keptAt(place: Place): Kept | undefined {
  const text = localStorage.getItem(keyOf(place));
  return text === null ? undefined : keptIn(text);
}

/** False where the browser does not keep it. */
export function keep(place: Place, written: Written, at: number): boolean {
  try {
    if (isEmpty(written)) forget(place);
    else localStorage.setItem(keyOf(place), fileOf(written, at));
    return true;
  } catch {
    return false;
  }
}

export const forget = (place: Place): void => localStorage.removeItem(keyOf(place));

/** As a file: nothing but what stands in the form. */
export const fileOf = (written: Written, at: number): string =>
  `${JSON.stringify({ form: FORM, at, written }, null, 2)}\n`;

export const fileName = ({ title }: Written): string => {
  const plain = title.normalize("NFKD").replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  return `${
    plain
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 40)
      .toLowerCase() || "proposal"
  }.json`;
};

/** What a file says; only fields that the form has, and only text. */
export function keptIn(text: string): Kept | undefined {
  let value: { form?: unknown; at?: unknown; written?: unknown };
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value?.form !== FORM || typeof value.written !== "object" || value.written === null) return undefined;
  const fields = value.written as Record<string, unknown>;
  const written = Object.fromEntries(
    Object.entries(NOTHING_WRITTEN).map(([name, empty]) => {
      const found = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, typeof found === "string" && found.length <= LONGEST ? found : empty];
    }),
  ) as Written;
  if (!GROUPS.some(({ choices }) => choices.some(({ what }) => what === written.what)))
    written.what = NOTHING_WRITTEN.what;
  if (written.membersOnly !== "yes") written.membersOnly = "no";
  return { written, at: typeof value.at === "number" && Number.isFinite(value.at) ? value.at : 0 };
}

/** Nothing of a person's own in it yet. */
export const isEmpty = (written: Written): boolean =>
  (Object.keys(NOTHING_WRITTEN) as (keyof Written)[]).every((name) => written[name] === NOTHING_WRITTEN[name]);

export const NO_FORM = t`This file holds no proposal that was saved here. Nothing was changed.`;

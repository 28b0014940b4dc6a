// What was written as the charter that the factory takes, and what could not be read of it.

import { type Address, isAddress, zeroAddress, zeroHash } from "viem";
import type { Charter, Eight, Officer } from "../../../../../books/charter/charter.ts";
import type { Problem } from "../../../../../books/charter/check.ts";
import { t } from "../../../../../books/say.ts";
import { dayBegins } from "../../../shared/format/days.ts";
import { rateOf } from "../../../shared/format/rate.ts";
import { type Draft, MOST_CLASSES, OFFICES, ROLE_OF } from "./draft.ts";
import { FIGURES, put, unreadable, valueWritten } from "./figures.ts";

export type { Problem };
export type Read = { charter: Charter; unread: Problem[] };

const NO_ADDRESS = t`This is no address: one has 0x and forty letters and figures behind it.`;

/** `decimals` of the money that the co-op counts in. */
export function charterOf(draft: Draft, decimals: number): Read {
  const unread: Problem[] = [];
  const missing = (clause: string, path: string, sentence: string) => unread.push({ clause, path, sentence });
  const account = (text: string, clause: string, path: string, wanted: string): Address => {
    const plain = text.trim();
    if (isAddress(plain, { strict: false })) return plain;
    missing(clause, path, plain === "" ? wanted : NO_ADDRESS);
    return zeroAddress;
  };
  const weights = Array.from({ length: MOST_CLASSES }, (_, i) => {
    const weight = draft.classes[i] ? rateOf(draft.classes[i].weight) : 0;
    if (weight === undefined) missing("C1", `rules.voting.weights.${i}`, t`Write per cent, such as 25.`);
    return weight ?? 0;
  });
  const until = dayBegins(draft.until);
  if (until === undefined) missing("B2", "officers.until", t`Choose the day on which the founders' offices end.`);
  const officers = OFFICES.flatMap((office) =>
    draft.offices[office].map((text, i): Officer => {
      const holder = account(
        text,
        "B1",
        `offices.${office}.${i}`,
        office === "board"
          ? t`Choose somebody for seat ${i + 1} of the board.`
          : t`Choose somebody for the office, or nobody.`,
      );
      return { role: ROLE_OF[office], account: holder, until: until ?? 0 };
    }),
  );
  const charter = {
    name: draft.name.trim(),
    purpose: draft.purpose.trim(),
    classes: draft.classes.map(({ kind, name }) => ({ kind, name: name.trim() })),
    rules: { kinds: [{}, {}, {}, {}], voting: { weights: weights as unknown as Eight<number> } },
    ...{ membership: {}, shares: {}, market: {}, surplus: {} },
    settlementToken: account(draft.token, "S1", "settlementToken", t`Choose the money that the co-op counts in.`),
    body: account(draft.body, "A2", "body", t`Write the address of the body that inherits.`),
    founders: draft.founders.map((one, i) => ({
      account: account(
        one.account,
        "M1",
        `founders.${i}.account`,
        t`Write the address of founder ${i + 1}, or remove the line.`,
      ),
      class: one.class,
      commitment: one.commitment ?? zeroHash,
    })),
    officers,
  };
  for (const figure of FIGURES) {
    const value = valueWritten(figure, draft.figures[figure.path] ?? "", decimals);
    if (value === undefined) missing(figure.parameter.rule, figure.path, unreadable(figure));
    put(charter, figure.path, value ?? (figure.path.startsWith("shares.") ? 0n : 0));
  }
  return { charter: charter as unknown as Charter, unread };
}

/** `officers.3` of the charter is the first of an office in the draft: `offices.auditor.0`. */
export function draftPath(draft: Draft, path: string): string {
  const [, number, rest] = /^officers\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
  if (number === undefined) return path;
  if (rest === "until") return "officers.until";
  const rows = OFFICES.flatMap((office) => draft.offices[office].map((_, i) => `offices.${office}.${i}`));
  return rows[Number(number)] ?? path;
}

// What founders have written so far: text as it stands in the fields, so that nothing half typed is lost.
import { type Address, bytesToHex, type Hex, isAddress, isHash } from "viem";
import { type Charter, ClassKind, Role } from "../../../../../books/charter/charter.ts";
import type { Template } from "../../../../../books/charter/templates.ts";
import { isoDay } from "../../../shared/format/days.ts";
import { DAY } from "../../../shared/format/time.ts";
import { FIGURES, textOf, type Value, valueAt } from "./figures.ts";

export const VERSION = 1;
export const ROLE_OF = {
  board: Role.Board,
  treasurer: Role.Treasurer,
  arbiter: Role.Arbiter,
  auditor: Role.Auditor,
  guardian: Role.Guardian,
} as const;
export type Office = keyof typeof ROLE_OF;
export const OFFICES = Object.keys(ROLE_OF) as Office[];

export type DraftClass = { kind: number; name: string; weight: string };
export type DraftFounder = { account: string; class: number; commitment?: Hex };
/** Where the signature went, and what came of it; on another run of a practice chain neither holds. */
export type Sent = { instance: string; factory: Address; account: Address };
export type Stands = { instance: string; directory: Address; name: string; block: number };
export type Draft = {
  version: typeof VERSION;
  /** Makes the co-op's address: one draft founds one co-op at most, however often it is signed. */
  salt: Hex;
  template: string;
  name: string;
  purpose: string;
  classes: DraftClass[];
  founders: DraftFounder[];
  offices: Record<Office, string[]>;
  /** The day on which the founders' offices end: "2027-05-29". */
  until: string;
  token: string;
  body: string;
  /** By their place in the charter. */
  figures: Record<string, string>;
  /** Steps that were left once: what is missing in them is told from then on. */
  seen: string[];
  sent?: Sent;
  founded?: Stands;
};

export const MOST_CLASSES = 8;
const KINDS = Object.values<number>(ClassKind);
/** B2. */
const CUSTOMARY_TERM = 180 * DAY;

export const newDraft = (now: number, token = ""): Draft => ({
  version: VERSION,
  salt: bytesToHex(crypto.getRandomValues(new Uint8Array(32))),
  ...{ template: "", name: "", purpose: "", classes: [], founders: [{ account: "", class: 0 }] },
  offices: { board: [], treasurer: [], arbiter: [], auditor: [], guardian: [] },
  until: isoDay(now + CUSTOMARY_TERM),
  ...{ token, body: "", figures: {}, seen: [] },
});

/** Classes and figures of a template in place of those before; people and names stay. */
export const fromTemplate = (draft: Draft, template: Template): Draft => ({
  ...draft,
  template: template.id,
  classes: template.classes.map(({ kind, name, weight }) => ({ kind, name, weight: String(weight / 100) })),
  founders: draft.founders.map((one) => ({ ...one, class: one.class < template.classes.length ? one.class : 0 })),
  // A share's price is in whole units there.
  figures: figuresOf(template, 0),
});

/** What a charter says, to be changed further; `decimals` of its token. */
export const fromCharter = (draft: Draft, charter: Charter, decimals: number): Draft => ({
  ...draft,
  template: "",
  name: charter.name,
  purpose: charter.purpose,
  classes: charter.classes.map(({ kind, name }, i) => ({
    ...{ kind, name },
    weight: String((charter.rules.voting.weights[i] ?? 0) / 100),
  })),
  founders: charter.founders.map((one) => ({ ...one, account: written(one.account) })),
  offices: Object.fromEntries(
    OFFICES.map((office) => [
      office,
      charter.officers.filter(({ role }) => role === ROLE_OF[office]).map(({ account }) => written(account)),
    ]),
  ) as Draft["offices"],
  until: charter.officers[0] ? isoDay(Math.min(...charter.officers.map(({ until }) => until))) : draft.until,
  token: written(charter.settlementToken),
  body: written(charter.body),
  figures: figuresOf(charter, decimals),
});

const figuresOf = (from: object, decimals: number): Record<string, string> =>
  Object.fromEntries(
    FIGURES.map((figure) => [figure.path, textOf(figure, valueAt(from, figure.path) as Value, decimals)]),
  );

/** A file of an unfinished draft has the zero address where none was written. */
const written = (account: Address): string => (/^0x0*$/.test(account) ? "" : account);

/** A draft that was kept; undefined when it is none, or of another version. */
export function readDraft(text: string): Draft | undefined {
  try {
    const draft = JSON.parse(text) as Draft;
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

function isDraft(draft: Draft): boolean {
  const texts = [draft.template, draft.name, draft.purpose, draft.until, draft.token, draft.body];
  return (
    draft.version === VERSION &&
    isHash(draft.salt) &&
    [...texts, ...draft.seen, ...Object.values(draft.figures)].every(isText) &&
    draft.classes.length <= MOST_CLASSES &&
    draft.classes.every(({ kind, name, weight }) => KINDS.includes(kind) && isText(name) && isText(weight)) &&
    draft.founders.every(
      ({ account, class: index, commitment }) =>
        isText(account) &&
        (index === 0 || draft.classes[index] !== undefined) &&
        (commitment === undefined || isHash(commitment)),
    ) &&
    OFFICES.every((office) => draft.offices[office].every(isText)) &&
    (draft.sent === undefined || (isText(draft.sent.instance) && isAddress(draft.sent.account))) &&
    (draft.founded === undefined || isAddress(draft.founded.directory))
  );
}

const isText = (value: unknown): boolean => typeof value === "string";

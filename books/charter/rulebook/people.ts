// The rulebook on the purpose, on who is a member and how, and on offices and the end.
import { officeName } from "../../offices.ts";
import { said, t } from "../../say.ts";
import { dayOf } from "../../texts/moment.ts";
import { listed, spanInWords } from "../../words.ts";
import type { Charter, Founder } from "../charter.ts";
import { type Clause, clause, fixed } from "./clause.ts";

const NO_HASH = /^0x0*$/;

export function membersPart(charter: Charter): Clause[] {
  const { name, purpose, membership, founders } = charter;
  const first = founders.map(founderIn);
  return [
    clause("A8", t`${name} has this purpose: ${sentence(purpose)}`, t`A yearly report on it is filed by its hash.`),
    fixed("M1"),
    clause(
      "M1",
      first.length === 1 ? t`The founding member is ${listed(first)}.` : t`The founding members are ${listed(first)}.`,
    ),
    clause(
      "M2",
      t`Whoever meets the published criteria may apply.`,
      t`The board decides within ${spanInWords(membership.decideWithin)}; a refusal states a reason code, and silence counts as a refusal.`,
    ),
    fixed("M3"),
    clause(
      "M4",
      t`Suspension takes away the use of services and nothing else: vote, income, shares and the right to be heard remain.`,
      membership.suspensionLimit === 0
        ? t`The board can not suspend anybody.`
        : t`It ends by itself after ${spanInWords(membership.suspensionLimit)} at most and is not repeated for the same reason.`,
    ),
    fixed("M5"),
    clause(
      "M6",
      t`A member who lost an account gets a new one: the board and two other members attest it and ${spanInWords(membership.recoveryWait)} pass in public.`,
      t`A veto by the old account puts it to the members. During the wait neither account withdraws or names a proxy.`,
    ),
    fixed("M7"),
  ];
}

/** Closed by a full stop, unless it brings an end of its own. */
const sentence = (text: string): string => (/[.!?…]["'”’)]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

function founderIn({ account, class: index, commitment }: Founder): string {
  const where = t`${account} in class ${index + 1}`;
  return NO_HASH.test(commitment) ? where : t`${where} with the application ${commitment}`;
}

export function officesPart({ officers, haltLimit }: Charter): Clause[] {
  const held = officers.map(
    ({ role, account, until }) => t`${said(officeName(Number(role)))} ${account} until ${dayOf(until)}`,
  );
  return [
    clause(
      "B1",
      t`The board has three to nine seats. It is appointed by ordinary resolution for terms that end, a third of the seats each year, and is recalled the same way.`,
      t`Board, auditor and arbiters are different accounts, and nobody carries out what they decided alone.`,
    ),
    clause(
      "B2",
      held.length === 0
        ? t`Nobody holds an office from the founding on: until there is a board, any three members together act for it.`
        : t`The offices given at the founding end: ${listed(held)}.`,
    ),
    clause(
      "G1",
      t`A guardian may stop new deposits, bids and jobs for ${spanInWords(haltLimit)} at most.`,
      t`The stop ends by itself, is not given twice running, and leaves every exit open.`,
    ),
  ];
}

export const endPart = ({ body }: Charter): Clause[] => [
  clause(
    "A2",
    t`Winding up is constitutional: nothing new begins, jobs and leases run out, and after 90 days anyone may close. Creditors and unclaimed amounts come first, then shares at par, and the rest goes to the body.`,
    t`The body is ${body}, once it has accepted.`,
    t`A change of the body is constitutional, takes effect after 180 days, needs its acceptance on chain, and never names a present or past member.`,
  ),
];

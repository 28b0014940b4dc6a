// What resolutions, and directors together, do about members and offices.

import type { Address, Hex } from "viem";
import { t } from "../../../../../books/say.ts";
import { formatDay, formatSpan } from "../../format/time.ts";
import { groundsAreIn } from "../expulsion.ts";
import { memberName, nameOf } from "../names.ts";
import { officeName } from "../offices.ts";
import { type ActionContext, type Words, words } from "./plain.ts";

type Terms = { decideWithin: number; suspensionLimit: number; recoveryWait: number };

export const PEOPLE_WORDS: Record<string, Words> = {
  "authority.appoint": words(([role, account, until]: readonly [bigint, Address, number], _, { coop }) => ({
    sentence: t`Appoints ${nameOf(account, coop)} as ${officeName(Number(role))} until ${formatDay(Number(until))}.`,
    account,
  })),
  "authority.recall": words(([role, account]: readonly [bigint, Address], _, { coop }) => ({
    sentence: t`Recalls ${nameOf(account, coop)} as ${officeName(Number(role))} at once.`,
    account,
  })),
  "register.admit": words(([account, index]: readonly [Address, number], _, { coop }) => ({
    sentence: t`Admits ${nameOf(account, coop)} as a member of the class ${coop.classes[index]?.name ?? index}.`,
    account,
  })),
  "register.expel": words(([id, grounds]: readonly [number, Hex], text, context) => ({
    sentence: t`Expels ${memberNumbered(id, context)} at once. Their shares are repaid like those of anybody who leaves.`,
    detail: groundsAreIn(text, grounds)
      ? t`The grounds are in the text.`
      : t`The grounds are a document with the fingerprint ${grounds.slice(0, 10)}…; ask the proposer for it.`,
    account: context.coop.members.get(Number(id))?.account,
  })),
  "register.readmit": words(([account, index]: readonly [Address, number], _, { coop }) => ({
    sentence: t`Admits ${nameOf(account, coop)} again, in the class ${coop.classes[index]?.name ?? index}.`,
    detail: t`With a new member number; the old membership stays ended.`,
    account,
  })),
  "register.decideRecovery": words(([id, account, grant]: readonly [number, Address, boolean], _, context) => ({
    sentence: grant
      ? t`Lets another account speak for ${memberNumbered(id, context)} from now on.`
      : t`Refuses that another account speak for ${memberNumbered(id, context)}.`,
    detail: grant
      ? t`Membership, shares, money and votes stay theirs; the old account is nobody's from then on.`
      : t`The membership stays with the account it has.`,
    account,
  })),
  "register.setTerms": words(([terms]: readonly [Terms]) => ({
    sentence: t`Sets the terms of membership: the board decides applications within ${formatSpan(Number(terms.decideWithin))}, a suspension lasts ${formatSpan(Number(terms.suspensionLimit))} at most, and a lost account is replaced after ${formatSpan(Number(terms.recoveryWait))}.`,
  })),
  "register.suspend": words(([id, until]: readonly [number, number], _, context) => ({
    sentence: t`Suspends ${memberNumbered(id, context)} until ${formatDay(Number(until))}.`,
    detail: t`From the co-op's services only: vote, income, shares and the right to be heard stay. It ends by itself.`,
  })),
  "register.lift": words(([id]: readonly [number], _, context) => ({
    sentence: t`Ends the suspension of ${memberNumbered(id, context)}.`,
  })),
  "register.accept": words(([account]: readonly [Address], _, { coop }) => ({
    sentence: t`Accepts the application of ${nameOf(account, coop)}.`,
    account,
  })),
  "register.refuse": words(([account]: readonly [Address], _, { coop }) => ({
    sentence: t`Refuses the application of ${nameOf(account, coop)}.`,
    account,
  })),
};

function memberNumbered(id: number, { coop }: ActionContext): string {
  const member = coop.members.get(Number(id));
  return member ? memberName(member, coop) : t`member ${id}`;
}

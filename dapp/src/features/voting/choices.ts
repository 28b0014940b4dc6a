// What a proposal can be about, in groups, and what its text should say.

import type { Kind } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import type { What } from "./newProposal.ts";

export type Choice = { what: What; label: string };

export const GROUPS: readonly { name: string; choices: readonly Choice[] }[] = [
  {
    name: t`Money`,
    choices: [
      { what: "pay", label: t`Pay somebody` },
      { what: "budget", label: t`Grant a budget` },
      { what: "declare", label: t`Share out the surplus` },
      { what: "coverLoss", label: t`Cover a loss from the reserve` },
      { what: "gift", label: t`Book what arrived unasked` },
      { what: "asset", label: t`Keep a book for other money` },
    ],
  },
  {
    name: t`Machines and bonds`,
    choices: [
      { what: "order", label: t`Buy a machine` },
      { what: "topUp", label: t`Help to repay bonds` },
      { what: "redeem", label: t`Repay bonds early` },
      { what: "sell", label: t`Put a machine up for sale` },
      { what: "writeOff", label: t`Write a machine off` },
      { what: "recognise", label: t`Let another co-op's members lend` },
    ],
  },
  {
    name: t`People`,
    choices: [
      { what: "appoint", label: t`Appoint an officer` },
      { what: "recall", label: t`Recall an officer` },
      { what: "recovery", label: t`Decide on a lost wallet` },
      { what: "expel", label: t`Expel a member` },
    ],
  },
  {
    name: t`Everything else`,
    choices: [
      { what: "marketTerms", label: t`Change what the market asks` },
      { what: "surplusTerms", label: t`Change how surpluses are shared` },
      { what: "statePurpose", label: t`Change what the co-op is for` },
      { what: "minute", label: t`Advise, or put a matter on record` },
      { what: "windUp", label: t`Wind the co-op up` },
    ],
  },
];

/** Nothing of this begins once the co-op winds up. */
export const ONLY_LIVING: readonly What[] = ["windUp", "marketTerms", "order", "recognise"];

export const HINTS: Record<What, string> = {
  pay: t`Why, and what for. Leave an empty line between paragraphs.`,
  minute: t`Why, and what for. Leave an empty line between paragraphs.`,
  appoint: t`Who the person is, and why them.`,
  recall: t`What happened. The person can answer in the vote.`,
  declare: t`What the period was like, which costs are paid, and why this much.`,
  marketTerms: t`What should change, and what it means for those who drive and those who ride.`,
  surplusTerms: t`What should change, and what it means for the reserve and for dividends.`,
  coverLoss: t`How the loss came about.`,
  recovery: t`What is known of both accounts. Leave out what is private.`,
  expel: t`What led to it, and what was tried before. You may leave it empty; the grounds have a field of their own.`,
  windUp: t`Why the co-op should end, and what is still to be settled.`,
  order: t`Why the co-op needs it, and how the rent will be earned.`,
  topUp: t`Why the commons fund should help, and how much is left in it then.`,
  redeem: t`Why early, and where the principal comes from.`,
  recognise: t`Which co-op it is, and how you know that the address is its register's.`,
  sell: t`Why nobody needs it, and how the least price was found.`,
  writeOff: t`What became of it.`,
  budget: t`Why so much, and who looks after it.`,
  gift: t`Who gave it, if they want that to be known, and what it should be for.`,
  statePurpose: t`Why the present words do not fit any more, and what changes for the members.`,
  asset: t`What it is, where it comes from, and who will look after it.`,
};

export const LEAST_KIND: Record<What, Kind> = {
  minute: 0,
  pay: 1,
  appoint: 1,
  recall: 1,
  declare: 1,
  recovery: 1,
  order: 1,
  topUp: 1,
  redeem: 1,
  recognise: 1,
  budget: 1,
  gift: 1,
  asset: 1,
  coverLoss: 2,
  expel: 2,
  sell: 2,
  writeOff: 2,
  marketTerms: 3,
  surplusTerms: 3,
  windUp: 3,
  statePurpose: 3,
};

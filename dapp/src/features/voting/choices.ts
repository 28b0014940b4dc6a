// What a proposal can be about, in groups, and what its text should say.
import type { Kind } from "../../../../books/rules.ts";
import type { What } from "./newProposal.ts";

export type Choice = { what: What; label: string };

export const GROUPS: readonly { name: string; choices: readonly Choice[] }[] = [
  {
    name: "Money",
    choices: [
      { what: "pay", label: "Pay somebody" },
      { what: "budget", label: "Grant a budget" },
      { what: "declare", label: "Share out the surplus" },
      { what: "coverLoss", label: "Cover a loss from the reserve" },
      { what: "gift", label: "Book what arrived unasked" },
      { what: "asset", label: "Keep a book for other money" },
    ],
  },
  {
    name: "Machines and bonds",
    choices: [
      { what: "order", label: "Buy a machine" },
      { what: "topUp", label: "Help to repay bonds" },
      { what: "redeem", label: "Repay bonds early" },
      { what: "sell", label: "Put a machine up for sale" },
      { what: "writeOff", label: "Write a machine off" },
      { what: "recognise", label: "Let another co-op's members lend" },
    ],
  },
  {
    name: "People",
    choices: [
      { what: "appoint", label: "Appoint an officer" },
      { what: "recall", label: "Recall an officer" },
      { what: "recovery", label: "Decide on a lost wallet" },
      { what: "expel", label: "Expel a member" },
    ],
  },
  {
    name: "Everything else",
    choices: [
      { what: "marketTerms", label: "Change what the market asks" },
      { what: "surplusTerms", label: "Change how surpluses are shared" },
      { what: "minute", label: "Advise, or put a matter on record" },
      { what: "windUp", label: "Wind the co-op up" },
    ],
  },
];

/** Nothing of this begins once the co-op winds up. */
export const ONLY_LIVING: readonly What[] = ["windUp", "marketTerms", "order", "recognise"];

export const HINTS: Record<What, string> = {
  pay: "Why, and what for. Leave an empty line between paragraphs.",
  minute: "Why, and what for. Leave an empty line between paragraphs.",
  appoint: "Who the person is, and why them.",
  recall: "What happened. The person can answer in the vote.",
  declare: "What the period was like, which costs are paid, and why this much.",
  marketTerms: "What should change, and what it means for those who drive and those who ride.",
  surplusTerms: "What should change, and what it means for the reserve and for dividends.",
  coverLoss: "How the loss came about.",
  recovery: "What is known of both accounts. Leave out what is private.",
  expel: "What led to it, and what was tried before. You may leave it empty; the grounds have a field of their own.",
  windUp: "Why the co-op should end, and what is still to be settled.",
  order: "Why the co-op needs it, and how the rent will be earned.",
  topUp: "Why the commons fund should help, and how much is left in it then.",
  redeem: "Why early, and where the principal comes from.",
  recognise: "Which co-op it is, and how you know that the address is its register's.",
  sell: "Why nobody needs it, and how the least price was found.",
  writeOff: "What became of it.",
  budget: "Why so much, and who looks after it.",
  gift: "Who gave it, if they want that to be known, and what it should be for.",
  asset: "What it is, where it comes from, and who will look after it.",
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
};

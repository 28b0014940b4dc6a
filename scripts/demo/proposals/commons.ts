// How the members approved their machines, and the budget that keeps them going. All of it was carried out.
import type { Proposal } from "./proposal.ts";

export const commons: readonly Proposal[] = [
  {
    key: "first-machines",
    title: "Our first two machines: a charging point and a wheelchair van",
    text: [
      "Both would be ours together, bought with money that members lend us, and let to the member who asked for them. The rent pays the lenders back, and what is left of it belongs to every member alike.",
      "For the charging point the city gives most of the price, if we build it before the summer.",
    ],
    act: { does: "order", machines: ["charging-point", "wheelchair-van"] },
    by: 5,
    noticeDaysAgo: 118,
    votes: {
      drivers: { for: 3 },
      riders: { for: 2, abstain: 1 },
      staff: { for: 2 },
      supporters: { for: 1 },
    },
    reasons: [["drivers", "for", "I would rather pay rent to us than to a leasing firm."]],
    carriedOutDaysAgo: 86.8,
    stands: { state: "Executed", reason: "Carried" },
  },
  {
    key: "bikes-and-trailer",
    title: "Two cargo e-bikes, a trailer, and money to keep them going",
    text: [
      "Two members asked for cargo bikes for errands between rides, one for a trailer that takes a wheelchair which does not fold.",
      "So that repairs need no vote each, the treasurer could spend up to 900 euro on them within half a year, and shows every payment.",
    ],
    act: {
      does: "order",
      machines: ["cargo-bikes", "cargo-trailer"],
      budget: { euros: 900, days: 130, memo: "Repairs of our machines" },
    },
    by: 3,
    noticeDaysAgo: 85,
    votes: {
      drivers: { for: 5, against: 1 },
      riders: { for: 4, against: 1 },
      staff: { for: 2 },
      supporters: { for: 2 },
    },
    reasons: [["riders", "for", "Errands by bike leave the cars for us."]],
    carriedOutDaysAgo: 53.8,
    stands: { state: "Executed", reason: "Carried" },
  },
  {
    key: "night-minibus",
    title: "An electric minibus for the night line",
    text: [
      "The night line to the hospital runs full on Fridays. Eight seats instead of four would let nobody wait, and the driver who asks for the bus pays its rent from the fares.",
      "Members can lend the money from 100 euro, at the lowest rate that they are content with.",
    ],
    act: { does: "order", machines: ["electric-minibus"] },
    by: 6,
    noticeDaysAgo: 36.5,
    votes: {
      drivers: { for: 5, against: 2 },
      riders: { for: 5 },
      staff: { for: 2 },
      supporters: { for: 2, abstain: 1 },
    },
    reasons: [["staff", "for", "I answer the phone on Fridays."]],
    carriedOutDaysAgo: 4.8,
    stands: { state: "Executed", reason: "Carried" },
  },
];

// How the members declared what is left of a period. The first is among the decided ones, with interest on shares.
import type { Proposal } from "./proposal.ts";

export const declarations: readonly Proposal[] = [
  {
    key: "second-surplus",
    title: "The surplus of our second six weeks",
    text: [
      "Most of what came in stays in the operating fund for the tyres and the training. The board proposes to declare 240 euro, without interest on shares this time.",
      "A fifth goes to the reserve and a twentieth to the community; what is left is shared by points.",
    ],
    act: { does: "declare", period: 2, euros: 240, rate: 0 },
    by: 3,
    noticeDaysAgo: 34.6,
    votes: {
      drivers: { for: 9, against: 1 },
      riders: { for: 8, abstain: 1 },
      staff: { for: 4 },
      supporters: { for: 4, against: 1 },
    },
    reasons: [["riders", "for", "My points are worth something. Good."]],
    carriedOutDaysAgo: 3.2,
    stands: { state: "Executed", reason: "Carried" },
  },
];

// Kinds of stakeholder class, by number as in contracts/interfaces/IMemberRegister.sol.

/** What each is for. */
export const CLASS_FOR: Record<number, string> = {
  1: "For people who work in the co-op.",
  2: "For people who use what it offers.",
  3: "For people who want it to do well.",
  4: "Its seats are filled by the members.",
  5: "For people who bring capital.",
};
export const COMMUNITY = 4;

/** Why the board refuses, by code as in contracts/interfaces/IApplications.sol. */
export const REASONS: Record<number, { short: string; toApplicant: string }> = {
  1: { short: "Does not meet the criteria", toApplicant: "you do not meet the criteria of this class" },
  2: { short: "Incomplete", toApplicant: "your application was incomplete" },
  3: { short: "A second account of one person", toApplicant: "you seem to be a member already, with another account" },
  4: { short: "No room at present", toApplicant: "there is no room at present" },
  5: { short: "Another reason", toApplicant: "of another reason, which the board wrote to you" },
};

export const reasonToApplicant = (code: number | undefined): string =>
  REASONS[code ?? 5]?.toApplicant ?? "of a reason that this page does not know";

/** What each kind of class is for, by number as in contracts/interfaces/IMemberRegister.sol. */
export const CLASS_FOR: Record<number, string> = {
  1: "For people who work in the co-op.",
  2: "For people who use what it offers.",
  3: "For people who want it to do well.",
  4: "Its seats are filled by the members.",
  5: "For people who bring capital.",
};
export const COMMUNITY = 4;

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

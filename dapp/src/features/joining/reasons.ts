/** Why the board refuses, by code as in contracts/interfaces/IApplications.sol. */
import { t } from "../../../../books/say.ts";
export const REASONS: Record<number, { short: string; toApplicant: string }> = {
  1: { short: t`Does not meet the criteria`, toApplicant: t`you do not meet the criteria of this class` },
  2: { short: t`Incomplete`, toApplicant: t`your application was incomplete` },
  3: {
    short: t`A second account of one person`,
    toApplicant: t`you seem to be a member already, with another account`,
  },
  4: { short: t`No room at present`, toApplicant: t`there is no room at present` },
  5: { short: t`Another reason`, toApplicant: t`of another reason, which the board wrote to you` },
};

export const reasonToApplicant = (code: number | undefined): string =>
  REASONS[code ?? 5]?.toApplicant ?? t`of a reason that this page does not know`;

// The rules that every co-op has and no charter changes, in the words of docs/rulebook.md; a test compares them.

import { t } from "../../say.ts";

export const FIXED = {
  M1: t`An account holds at most one active membership and a member has one vote; capital has none. The board sees to it that two accounts are not one person, and an attestation serves only once.`,
  M3: t`A refused applicant may appeal to the members, who decide by ordinary resolution.`,
  M5: t`Expulsion needs grounds in the notice, a chance to make a statement, and an extraordinary resolution about that one member only, who is not on its roll. Shares are repaid at par. Coming back takes an extraordinary resolution too.`,
  M7: t`Personal data is never put on chain, only salted commitments to it. Deleting salt and document erases it.`,
  C3: t`While notice runs, a class other than investors may petition, with a majority of its roll and at least three members, that an ordinary resolution also need every class.`,
  V12: t`A proposal that had its majority but too few ballots may be put once more with full notice: half the quorum for an ordinary one, a third of the turnout for a stricter one, and never under 5 % of the roll and two members (or the whole roll, if smaller).`,
  S5: t`Shares are written down for losses only with the auditor's certificate, once the reserve is used up, by extraordinary resolution, in proportion, and never below the minimum holding.`,
  A3: t`The part of a fee that a non-member's side paid goes to the reserve.`,
  A4: t`What is left of a surplus after reserve, community share and interest is paid per point, never more than one unit of money for a point. The rest goes to the reserve.`,
  A5: t`What nobody has claimed yet stays owed and is not swept.`,
  A9: t`What arrived unasked may be posted to the reserve by anyone, and to another fund only by ordinary resolution.`,
  K1: t`A bond series that misses its target refunds everything and buys nothing.`,
  K4: t`The commons part of rent is income of the members, the same for each head, and is never spent. With no members it is carried forward.`,
  K6: t`A machine is let again or sold by an auction, open first to all members and then to anyone. Selling below book value takes an extraordinary resolution.`,
} as const;

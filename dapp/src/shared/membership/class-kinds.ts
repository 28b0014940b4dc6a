// Kinds of stakeholder class, by number as in contracts/interfaces/IMemberRegister.sol.
import { t } from "../../../../books/say.ts";

/** What each is for. */
export const CLASS_FOR: Record<number, string> = {
  1: t`For people who work in the co-op.`,
  2: t`For people who use what it offers.`,
  3: t`For people who want it to do well.`,
  4: t`Its seats are filled by the members.`,
  5: t`For people who bring capital.`,
};
export const COMMUNITY = 4;

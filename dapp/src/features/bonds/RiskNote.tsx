import { t } from "../../../../books/say.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";

/** K5, in the words that everybody reads before lending. */
export const RiskNote = () => (
  <Note tone="wait">{rich`${<strong>{t`What you risk.`}</strong>} You are paid from the machine and its rent alone. If the rent stops and the machine sells for less than is owed, you lose the difference: nobody else, and no other money of the co-op, stands in for it. A bond carries no vote.`}</Note>
);

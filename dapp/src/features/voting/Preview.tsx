import { KIND_NAMES } from "../../../../books/rules.ts";
import { said, t } from "../../../../books/say.ts";
import { ruleSentence } from "../../../../books/sentence.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { ActionList } from "../../shared/motion/ActionList.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { LEAST_KIND } from "./choices.ts";
import type { Motion, What } from "./newProposal.ts";

/** What others would read, and how it would be decided. */
export function Preview({ what, motion }: { what: What; motion?: Motion }) {
  const { coop } = useCoop();
  const rules = coop.rules.get(coop.rulesVersion);
  const kind = motion?.kind ?? LEAST_KIND[what];
  const kindRule = rules?.kinds[kind];
  const roll = coop.memberOf.size - (what === "expel" ? 1 : 0);
  return (
    <Sheet title={t`What others will read`}>
      {motion ? (
        <ActionList content={motion} />
      ) : (
        <p className="text-muted">{t`Fill in the form to see it in plain words.`}</p>
      )}
      {rules && kindRule && (
        <p className="small mt-4 border-t border-line pt-4 text-muted">{rich`${kind === 3 ? t`A` : t`An`} ${said(KIND_NAMES[kind])} resolution. ${ruleSentence(kindRule, rules.voting, roll, kind)} ${kindRule.notice > 0 ? t`${formatSpan(kindRule.notice)} of notice, then ` : t`No notice, `}${formatSpan(kindRule.period)} to vote.`}</p>
      )}
    </Sheet>
  );
}

import { KIND_NAMES } from "../../../../books/rules.ts";
import { said, t } from "../../../../books/say.ts";
import { ruleSentence } from "../../../../books/sentence.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { ActionList } from "../../shared/motion/ActionList.tsx";
import { MotionText } from "../../shared/motion/MotionText.tsx";
import { textOf } from "../../shared/motion/text.ts";
import { RehearsalPart } from "../../shared/rehearsal/RehearsalSheet.tsx";
import { LookalikeNote } from "../../shared/ui/LookalikeNote.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { LEAST_KIND } from "./choices.ts";
import type { Motion, What } from "./newProposal.ts";
import { useSettled } from "./useSettled.ts";

/** What others would read, how it would be decided, and what it would do if it were carried out now. */
export function Preview({ what, motion }: { what: What; motion?: Motion }) {
  const { coop } = useCoop();
  const settled = useSettled(motion, motion ? [...motion.targets, ...motion.calldatas].join() : "");
  const rules = coop.rules.get(coop.rulesVersion);
  const kind = motion?.kind ?? LEAST_KIND[what];
  const kindRule = rules?.kinds[kind];
  const roll = coop.memberOf.size - (what === "expel" ? 1 : 0);
  return (
    <>
      <Sheet title={t`What others will read`}>
        {motion ? (
          <>
            <Written description={motion.description} />
            <ActionList content={motion} />
          </>
        ) : (
          <p className="text-muted">{t`Fill in the form to see it in plain words.`}</p>
        )}
        {rules && kindRule && (
          <p className="small mt-4 border-t border-line pt-4 text-muted">{rich`${kind === 3 ? t`A` : t`An`} ${said(KIND_NAMES[kind])} resolution. ${ruleSentence(kindRule, rules.voting, roll, kind)} ${kindRule.notice > 0 ? t`${formatSpan(kindRule.notice)} of notice, then ` : t`No notice, `}${formatSpan(kindRule.period)} to vote.`}</p>
        )}
      </Sheet>
      {kind > 0 && settled && (
        <Sheet title={t`If it were carried out now`}>
          <RehearsalPart content={settled} />
        </Sheet>
      )}
    </>
  );
}

function Written({ description }: { description: string }) {
  const text = textOf(description);
  return (
    <div className="mb-4 border-b border-line pb-4">
      <p dir="auto" className="mb-2 font-serif text-xl wrap-anywhere">
        {text.title}
        <LookalikeNote text={text.title} />
      </p>
      <MotionText text={text} />
    </div>
  );
}

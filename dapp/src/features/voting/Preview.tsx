import { KIND_NAMES } from "../../../../books/rules.ts";
import { ruleSentence } from "../../../../books/sentence.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { ActionList } from "../../shared/motion/ActionList.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Motion, Written } from "./newProposal.ts";

/** What others would read, and how it would be decided. */
export function Preview({ written, motion }: { written: Written; motion?: Motion }) {
  const { coop } = useCoop();
  const rules = coop.rules.get(coop.rulesVersion);
  const kind = written.what === "minute" ? 0 : 1;
  const kindRule = rules?.kinds[kind];
  return (
    <Sheet title="What others will read">
      {motion ? (
        <ActionList content={motion} />
      ) : (
        <p className="text-muted">Fill in the form to see it in plain words.</p>
      )}
      {rules && kindRule && (
        <p className="small mt-4 border-t border-line pt-4 text-muted">
          An {KIND_NAMES[kind]} resolution. {ruleSentence(kindRule, rules.voting, coop.memberOf.size, kind)}{" "}
          {kindRule.notice > 0 ? `${formatSpan(kindRule.notice)} of notice, then ` : "No notice, "}
          {formatSpan(kindRule.period)} to vote.
        </p>
      )}
    </Sheet>
  );
}

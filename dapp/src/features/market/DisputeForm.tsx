import { useState } from "react";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { termsOf } from "../../shared/market/deadlines.ts";
import { inOffice } from "../../shared/membership/board.ts";
import { ARBITER } from "../../shared/motion/offices.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { isProvider } from "./acts.ts";
import { Fold } from "./Fold.tsx";
import { useJobCall } from "./useJobCall.ts";
import { useMarketOf, useViewer } from "./useJobs.ts";

/** Disputes a finished job: its money is frozen until an arbiter decides (J4). */
export function DisputeForm({ entry }: { entry: JobEntry }) {
  const { coop, now } = useCoop();
  const { terms } = useMarketOf(entry);
  const viewer = useViewer();
  const call = useJobCall(entry);
  const act = useAct(`dispute:${entry.name}`);
  const statement = useStatement();
  const [words, setWords] = useState("");
  const { job } = entry;
  const held = termsOf(entry, terms);
  const other = isProvider(entry, viewer) ? (job.role === 0 ? [job.customer] : []) : [job.provider];
  const arbiters = inOffice(coop, ARBITER, now).map(({ account }) => account);
  return (
    <Fold label={t`Dispute it`}>
      <div className="space-y-4 py-2">
        <p className="small text-muted">{rich`The money is frozen, and an arbiter divides it within ${formatSpan(held?.ruleWithin ?? 0)}.${arbiters.length === 0 && t` Nobody is an arbiter at the moment; the members would have to appoint one.`}`}</p>
        <WordsField
          label={t`What went wrong`}
          hint={t`The other side and the arbiters read it, nobody else; on record is only a fingerprint.`}
          rows={4}
          value={words}
          onChange={setWords}
        />
        <StatementNote statement={statement} text={words} />
        <div>
          <ActButton
            act={act}
            quiet
            label={statement.busy ? t`One moment` : t`Dispute this job`}
            disabled={words.trim() === "" || statement.busy}
            call={async () => {
              const evidence = await statement.write(words, [...other, ...arbiters]);
              return evidence && call("dispute", evidence);
            }}
          />
          <ActStatus act={act} done={t`The money is frozen until it is decided.`} />
        </div>
      </div>
    </Fold>
  );
}

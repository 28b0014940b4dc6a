import { useState } from "react";
import { splitOf } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { termsOf } from "../../shared/market/deadlines.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { feeIn } from "./split-lines.ts";
import { useJobCall } from "./useJobCall.ts";
import { useMarketOf } from "./useJobs.ts";

/** An arbiter divides the money, with reasons (J4). */
export function RuleForm({ entry }: { entry: JobEntry }) {
  const { settlement } = useCoop();
  const { terms } = useMarketOf(entry);
  const call = useJobCall(entry);
  const act = useAct(`rule:${entry.name}`);
  const statement = useStatement();
  const [percent, setPercent] = useState(50);
  const [words, setWords] = useState("");
  const { job } = entry;
  const held = termsOf(entry, terms);
  if (!held) return null;
  const split = splitOf(job, held, percent * 100);
  const money = (amount: bigint) => formatMoney(amount, settlement);
  const readers = [job.provider, ...(job.role === 0 ? [job.customer] : [])];
  return (
    <div className="space-y-4">
      <Field
        label={t`You decide: the provider's part`}
        hint={t`Of fare, costs and tip alike; the fee is taken from the provider's part of the fare.`}
      >
        {(ids) => (
          <div className="flex items-center gap-3">
            <input
              {...ids}
              type="range"
              min={0}
              max={100}
              step={1}
              className="grow accent-(--act)"
              value={percent}
              aria-valuetext={t`${percent} per cent`}
              onChange={(event) => setPercent(Number(event.target.value))}
            />
            <span className="figures w-16 text-right font-semibold">{percent} %</span>
          </div>
        )}
      </Field>
      <dl className="rounded-xl bg-sunken p-4" aria-live="polite">
        <Fact term={t`The provider gets`}>{money(split.pay)}</Fact>
        <Fact term={t`The customer gets back`}>{money(split.refund)}</Fact>
        <Fact term={t`The fee is`}>{money(feeIn(split))}</Fact>
      </dl>
      <WordsField
        label={t`Your reasons`}
        hint={t`Both sides read them, nobody else; on record is only a fingerprint.`}
        rows={4}
        value={words}
        onChange={setWords}
      />
      <StatementNote statement={statement} text={words} />
      <div>
        <ActButton
          act={act}
          label={statement.busy ? t`One moment` : t`Divide it like this`}
          disabled={words.trim() === "" || statement.busy}
          call={async () => {
            const reasons = await statement.write(words, readers);
            return reasons && call("rule", percent * 100, reasons);
          }}
        />
        <ActStatus act={act} done={t`It is divided, for good.`} />
      </div>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div className="pair">
      <dt>{term}</dt>
      <dd className="figures font-semibold">{children}</dd>
    </div>
  );
}

import { useState } from "react";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney, parseMoney, unitName } from "../../shared/format/money.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { OPINIONS } from "./opinions.ts";

/** For the auditor in office: an opinion on the books as they are now, and the certificate of a loss. */
export function AuditorForms() {
  return (
    <div className="border-t border-line pt-4">
      <h3 className="text-base">You are the auditor</h3>
      <Disclosure label="File an opinion on the books as they are now">
        <OpinionForm />
      </Disclosure>
      <Disclosure label="Certify a loss">
        <LossForm />
      </Disclosure>
    </div>
  );
}

const REPORT_HINT = "Shown to everybody. On record is its fingerprint.";
/** The hash of a report that no service keeps: whoever has the words can check them. */
const hashFor = (text: string, written: `0x${string}`) => (/^0x0+$/.test(written) ? memoOf(text) : written);

function OpinionForm() {
  const { head, modules } = useCoop();
  const [opinion, setOpinion] = useState<number>();
  const [report, setReport] = useState("");
  const statement = useStatement();
  const act = useAct("file-opinion");
  return (
    <div className="max-w-[42rem] space-y-4">
      <fieldset>
        <legend className="mb-1 font-semibold">Your opinion</legend>
        {Object.entries(OPINIONS).map(([number, { title, means }]) => (
          <label key={number} className="flex min-h-10 items-center gap-2">
            <input
              type="radio"
              name="opinion"
              className="size-4 shrink-0 accent-(--act)"
              checked={opinion === Number(number)}
              onChange={() => setOpinion(Number(number))}
            />
            <span>
              <strong>{title}.</strong> <span className="text-muted">{means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <WordsField label="Report" hint={REPORT_HINT} value={report} onChange={setReport} />
      <StatementNote statement={statement} text={report} />
      <ActButton
        act={act}
        label={`File it on the books at block ${head.number}`}
        disabled={opinion === undefined || report.trim() === "" || statement.busy}
        onDone={() => setReport("")}
        call={async () => {
          const written = await statement.write(report, "everybody");
          if (!written) return undefined;
          const args = [head.number, head.hash, hashFor(report, written), opinion];
          return { address: modules.audits, abi: ABI_OF.audits as never, functionName: "fileOpinion", args };
        }}
      />
      <ActStatus act={act} />
    </div>
  );
}

function LossForm() {
  const { modules, settlement } = useCoop();
  const [amount, setAmount] = useState("");
  const [report, setReport] = useState("");
  const statement = useStatement();
  const act = useAct("certify-loss");
  const sum = parseMoney(amount, settlement);
  return (
    <div className="max-w-[42rem] space-y-4">
      <p className="small text-muted">
        With it the members can let the reserve cover the loss, and after the reserve the shares. It can be used for a
        year.
      </p>
      <NumberField
        label={`Loss in ${unitName(settlement)}`}
        hint={sum === undefined ? undefined : `This is ${formatMoney(sum, settlement)}.`}
        error={amount !== "" && sum === undefined ? "Write an amount, such as 1250 or 89.50." : undefined}
        value={amount}
        onChange={setAmount}
      />
      <WordsField label="Report" hint={REPORT_HINT} value={report} onChange={setReport} />
      <StatementNote statement={statement} text={report} />
      <ActButton
        act={act}
        label="Certify the loss"
        disabled={sum === undefined || report.trim() === "" || statement.busy}
        onDone={() => {
          setAmount("");
          setReport("");
        }}
        call={async () => {
          const written = await statement.write(report, "everybody");
          if (!written) return undefined;
          const args = [sum, hashFor(report, written)];
          return { address: modules.audits, abi: ABI_OF.audits as never, functionName: "certifyLoss", args };
        }}
      />
      <ActStatus act={act} />
    </div>
  );
}

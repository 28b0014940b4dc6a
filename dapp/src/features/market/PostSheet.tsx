import { useState } from "react";
import { JobKind } from "../../../../books/job.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { parseMoney, unitName } from "../../shared/format/money.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { draftedJob } from "./drafted.ts";
import { KindField } from "./KindField.tsx";
import { sumIn } from "./offering.ts";
import { SumNote } from "./SumNote.tsx";
import { useViewer } from "./useJobs.ts";

const HOUR = 3_600;
/** Within how many hours after a booking it is done. */
const SPANS = [
  { hours: 1, label: t`An hour` },
  { hours: 3, label: t`3 hours` },
  { hours: 12, label: t`12 hours` },
  { hours: 24, label: t`A day` },
  { hours: 72, label: t`3 days` },
  { hours: 168, label: t`A week` },
  { hours: 720, label: t`30 days` },
];
const NO_MONEY = t`Write an amount of money, such as 12 or 12.50.`;

/** Offers what one does to whoever books it. */
export function PostSheet({ onClose }: { onClose: () => void }) {
  const { modules, settlement } = useCoop();
  const { terms } = useMarket();
  const viewer = useViewer();
  const act = useAct(`post:${viewer.account}`);
  const statement = useStatement();
  const [kind, setKind] = useState<number>(JobKind.Ride);
  const [words, setWords] = useState("");
  const [price, setPrice] = useState("");
  const [costs, setCosts] = useState("");
  const [hours, setHours] = useState(24);
  const fare = parseMoney(price, settlement);
  const passThrough = sumIn(costs, settlement);
  const ready = fare !== undefined && passThrough !== undefined && words.trim() !== "";
  return (
    <Sheet
      title={t`Offer a service`}
      aside={<button type="button" className="link small" onClick={onClose}>{t`Not now`}</button>}
    >
      <div className="space-y-5">
        <p className="text-muted">{t`Customers book it until you withdraw it. Each booking is a job that you have accepted already.`}</p>
        <KindField value={kind} onChange={setKind} />
        <WordsField
          label={t`What you do`}
          hint={t`Everybody can read it: where, when, for whom.`}
          rows={3}
          value={words}
          onChange={setWords}
        />
        <div className="grid gap-5 sm:grid-cols-3">
          <NumberField
            label={t`Fare in ${unitName(settlement)}`}
            hint={t`The fee is taken from it.`}
            error={price.trim() !== "" && fare === undefined ? NO_MONEY : undefined}
            value={price}
            onChange={setPrice}
          />
          <NumberField
            label={t`Tolls and other costs in ${unitName(settlement)}`}
            hint={t`Without a fee. May be nothing.`}
            error={passThrough === undefined ? NO_MONEY : undefined}
            value={costs}
            onChange={setCosts}
          />
          <Field label={t`Done within`} hint={t`Counted from the booking.`}>
            {(ids) => (
              <select
                {...ids}
                className="field"
                value={hours}
                onChange={(event) => setHours(Number(event.target.value))}
              >
                {SPANS.map((one) => (
                  <option key={one.hours} value={one.hours}>
                    {one.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {fare !== undefined && passThrough !== undefined && (
          <SumNote
            job={draftedJob({ kind, fare, passThrough, tip: 0n })}
            sides={{ providerId: viewer.memberId, customerId: 0 }}
            side="work"
          />
        )}
        <StatementNote statement={statement} text={words} />
        <ActButton
          act={act}
          label={statement.busy ? t`One moment` : t`Offer the service`}
          disabled={!ready || statement.busy}
          onDone={onClose}
          call={async () => {
            const details = await statement.write(words, "everybody");
            return (
              details && {
                address: modules.market,
                abi: ABI_OF.market as never,
                functionName: "post",
                args: [kind, fare, passThrough, hours * HOUR, terms.length, details],
              }
            );
          }}
        />
        <ActStatus act={act} done={t`It can be booked.`} />
      </div>
    </Sheet>
  );
}

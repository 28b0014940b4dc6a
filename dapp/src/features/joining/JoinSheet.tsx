import { useState } from "react";
import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { PaySteps } from "../../shared/act/PaySteps.tsx";
import { NO_PERMIT } from "../../shared/act/permit.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { formatMoment, formatRelative } from "../../shared/format/time.ts";
import { sharesInWords, wholeNumber } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { type ShareTerms, useShareTerms } from "../capital/index.ts";
import { mistakeInJoining } from "./joining.ts";
import { MoveSheet } from "./MoveSheet.tsx";

/** Accepted: the last step, and the first shares with it. */
export function JoinSheet({ application }: { application: Application }) {
  const { coop, now } = useCoop();
  const { account, until, class: index, memberId } = application;
  const { data: terms } = useShareTerms(account);
  if (memberId !== undefined) return <MoveSheet application={application} />;
  return (
    <Sheet title={t`You are accepted`} aside={<Chip tone="good">{t`Accepted`}</Chip>}>
      <p className="mb-5 max-w-[46rem]">{rich`The board accepted you as a member of the class ${<strong>{coop.classes[index]?.name}</strong>}. Join by ${formatMoment(until)}, ${formatRelative(until, now)}.`}</p>
      {terms ? (
        <JoinFields application={application} terms={terms} />
      ) : (
        <p className="pulse text-muted">{t`Reading the terms`}</p>
      )}
    </Sheet>
  );
}

function JoinFields({ application: { account }, terms }: { application: Application; terms: ShareTerms }) {
  const { modules, settlement } = useCoop();
  const [now, setNow] = useState(String(terms.minimum));
  const [later, setLater] = useState("");
  const units = wholeNumber(now);
  const promised = later.trim() === "" ? 0n : wholeNumber(later);
  const mistake = mistakeInJoining(units, promised, terms);
  const money = (count: bigint) => formatMoney(count * terms.par, settlement);
  return (
    <div className="max-w-[42rem] space-y-5">
      <p className="text-muted">{rich`Members lend their co-op share capital. A share costs ${formatMoney(terms.par, settlement)}, is worth that always, and carries no vote: everybody has one. You get the money back when you withdraw the shares.`}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberField
          label={t`Shares you pay for now`}
          hint={t`You have ${formatMoney(terms.money, settlement)} in your account.`}
          value={now}
          onChange={setNow}
        />
        <NumberField
          label={t`More, in instalments`}
          hint={t`Shares you promise to take and pay for later, bit by bit. Leave it empty for none.`}
          value={later}
          onChange={setLater}
        />
      </div>
      {mistake && <p className="small font-semibold text-bad">{mistake}</p>}
      {!mistake && units !== undefined && promised !== undefined && (
        <>
          <dl className="max-w-[26rem] space-y-1 rounded-xl bg-sunken p-4">
            <Line term={t`Now, ${sharesInWords(units)}`}>{money(units)}</Line>
            {promised > 0n && <Line term={t`Later, ${sharesInWords(promised)}`}>{money(promised)}</Line>}
            <Line term={t`In all`} strong>
              {money(units + promised)}
            </Line>
          </dl>
          <PaySteps
            name={`join:${account}`}
            cost={units * terms.par}
            purse={terms}
            label={units === 0n ? t`Join` : t`Join and pay ${money(units)}`}
            done={t`Welcome: you are a member.`}
            call={(signed) => ({
              address: modules.register,
              abi: ABI_OF.register as never,
              functionName: "join",
              args: signed ? [units, promised] : [units, promised, NO_PERMIT],
            })}
          />
        </>
      )}
    </div>
  );
}

function Line({ term, strong, children }: { term: string; strong?: boolean; children: string }) {
  return (
    <div className={`flex justify-between gap-4 ${strong ? "border-t border-line pt-1 font-semibold" : ""}`}>
      <dt>{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}

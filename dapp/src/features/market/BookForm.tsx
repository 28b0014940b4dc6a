import { useState } from "react";
import type { Address } from "viem";
import type { ServiceEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { PaySteps } from "../../shared/act/PaySteps.tsx";
import { PurseGate } from "../../shared/act/PurseGate.tsx";
import { NO_PERMIT } from "../../shared/act/permit.ts";
import type { Purse } from "../../shared/act/usePurse.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, formatMoney, unitName } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { draftedJob } from "./drafted.ts";
import { sumIn } from "./offering.ts";
import { SumNote } from "./SumNote.tsx";
import { termsOfService } from "./service.ts";
import { useMemberIdOf, useOpenNewest } from "./useJobs.ts";

/** Books a service: a tip if one likes, words to the provider, and the payment. */
export const BookForm = ({ service }: { service: ServiceEntry }) => (
  <PurseGate ask={t`Connect a wallet to book`} taker="market">
    {(account, purse) => <Fields key={account} service={service} account={account} purse={purse} />}
  </PurseGate>
);

type FieldsProps = { service: ServiceEntry; account: Address; purse: Purse };

function Fields({ service, account, purse }: FieldsProps) {
  const { modules, settlement } = useCoop();
  const idOf = useMemberIdOf();
  const statement = useStatement();
  const goOn = useOpenNewest();
  const [words, setWords] = useState("");
  const [written, setWritten] = useState("");
  const tip = sumIn(written, settlement);
  const { kind, fare, passThrough, provider } = service;
  const total = fare + passThrough + (tip ?? 0n);
  const short = total > purse.money;
  return (
    <div className="max-w-[32rem] space-y-4 py-2">
      <WordsField
        label={t`To the provider`}
        hint={t`When and where, and whatever else matters. Only the provider reads it; on record is only a fingerprint.`}
        rows={3}
        value={words}
        onChange={setWords}
      />
      <NumberField
        label={t`Tip in ${unitName(settlement)}`}
        hint={t`May be nothing. You have ${formatCents(purse.money, settlement)}.`}
        error={tip === undefined ? t`Write an amount of money, such as 2 or 2.50.` : undefined}
        value={written}
        onChange={setWritten}
      />
      {short && (
        <p
          role="status"
          className="font-semibold text-bad"
        >{rich`Your account has less than ${formatMoney(total, settlement)}.`}</p>
      )}
      {tip !== undefined && !short && (
        <>
          <SumNote
            job={draftedJob({ kind, fare, passThrough, tip }, provider)}
            sides={{ providerId: idOf(provider), customerId: idOf(account) }}
            side="custom"
          />
          <StatementNote statement={statement} text={words} />
          <PaySteps
            name={`book:${service.id}:${account}`}
            cost={total}
            purse={purse}
            label={t`Book it and pay ${formatMoney(total, settlement)}`}
            done={t`It is booked.`}
            onDone={() => goOn(account)}
            call={async (signed) => {
              const details = await statement.write(words, [provider]);
              return (
                details && {
                  address: modules.market,
                  abi: ABI_OF.market as never,
                  functionName: "book",
                  args: [BigInt(service.id), termsOfService(service), tip, details, ...(signed ? [] : [NO_PERMIT])],
                }
              );
            }}
          />
        </>
      )}
    </div>
  );
}

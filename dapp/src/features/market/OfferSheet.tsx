import { useState } from "react";
import type { Address } from "viem";
import type { Budget } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { PaySteps } from "../../shared/act/PaySteps.tsx";
import { PurseGate } from "../../shared/act/PurseGate.tsx";
import { NO_PERMIT } from "../../shared/act/permit.ts";
import { useAct } from "../../shared/act/useAct.ts";
import type { Purse } from "../../shared/act/usePurse.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, formatMoney } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { officeName } from "../../shared/motion/offices.ts";
import { StatementNote } from "../../shared/statement/StatementNote.tsx";
import { useStatement } from "../../shared/statement/useStatement.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { budgetsFor } from "./budgets.ts";
import { draftedJob } from "./drafted.ts";
import { OfferFields } from "./OfferFields.tsx";
import { blank, readOffer, totalOf } from "./offering.ts";
import { SumNote } from "./SumNote.tsx";
import { useMemberIdOf, useOpenNewest } from "./useJobs.ts";

/** Offers a job: for oneself, or for the co-op out of a budget of one's office. */
export function OfferSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet
      title={t`Offer a job`}
      aside={<button type="button" className="link small" onClick={onClose}>{t`Not now`}</button>}
    >
      <PurseGate ask={t`Connect a wallet to offer a job`} taker="market">
        {(account, purse) => <Writing key={account} account={account} purse={purse} />}
      </PurseGate>
    </Sheet>
  );
}

function Writing({ account, purse }: { account: Address; purse: Purse }) {
  const { coop, modules, settlement, now } = useCoop();
  const book = useCommons();
  const { member } = useWallet();
  const idOf = useMemberIdOf();
  const [written, setWritten] = useState(() => blank(now));
  const [payer, setPayer] = useState("");
  const statement = useStatement();
  const goOn = useOpenNewest();
  const budgets = budgetsFor(coop, book, account, settlement, now);
  const budget = budgets.find(({ id }) => String(id) === payer);
  const { mistakes, asked, named } = readOffer(written, { coop, settlement, now, account });
  const total = asked ? totalOf(asked) : 0n;
  const has = budget ? budget.left : purse.money;
  const short = asked !== undefined && total > has;
  const offer = async () => {
    const details = asked && (await statement.write(written.words, named ? [asked.provider] : "everybody"));
    return asked && details && { ...asked, details };
  };
  return (
    <div className="space-y-5">
      {budgets.length > 0 && <PayerField budgets={budgets} value={payer} onChange={setPayer} />}
      <OfferFields written={written} mistakes={mistakes} onChange={(part) => setWritten({ ...written, ...part })} />
      <p className="small text-muted">
        {budget ? t`Left in the budget: ` : t`You have `}
        <span className="figures">{formatCents(has, settlement)}</span>.
      </p>
      {!asked && (
        <p className="small text-muted">{t`Before you pay you see here what it costs and who gets what of it: first say what it is and what it pays.`}</p>
      )}
      {short && (
        <p
          role="status"
          className="font-semibold text-bad"
        >{rich`${budget ? t`The budget has` : t`Your account has`} less than ${formatMoney(total, settlement)}.`}</p>
      )}
      {asked && !short && (
        <>
          <SumNote
            job={draftedJob(asked, asked.provider)}
            sides={{ providerId: idOf(asked.provider), customerId: budget ? 0 : (member?.id ?? 0) }}
            side="custom"
          />
          <StatementNote statement={statement} text={written.words} />
          {budget ? (
            <ForCoop
              budget={budget}
              offer={offer}
              busy={statement.busy}
              total={total}
              onDone={() => goOn(modules.treasury)}
            />
          ) : (
            <PaySteps
              name={`offer:${account}`}
              cost={total}
              purse={purse}
              label={t`Offer it and pay ${formatMoney(total, settlement)}`}
              done={t`It is offered.`}
              onDone={() => goOn(account)}
              call={async (signed) => {
                const made = await offer();
                return (
                  made && {
                    address: modules.market,
                    abi: ABI_OF.market as never,
                    functionName: "offer",
                    args: [made, ...(signed ? [] : [NO_PERMIT])],
                  }
                );
              }}
            />
          )}
          <p className="small text-muted">{t`Your money waits in the market. Until somebody accepts you can take it back; if nobody does in time, it comes back.`}</p>
        </>
      )}
    </div>
  );
}

type ForCoopProps = {
  budget: Budget;
  offer: () => Promise<object | undefined>;
  busy: boolean;
  total: bigint;
  onDone: () => void;
};

/** No money of the officer's: it comes out of the budget. */
function ForCoop({ budget, offer, busy, total, onDone }: ForCoopProps) {
  const { modules, settlement } = useCoop();
  const act = useAct(`offer:budget:${budget.id}`);
  return (
    <div>
      <ActButton
        act={act}
        label={t`Offer it out of the budget for ${formatMoney(total, settlement)}`}
        disabled={busy}
        onDone={onDone}
        call={async () => {
          const made = await offer();
          return (
            made && {
              address: modules.market,
              abi: ABI_OF.market as never,
              functionName: "offerForCoop",
              args: [BigInt(budget.id), made],
            }
          );
        }}
      />
      <ActStatus act={act} done={t`It is offered.`} />
    </div>
  );
}

type PayerProps = { budgets: readonly Budget[]; value: string; onChange: (payer: string) => void };

function PayerField({ budgets, value, onChange }: PayerProps) {
  const { settlement } = useCoop();
  return (
    <Field label={t`Who pays`}>
      {(ids) => (
        <select {...ids} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t`I do`}</option>
          {budgets.map(({ id, role, left }) => (
            <option
              key={id}
              value={id}
            >{rich`The co-op, out of budget ${id} of the ${officeName(Number(role))} (${formatCents(left, settlement)} left)`}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

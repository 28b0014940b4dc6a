import type { Budget, CommonsBook } from "../../../../books/commons.ts";
import { fundSaid } from "../../../../books/fund-names.ts";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { holds } from "../../shared/membership/board.ts";
import { amountOf } from "../../shared/motion/names.ts";
import { officeName } from "../../shared/motion/offices.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { memoOfSpending, purposeOfBudget } from "./budgets.ts";
import { SpendForm } from "./SpendForm.tsx";

/** What officers may spend without a vote each time, what they spent, and spending for whoever holds the office. */
export function BudgetsSheet({ book }: { book: CommonsBook }) {
  const { now } = useCoop();
  const budgets = [...book.budgets.values()].reverse();
  if (budgets.length === 0) return null;
  const open = budgets.filter(({ until, left }) => now < until && left > 0n);
  const over = budgets.filter((budget) => !open.includes(budget));
  return (
    <Sheet title={t`Budgets`}>
      <p className="mb-3 max-w-[46rem] text-muted">{t`The members decide how much, what for and until when; whoever holds the office pays out of it and shows every payment.`}</p>
      <ul className="divide-y divide-line">
        {open.map((budget) => (
          <BudgetRow key={budget.id} budget={budget} />
        ))}
      </ul>
      {over.length > 0 && (
        <Disclosure label={over.length === 1 ? t`One that is over` : t`${over.length} that are over`}>
          <ul className="divide-y divide-line">
            {over.map((budget) => (
              <BudgetRow key={budget.id} budget={budget} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Sheet>
  );
}

function BudgetRow({ budget }: { budget: Budget }) {
  const { coop, settlement, now } = useCoop();
  const { address } = useWallet();
  const { id, role, fund, asset, amount, left, until, spent } = budget;
  const money = (sum: bigint) => amountOf(sum, asset, settlement);
  const isOpen = now < until && left > 0n;
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{purposeOfBudget(coop, budget) ?? t`Budget ${id}`}</span>
        <span className="figures">
          {money(left)} <span className="text-muted">{rich`left of ${money(amount)}`}</span>
        </span>
      </p>
      <p className="small text-muted">{rich`${capitalised(officeName(Number(role)))}, from the ${fundSaid(fund)}, ${isOpen ? rich`until ${formatDay(until)}, ${formatRelative(until, now)}` : <Chip>{left === 0n ? t`used up` : t`ended on ${formatDay(until)}`}</Chip>}`}</p>
      {spent.length > 0 && (
        <Disclosure label={spent.length === 1 ? t`One payment` : t`${spent.length} payments`}>
          <ul className="small divide-y divide-line">
            {[...spent].reverse().map((payment) => {
              const memo = memoOfSpending(coop, payment);
              return (
                <li key={`${payment.tx}:${payment.logIndex}`} className="py-2">
                  <p className="pair">
                    <span>{rich`${formatDay(payment.at)}, to ${<MemberName account={payment.to} coop={coop} within />}`}</span>
                    <span className="figures">{money(payment.amount)}</span>
                  </p>
                  {memo && <StatementText label={t`What for`} hash={memo} author={payment.spender} />}
                </li>
              );
            })}
          </ul>
        </Disclosure>
      )}
      {isOpen && holds(coop, Number(role), address, now) && <SpendForm budget={budget} />}
    </li>
  );
}

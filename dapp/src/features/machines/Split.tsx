import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, partsInCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { shareWords } from "./words.ts";

type SplitProps = {
  amount: bigint;
  parts: { upkeep: bigint; coupon: bigint; principal: bigint; income: bigint };
  upkeepShare: number;
  members: number;
  /** Whether there are bonds to pay. */
  hasBonds: boolean;
};

const FILLS = {
  upkeep: "bg-vote-abstain",
  coupon: "bg-wait",
  principal: "bg-act",
  income: "bg-vote-for",
} as const;

/** Who gets what of a rent, in the order in which it is shared (K3). */
export function Split({ amount, parts, upkeepShare, members, hasBonds }: SplitProps) {
  const { settlement } = useCoop();
  const each = members > 0 ? parts.income / BigInt(members) : 0n;
  const steps = [
    { key: "upkeep", words: t`Upkeep, ${shareWords(upkeepShare)}`, part: parts.upkeep },
    ...(hasBonds
      ? ([
          { key: "coupon", words: t`Coupons to the lenders`, part: parts.coupon },
          { key: "principal", words: t`Set aside to repay the lenders`, part: parts.principal },
        ] as const)
      : []),
    { key: "income", words: t`Income of all ${members} members`, part: parts.income },
  ] as const;
  const shown = partsInCents(
    steps.map(({ part }) => part),
    settlement,
  );
  return (
    <div className="rounded-xl bg-sunken p-4">
      <p className="mb-2 font-semibold">{t`How it is shared`}</p>
      <div aria-hidden="true" className="mb-3 flex h-3 gap-[2px] overflow-hidden rounded-full">
        {steps.map(({ key, part }) =>
          part > 0n ? (
            <div key={key} className={FILLS[key]} style={{ width: `${Number((part * 10_000n) / amount) / 100}%` }} />
          ) : null,
        )}
      </div>
      <dl className="space-y-1">
        {steps.map(({ key, words }, i) => (
          <div key={key} className="flex justify-between gap-4">
            <dt className="flex items-baseline gap-2">
              <span aria-hidden="true" className={`size-3 shrink-0 rounded-full ${FILLS[key]}`} />
              {words}
            </dt>
            <dd className="figures">{formatCents(shown[i] ?? 0n, settlement)}</dd>
          </div>
        ))}
      </dl>
      {each > 0n && (
        <p className="small mt-2 text-muted">{rich`That is ${formatCents(each, settlement)} for each of ${members} members.`}</p>
      )}
    </div>
  );
}

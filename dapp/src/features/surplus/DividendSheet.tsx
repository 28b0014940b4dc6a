import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import type { Member } from "../../../../books/coop.ts";
import type { MarketBook } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { holdingOf } from "../../../../books/share-ledger.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { bidsStoppedUntil } from "../../shared/commons/standing.ts";
import { formatCents } from "../../shared/format/money.ts";
import { percentOf } from "../../shared/format/rate.ts";
import { sharesInWords } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { type Outcome, outcomeOf } from "../../shared/surplus/claim.ts";
import { claimable, dividendsOf, sumOf } from "../../shared/surplus/dividends.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

export type Props = { person: Member; market: MarketBook };

/** What a person's points brought and it has not claimed: all periods at once, in money or in shares (A4, A5, S6). */
export function DividendSheet({ person, market }: Props) {
  const { coop, modules, settlement, now } = useCoop();
  const inMoney = useAct(`dividend-money:${person.id}`);
  const inShares = useAct(`dividend-shares:${person.id}`);
  const ways = useWays({ person, market });
  const dividends = dividendsOf(market, person.id);
  const due = claimable(dividends);
  const recovering = recoveryOf(coop, person.id, now) !== undefined;
  const claim = (shares: boolean) => ({
    address: modules.patronage,
    abi: ABI_OF.patronage as never,
    functionName: "claim",
    args: [person.id, due.map(({ period }) => period), shares],
  });
  return (
    <Sheet title={person.status === "active" ? t`Your dividend` : t`Your dividend as member ${person.id}`}>
      <p className="mb-4 text-muted">{rich`${<span className="figures font-serif text-4xl text-ink">{formatCents(sumOf(due), settlement)}</span>} is yours to claim`}</p>
      {due.length > 0 && !recovering && (
        <div className="flex flex-wrap gap-3">
          <ActButton act={inMoney} label={labelOf(ways.money, "money", settlement)} call={() => claim(false)} />
          {ways.shares && ways.shares.units > ways.money.units && (
            <ActButton
              act={inShares}
              quiet
              label={labelOf(ways.shares, "shares", settlement)}
              call={() => claim(true)}
            />
          )}
        </div>
      )}
      <ActStatus act={inMoney} done={t`The money is in your account.`} />
      <ActStatus act={inShares} done={t`The shares are yours; what was left is in your account.`} />
      {recovering && (
        <Note tone="wait">{t`Another account asks to take over your membership. Until that is decided no dividend is paid out; it stays yours.`}</Note>
      )}
      {due.length > 0 && ways.required > 0 && person.status === "active" && (
        <p className="small mt-3 text-muted">{rich`The charter asks that ${percentOf(ways.required)} of every dividend be taken in shares, as far as whole shares fit. You get it back when you leave, like every share.`}</p>
      )}
      <p className="small mt-4 text-muted">
        {due.length > 0
          ? t`${due.length === 1 ? t`From period ${due[0]?.period}` : t`From ${due.length} periods together`}. Leave it as long as you like: it does not lapse.`
          : dividends.length > 0
            ? t`You have claimed all that your points brought so far.`
            : t`Points that you earn bring something once the members share out the surplus of their period.`}
      </p>
    </Sheet>
  );
}

type Ways = { required: number; money: Outcome; shares?: Outcome };

/** What claiming in money and in shares would hand over; shares are not sold while that is stopped. */
function useWays({ person, market }: Props): Ways {
  const { coop, now } = useCoop();
  const book = useCommons();
  const amounts = claimable(dividendsOf(market, person.id)).map(({ amount }) => amount);
  const { terms } = coop.shares;
  const required = market.surplusTerms?.inShares ?? 0;
  const none = { units: 0n, money: amounts.reduce((sum, amount) => sum + amount, 0n) };
  if (!terms || person.status !== "active") return { required, money: none };
  const holding = holdingOf(coop, person.id, now);
  const money = outcomeOf(amounts, false, required, holding, terms);
  const sells = coop.windingUpSince === undefined && bidsStoppedUntil(book, now) === undefined;
  return { required, money, ...(sells && { shares: outcomeOf(amounts, true, required, holding, terms) }) };
}

function labelOf({ units, money }: Outcome, first: "money" | "shares", settlement: Parameters<typeof formatCents>[1]) {
  const parts = { money: formatCents(money, settlement), shares: sharesInWords(units) };
  if (units === 0n) return t`Claim ${parts.money}`;
  const cents = parts.money !== formatCents(0n, settlement);
  if (!cents) return t`Claim ${parts.shares}`;
  return first === "money" ? t`Claim ${parts.money} and ${parts.shares}` : t`Claim ${parts.shares} and ${parts.money}`;
}

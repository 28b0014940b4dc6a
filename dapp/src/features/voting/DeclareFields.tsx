import { Link } from "@tanstack/react-router";
import { OPERATING } from "../../../../books/funds.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents, formatMoney, unitName } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { inPoints, perPoint, pointsWords } from "../../shared/surplus/points.ts";
import { interestFrom, undeclared } from "../../shared/surplus/preview.ts";
import { WaterfallTable } from "../../shared/surplus/WaterfallTable.tsx";
import { Note } from "../../shared/ui/Note.tsx";
import type { FieldsProps } from "./PaymentFields.tsx";
import { periodChosen, previewOf } from "./surplusWriting.ts";
import { ChoicePart, TextPart } from "./TextPart.tsx";

/** Which period, how much, and how much interest out of it; where every unit would go. */
export function DeclareFields(props: FieldsProps) {
  const { coop, settlement, now } = useCoop();
  const market = useMarket();
  const book = useCommons();
  const periods = undeclared(market);
  if (periods.length === 0) {
    return (
      <Note tone="wait">{rich`A surplus is shared out for a period that has ended and whose surplus was not shared out yet. There is none at the moment. ${<Link to="/surplus" className="link">{t`When the running one ends`}</Link>}`}</Note>
    );
  }
  const chosen = periodChosen(props.written, { coop, settlement, market });
  const holds = book.funds.get(OPERATING) ?? 0n;
  const cap = coop.shares.terms?.interestCap;
  const from = interestFrom(coop);
  return (
    <>
      <ChoicePart
        {...props}
        part="period"
        label={t`Period`}
        none={t`Choose the period`}
        hint={chosen && t`${pointsWords(chosen.points, settlement)} were earned in it.`}
        options={periods.map(({ period, openedAt, closedAt }) => ({
          value: String(period),
          label: t`No. ${period}, ${formatDay(openedAt)} to ${formatDay(closedAt)}`,
        }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextPart
          {...props}
          part="amount"
          label={t`Surplus in ${unitName(settlement)}`}
          hint={t`The operating fund holds ${formatCents(holds, settlement)}. Leave in it what the costs still need.`}
          figures
        />
        <TextPart
          {...props}
          part="rate"
          label={t`Interest on shares, per cent a year`}
          hint={
            from > now
              ? t`Next from ${formatDay(from)}; until then leave it empty.`
              : t`May be left empty.${cap === undefined ? "" : t` At most ${cap / 100}.`}`
          }
          figures
        />
      </div>
      <Outlook {...props} />
      <Note tone="wait">{t`A period's surplus is shared out once, and it can not be taken back: what goes to the reserve is never shared out again, and dividends are the members' own from that moment on.`}</Note>
    </>
  );
}

function Outlook({ written }: FieldsProps) {
  const { coop, settlement, now } = useCoop();
  const market = useMarket();
  const found = previewOf(written, { coop, settlement, market, now });
  const { surplusTerms } = market;
  if (!found || !surplusTerms || found === "tooMuchInterest") return null;
  const { points, pot, fromCarried, interest } = found;
  const money = (amount: bigint) => formatMoney(amount, settlement);
  return (
    <div className="rounded-xl border border-line p-4">
      <h3 className="mb-1 text-base">{t`Where it would go`}</h3>
      <WaterfallTable
        caption={t`How the surplus would be divided`}
        waterfall={found}
        terms={surplusTerms}
        about={interest > 0n}
      />
      <p className="small mt-2 text-muted">
        {points === 0n
          ? t`Nobody earned points in this period, so there are no dividends and the reserve gets the rest.`
          : t`Each of the ${inPoints(points, settlement)} points would bring ${perPoint(pot, points, settlement)}${
              fromCarried > 0n ? t`, with ${money(fromCarried)} that earlier periods left` : ""
            }.`}
      </p>
    </div>
  );
}

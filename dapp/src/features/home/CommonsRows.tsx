import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { theMachine } from "../../shared/commons/naming.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatRate } from "../../shared/format/rate.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Duty } from "../../shared/ui/Duty.tsx";
import type { CommonsDuties } from "./commonsDuties.ts";

/** Duties about machines, bonds and income. */
export function CommonsRows({ duties }: { duties: CommonsDuties }) {
  const { coop, settlement, now } = useCoop();
  const book = useCommons();
  const money = (amount: bigint) => formatCents(amount, settlement);
  const nameOf = (id: number) => {
    const machine = book.machines.get(id);
    return machine ? theMachine(coop, machine) : t`machine ${id}`;
  };
  return (
    <>
      {duties.toPay.map(({ machine, amount, late, at }) => (
        <Duty
          key={`pay:${machine.id}`}
          verb={t`Pay`}
          note={late ? t`late since ${formatDay(at)}` : t`due ${formatRelative(at, now)}`}
        >
          <Link
            to="/machines/$id"
            params={{ id: String(machine.id) }}
            className="link"
          >{rich`${money(amount)} of rent for ${nameOf(machine.id)}`}</Link>
        </Duty>
      ))}
      {duties.toTake.map((amount) => (
        <Duty key="income" verb={t`Take`} note={t`when you like`}>
          <Link to="/income" className="link">{rich`${money(amount)} of income from our machines`}</Link>
        </Duty>
      ))}
      {duties.toCollect.map(({ series, coupon, principal }) => (
        <Duty key={`collect:${series.id}`} verb={t`Collect`} note={t`when you like`}>
          <Link
            to="/bonds/$series"
            params={{ series: String(series.id) }}
            className="link"
          >{rich`${money(coupon + principal)} ${principal > 0n ? t`repaid` : t`in coupons`} from bonds for ${nameOf(series.id)}`}</Link>
        </Duty>
      ))}
      {duties.toGetBack.map(({ series, amount }) => (
        <Duty key={`back:${series.id}`} verb={t`Get back`} note={t`your bid did not need it`}>
          <Link
            to="/bonds/$series"
            params={{ series: String(series.id) }}
            className="link"
          >{rich`${money(amount)} of your bid for ${nameOf(series.id)}`}</Link>
        </Duty>
      ))}
      {duties.toTakeBack.map((amount) => (
        <Duty key="deposit" verb={t`Get back`} note={t`you were outbid`}>
          <Link to="/machines" className="link">{rich`${money(amount)} that was held for your bid`}</Link>
        </Duty>
      ))}
      {duties.toBidFor.map(({ machine, outbid }) => (
        <Duty
          key={`bid:${machine.id}`}
          verb={outbid ? t`Bid again` : t`Make a bid`}
          note={t`${outbid ? t`you were outbid; ` : ""}closes ${formatRelative(machine.auction?.closesAt ?? now, now)}`}
        >
          <Link
            to="/machines/$id"
            params={{ id: String(machine.id) }}
            className="link"
          >{rich`Who ${machine.auction?.kind === "sale" ? t`buys` : t`needs`} ${nameOf(machine.id)}?`}</Link>
        </Duty>
      ))}
      {duties.toLend.map((series) => (
        <Duty key={`lend:${series.id}`} verb={t`Lend`} note={t`closes ${formatRelative(series.terms.closesAt, now)}`}>
          <Link
            to="/bonds/$series"
            params={{ series: String(series.id) }}
            className="link"
          >{rich`Bonds for ${nameOf(series.id)}, up to ${formatRate(series.terms.highestRate)} a year`}</Link>
        </Duty>
      ))}
      {duties.toCount.map((series) => (
        <Duty key={`count:${series.id}`} verb={t`Count`} note={t`closed; anyone may`}>
          <Link
            to="/bonds/$series"
            params={{ series: String(series.id) }}
            className="link"
          >{rich`The bids for ${nameOf(series.id)}`}</Link>
        </Duty>
      ))}
      {duties.toSettle.map((machine) => (
        <Duty key={`settle:${machine.id}`} verb={t`Settle`} note={t`bids closed; anyone may`}>
          <Link
            to="/machines/$id"
            params={{ id: String(machine.id) }}
            className="link"
          >{rich`Who gets ${nameOf(machine.id)}`}</Link>
        </Duty>
      ))}
      {duties.toBuy.map((machine) => (
        <Duty key={`buy:${machine.id}`} verb={t`Buy`} note={t`the money is there`}>
          <Link
            to="/machines/$id"
            params={{ id: String(machine.id) }}
            className="link"
          >{rich`Pay the seller of ${nameOf(machine.id)} when it is handed over`}</Link>
        </Duty>
      ))}
    </>
  );
}

import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { Duty } from "../../shared/ui/Duty.tsx";
import type { PeopleDuties } from "./peopleDuties.ts";

/** Duties about people: joining, deciding, vouching. */
export function PeopleRows({ duties }: { duties: PeopleDuties }) {
  const { coop, now } = useCoop();
  const { name } = useConfig();
  const { toJoin, toDecide, toActOn, toVouch, toComplete } = duties;
  const [oldest] = toDecide;
  return (
    <>
      {toJoin.map(({ account, memberId, class: index, until }) => (
        <Duty key={account} verb={memberId ? t`Move` : t`Join`} note={t`until ${formatDay(until)}`}>
          <Link to="/apply" className="link">
            {memberId
              ? t`The board agreed that you move to ${coop.classes[index]?.name}`
              : t`You are accepted: join ${name}`}
          </Link>
        </Duty>
      ))}
      {toComplete.map(({ memberId }) => (
        <Duty key={memberId} verb={t`Complete`} note={t`nobody objected`}>
          <Link to="/recoveries" className="link">{t`Your membership can move to this account`}</Link>
        </Duty>
      ))}
      {oldest && (
        <Duty verb={t`Decide`} note={t`the first by ${formatDay(oldest.until)}, ${formatRelative(oldest.until, now)}`}>
          <Link to="/applications" className="link">
            {toDecide.length} {plural(toDecide.length, t`application`, t`applications`)}
          </Link>
        </Duty>
      )}
      {toActOn.length > 0 && (
        <Duty verb={t`Act`} note={t`another person decided it`}>
          <Link
            to="/board"
            className="link"
          >{rich`${toActOn.length} ${plural(toActOn.length, t`decision waits`, t`decisions wait`)} for a second person`}</Link>
        </Duty>
      )}
      {toVouch.map(({ memberId, newAccount }) => (
        <Duty key={`${memberId}:${newAccount}`} verb={t`Vouch`} note={t`only if you know them`}>
          <Link
            to="/recoveries"
            className="link"
          >{rich`Member ${memberId} says they lost access to their account`}</Link>
        </Duty>
      ))}
    </>
  );
}

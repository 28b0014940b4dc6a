import { Link } from "@tanstack/react-router";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { Duty } from "../../shared/ui/Duty.tsx";
import type { PeopleDuties } from "./peopleDuties.ts";

/** Duties about people: joining, deciding, vouching, collecting. */
export function PeopleRows({ duties }: { duties: PeopleDuties }) {
  const { coop, settlement, now } = useCoop();
  const { name } = useConfig();
  const { toJoin, toDecide, toActOn, toVouch, toComplete, toCollect } = duties;
  const [oldest] = toDecide;
  return (
    <>
      {toJoin.map(({ account, memberId, class: index, until }) => (
        <Duty key={account} verb={memberId ? "Move" : "Join"} note={`until ${formatDay(until)}`}>
          <Link to="/apply" className="link">
            {memberId
              ? `The board agreed that you move to ${coop.classes[index]?.name}`
              : `You are accepted: join ${name}`}
          </Link>
        </Duty>
      ))}
      {toCollect.map((amount) => (
        <Duty key="collect" verb="Collect" note="when you like">
          <Link to="/shares" className="link">
            {formatCents(amount, settlement)} from your shares
          </Link>
        </Duty>
      ))}
      {toComplete.map(({ memberId }) => (
        <Duty key={memberId} verb="Complete" note="nobody objected">
          <Link to="/recoveries" className="link">
            Your membership can move to this account
          </Link>
        </Duty>
      ))}
      {oldest && (
        <Duty verb="Decide" note={`the first by ${formatDay(oldest.until)}, ${formatRelative(oldest.until, now)}`}>
          <Link to="/applications" className="link">
            {toDecide.length} {plural(toDecide.length, "application")}
          </Link>
        </Duty>
      )}
      {toActOn.length > 0 && (
        <Duty verb="Act" note="another person decided it">
          <Link to="/board" className="link">
            {toActOn.length} {plural(toActOn.length, "decision waits", "decisions wait")} for a second person
          </Link>
        </Duty>
      )}
      {toVouch.map(({ memberId, newAccount }) => (
        <Duty key={`${memberId}:${newAccount}`} verb="Vouch" note="only if you know them">
          <Link to="/recoveries" className="link">
            Member {memberId} says they lost their wallet
          </Link>
        </Duty>
      ))}
    </>
  );
}

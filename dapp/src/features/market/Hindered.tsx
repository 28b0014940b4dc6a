import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { JobState } from "../../../../books/job.ts";
import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { ARBITER } from "../../shared/motion/offices.ts";
import { type Hindrance, hindranceTo, mayRule } from "./acts.ts";
import { useMarketOf, useViewer } from "./useJobs.ts";

/** Why the reader can not accept it, or not decide it, where that would be expected. */
export function Hindered({ entry }: { entry: JobEntry }) {
  const { coop, now } = useCoop();
  const market = useMarketOf(entry);
  const viewer = useViewer();
  const { state, job } = entry;
  if (state === JobState.Disputed && viewer.holds(ARBITER, viewer.account) && !mayRule(entry, viewer)) {
    return <p className="mt-3 text-muted">{t`You are a party to it, so another arbiter decides.`}</p>;
  }
  const hindrance = state === JobState.Offered && now < job.acceptBy && hindranceTo(entry, viewer, market, now);
  if (!hindrance) return null;
  const words: Record<Hindrance, ReactNode> = {
    own: undefined,
    other: t`It is offered to one person alone, who is not you.`,
    closed: market.isFormer
      ? t`Another market has taken the place of the one that it was offered at, so nobody can accept it any more.`
      : coop.windingUpSince === undefined
        ? t`A guardian stopped new jobs until ${formatMoment(market.closedUntil)}.`
        : t`The co-op is winding up: nothing new begins.`,
    suspended: t`Your use of services is stopped until ${formatMoment(viewer.suspendedUntil ?? 0)}.`,
    membersOnly: rich`This market is for members. ${<Link to="/apply" className="link">{t`How to join`}</Link>}`,
  };
  return words[hindrance] ? <p className="mt-3 text-muted">{words[hindrance]}</p> : null;
}

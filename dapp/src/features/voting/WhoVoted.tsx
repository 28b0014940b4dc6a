import type { Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { memberAt } from "../../shared/motion/proxies.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { More, usePieces } from "../../shared/ui/More.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Tone } from "../../shared/ui/tone.ts";
import { When } from "../../shared/ui/When.tsx";
import { POSITIONS, positionName } from "./positions.ts";
import { Reason } from "./Reason.tsx";
import { WhoIsSilent } from "./WhoIsSilent.tsx";

const FIRST = 12;

/** Who voted and how: votes are public. Those with reasons come first. */
export function WhoVoted({ proposal, closed }: { proposal: Proposal; closed: boolean }) {
  const { coop, now } = useCoop();
  const ballots = [...proposal.ballots.values()].sort(
    (a, b) => Number(b.reason !== "") - Number(a.reason !== "") || b.at - a.at,
  );
  const { shown, ...more } = usePieces(ballots, FIRST);
  return (
    <Sheet
      title={t`Who voted`}
      aside={<span className="small figures text-muted">{rich`${ballots.length} ballots`}</span>}
    >
      {ballots.length === 0 && <Empty>{t`Nobody has voted yet.`}</Empty>}
      <ul>
        {shown.map((ballot) => (
          <li key={ballot.seat} className="border-b border-line py-2.5 last:border-b-0">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span>
                <MemberName account={ballot.voter} coop={coop} />
                {ballot.byProxy !== undefined && (
                  <span className="small block text-muted">{rich`by proxy: member ${memberAt(coop, ballot.byProxy)?.id}`}</span>
                )}
                {ballot.aggregated && <span className="small block text-muted">{t`signed together with others`}</span>}
              </span>
              <span className="flex items-center gap-3">
                <span className="small text-muted">
                  {ballot.changes > 0 && t`changed, `}
                  <When at={ballot.at} now={now} />
                </span>
                <span className="whitespace-nowrap">
                  <Chip tone={toneOf(ballot.support)}>{positionName(ballot.support)}</Chip>
                </span>
              </span>
            </div>
            {ballot.reason && <Reason text={ballot.reason} />}
          </li>
        ))}
      </ul>
      <More {...more} all={t`Show all ${ballots.length} ballots`} />
      <WhoIsSilent proposal={proposal} closed={closed} />
    </Sheet>
  );
}

const toneOf = (support: number): Tone =>
  (POSITIONS.find(({ position }) => position === support)?.dot ?? "quiet") as Tone;

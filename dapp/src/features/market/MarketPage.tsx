import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { type MarketSearch, openOffers, openServices, searchIn, underWay } from "./browse.ts";
import { CollectNote } from "./CollectNote.tsx";
import { JobRow } from "./JobRow.tsx";
import { MarketNotes } from "./MarketNotes.tsx";
import { MarketTabs } from "./MarketTabs.tsx";
import { OfferSheet } from "./OfferSheet.tsx";
import { PostSheet } from "./PostSheet.tsx";
import { ServiceRow } from "./ServiceRow.tsx";
import { TermsSheet } from "./TermsSheet.tsx";
import { useViewer } from "./useJobs.ts";

const route = getRouteApi("/market");
type Writing = "job" | "service";

/** What can be accepted or booked now, and the reader's own jobs. */
export function MarketPage() {
  const search = searchIn(route.useSearch());
  const { now } = useCoop();
  const book = useMarket();
  const viewer = useViewer();
  const [writing, write] = useState<Writing>();
  const own = underWay(book, viewer, now, search);
  const offers = openOffers(book, viewer, now, search);
  const services = openServices(book, viewer, search);
  const close = () => write(undefined);
  return (
    <>
      <PageHead
        title={t`Market`}
        lead={t`Rides and tasks, for members and everybody else. The customer's money waits here until the job is done; the fee is shared by the commons and the members.`}
      >
        <div className="flex flex-wrap gap-3">
          <WriteButton what="job" writing={writing} write={write} label={t`Offer a job`} />
          <WriteButton what="service" writing={writing} write={write} label={t`Offer a service`} />
        </div>
      </PageHead>
      <MarketTabs />
      <div className="space-y-6">
        <MarketNotes />
        <CollectNote />
        {writing === "job" && <OfferSheet onClose={close} />}
        {writing === "service" && <PostSheet onClose={close} />}
        <Filters search={search} />
        {own.length > 0 && (
          <Sheet title={t`Your jobs`}>
            <ul>
              {own.map((entry) => (
                <JobRow key={entry.name} entry={entry} />
              ))}
            </ul>
          </Sheet>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Sheet title={search.mine ? t`Jobs offered by you or to you` : t`Jobs to accept`}>
            {offers.length === 0 && (
              <Empty>
                {isNarrow(search)
                  ? t`There is none of this kind. Take a filter away to see more.`
                  : t`Nobody offers a job at the moment. Offer one, or offer a service that others can book.`}
              </Empty>
            )}
            <ul>
              {offers.map((entry) => (
                <JobRow key={entry.name} entry={entry} />
              ))}
            </ul>
          </Sheet>
          <Sheet title={search.mine ? t`Your services` : t`Services to book`}>
            {services.length === 0 && (
              <Empty>
                {isNarrow(search)
                  ? t`There is none of this kind. Take a filter away to see more.`
                  : t`Nobody offers a service at the moment. If you drive or work, offer one: customers book it with one act.`}
              </Empty>
            )}
            <ul className="divide-y divide-line">
              {services.map((service) => (
                <ServiceRow key={service.id} service={service} />
              ))}
            </ul>
          </Sheet>
        </div>
        <TermsSheet />
      </div>
    </>
  );
}

const isNarrow = ({ kind, mine }: MarketSearch): boolean => kind !== undefined || mine !== undefined;

type WriteProps = { what: Writing; writing: Writing | undefined; write: (what?: Writing) => void; label: string };

function WriteButton({ what, writing, write, label }: WriteProps) {
  const open = writing === what;
  return (
    <button
      type="button"
      className={`button ${what === "job" ? "button-main" : "button-quiet"}`}
      aria-expanded={open}
      onClick={() => write(open ? undefined : what)}
    >
      {label}
    </button>
  );
}

const KINDS = [
  { kind: undefined, label: t`Everything` },
  { kind: "ride", label: t`Rides` },
  { kind: "task", label: t`Tasks` },
] as const;

function Filters({ search: { kind, mine } }: { search: MarketSearch }) {
  const look = (chosen: boolean) => `button small ${chosen ? "button-main" : "button-quiet"}`;
  const of = (what: MarketSearch["kind"], own: true | undefined): MarketSearch => ({
    ...(what && { kind: what }),
    ...(own && { mine: own }),
  });
  return (
    <nav aria-label={t`Filter jobs and services`}>
      <ul className="flex flex-wrap gap-2">
        {KINDS.map((one) => (
          <li key={one.label}>
            <Link
              to="/market"
              search={of(one.kind, mine)}
              aria-current={one.kind === kind ? "true" : undefined}
              className={look(one.kind === kind)}
            >
              {one.label}
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/market"
            search={of(kind, mine ? undefined : true)}
            aria-current={mine ? "true" : undefined}
            className={look(mine === true)}
          >{t`Mine`}</Link>
        </li>
      </ul>
    </nav>
  );
}

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../../../../books/say.ts";
import { MODULE_AT } from "../../shared/chain/places.ts";
import { MODULE_TITLES } from "../../shared/chain/titles.ts";
import { useChainState, useCoop } from "../../shared/chain/useCoop.ts";
import { fromWhole } from "../../shared/chain/WholeRecord.tsx";
import { rich } from "../../shared/language/rich.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Field } from "../../shared/ui/Field.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import { EventRow } from "./EventRow.tsx";
import { type EventsSearch, searchIn } from "./events.ts";
import { latestEvents } from "./latest-events.ts";

const PAGE = 30;

/** Everything that the contracts told, the latest first. */
export const EventsPage = fromWhole(function EventsPage() {
  const { settlement } = useCoop();
  const { reading } = useChainState();
  const search = searchIn(useSearch({ strict: false }));
  const [shown, setShown] = useState(PAGE);
  const { found, more } = latestEvents(reading?.kept ?? [], search, shown);
  const isNarrow = search.of !== undefined || search.with !== undefined;
  return (
    <>
      <PageHead
        title={t`Events`}
        lead={t`The public records that every page here is made from: what each contract told, as it told it.`}
      />
      <AuditTabs />
      <div className="space-y-6">
        <Filters search={search} />
        <Sheet
          title={isNarrow ? t`Events that match` : t`The latest events`}
          aside={
            <span className="small text-muted">{rich`amounts in the smallest unit, 1 ${settlement.symbol} is 10${<sup>{settlement.decimals}</sup>}`}</span>
          }
        >
          {found.length === 0 && <Empty>{t`None matches. Take a filter away to see more.`}</Empty>}
          <ul>
            {found.map((event) => (
              <EventRow key={`${event.blockNumber}:${event.logIndex}`} event={event} />
            ))}
          </ul>
          {more && (
            <button
              type="button"
              className="button button-quiet mt-4"
              onClick={() => setShown(shown + 3 * PAGE)}
            >{t`Show earlier events`}</button>
          )}
        </Sheet>
      </div>
    </>
  );
});

function Filters({ search }: { search: EventsSearch }) {
  const navigate = useNavigate();
  const go = (to: EventsSearch) => navigate({ to: "/audit/events", search: searchIn(to), replace: true });
  return (
    <search className="grid gap-4 sm:grid-cols-2">
      <Field label={t`From`}>
        {(ids) => (
          <select
            {...ids}
            className="field"
            value={search.of ?? ""}
            onChange={(event) => go({ ...search, of: event.target.value as EventsSearch["of"] })}
          >
            <option value="">{t`Every part of the co-op`}</option>
            {Object.values(MODULE_AT).map((name) => (
              <option key={name} value={name}>
                {MODULE_TITLES[name]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t`With these words`} hint={t`A name, an address, a number of a block, a transaction.`}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            className="field"
            autoComplete="off"
            spellCheck={false}
            value={search.with ?? ""}
            onChange={(event) => go({ ...search, with: event.target.value })}
          />
        )}
      </Field>
    </search>
  );
}

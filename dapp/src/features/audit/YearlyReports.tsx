import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { asName } from "../../shared/format/lookalikes.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** The board's reports on the co-op's purpose, year by year (A8). */
export function YearlyReports() {
  const { coop } = useCoop();
  const reports = [...coop.reports.values()].sort((a, b) => b.year - a.year);
  return (
    <Sheet title={t`Yearly reports on the co-op's purpose`}>
      {coop.purpose && (
        <p className="mb-4 wrap-anywhere">
          <span className="text-muted">{t`The purpose, as the charter or the members last stated it:`}</span>{" "}
          {asName(coop.purpose)}
        </p>
      )}
      {reports.length === 0 && (
        <p className="text-muted">{t`None has been filed yet. The board files one for each year.`}</p>
      )}
      <ul>
        {reports.map(({ year, by, report, at }) => (
          <li key={year} className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
            <p>
              <span className="figures font-semibold">{year}</span>
              <span className="small text-muted">{rich`, filed on ${formatDay(at)}`}</span>
            </p>
            <StatementText label={t`The report`} hash={report} author={by} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

import { t } from "../../../../books/say.ts";
import { NOTHING_READ } from "../../shared/chain/later-book.ts";
import { useChainState, useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { type Group, groupsOf } from "../../shared/parameters/list.ts";
import { settingsOf } from "../../shared/parameters/settings.ts";
import { isWide } from "../../shared/ui/isWide.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import { toldOf } from "./parameters/history.ts";
import { ParameterTable } from "./parameters/ParameterTable.tsx";
import { RulesInForce } from "./RulesInForce.tsx";

/** Every figure that the members can set: what it is, within which bounds, and what it was. */
export function RulesPage() {
  const { coop } = useCoop();
  return (
    <>
      <PageHead
        title={t`Rules and their history`}
        lead={t`What the members have set, and the bounds that no resolution can leave. The letters name the rule in the rulebook, docs/rulebook.md.`}
      />
      <AuditTabs />
      <div className="space-y-6">
        <RulesInForce />
        {groupsOf(coop.classes).map((group) => (
          <GroupSheet key={group.id} group={group} />
        ))}
      </div>
    </>
  );
}

function GroupSheet({ group }: { group: Group }) {
  const { coop, settlement } = useCoop();
  const { reading } = useChainState();
  const settings = settingsOf(reading ?? NOTHING_READ, group);
  const told = toldOf(coop, group, settings, settlement);
  const changed = told.some(({ changes }) => changes.length > 0);
  return (
    <Sheet
      title={group.title}
      aside={
        <span className="small text-muted">
          {saysSince(
            settings.map(({ at }) => at),
            changed,
          )}
        </span>
      }
    >
      <details className="group" open={changed || isWide()}>
        <summary className="chapter link small">
          {told.length === 1 ? t`One figure` : t`${told.length} figures`}
        </summary>
        <ParameterTable caption={group.title} told={told} />
      </details>
    </Sheet>
  );
}

function saysSince([founding, ...later]: readonly number[], changed: boolean): string {
  if (founding === undefined) return t`not set`;
  const last = later.at(-1);
  return changed && last !== undefined
    ? t`last changed on ${formatDay(last)}`
    : t`as at the founding, ${formatDay(founding)}`;
}

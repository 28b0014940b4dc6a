import { capitalised } from "../../../../books/words.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { officeName } from "../../shared/motion/offices.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** Who holds an office, and when it ends: every one does. */
export function Offices() {
  const { coop, now } = useCoop();
  const offices = [...coop.offices].sort((a, b) => a.role - b.role || a.until - b.until);
  return (
    <Sheet title="Offices and their ends">
      {offices.length === 0 && (
        <Empty>Nobody holds an office: any three members together have the board's duties.</Empty>
      )}
      <ul>
        {offices.map(({ role, account, until }) => (
          <li
            key={`${role}:${account}`}
            className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2.5 last:border-b-0"
          >
            <span>
              <strong>{capitalised(officeName(role))}</strong> <MemberName account={account} coop={coop} />
            </span>
            <span className="small text-muted">
              {now < until ? (
                <>
                  until {formatDay(until)}, {formatRelative(until, now)}
                </>
              ) : (
                <Chip>ended {formatDay(until)}</Chip>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

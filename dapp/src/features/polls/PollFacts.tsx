import type { Poll } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { isOpen, rollOf } from "../../shared/motion/polls.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { When } from "../../shared/ui/When.tsx";

/** Who may answer, and until when. */
export function PollFacts({ poll }: { poll: Poll }) {
  const { now } = useCoop();
  const open = isOpen(poll, now);
  return (
    <Sheet title={t`Who and until when`}>
      <dl className="space-y-3">
        <div>
          <dt className="text-muted">{t`Opened`}</dt>
          <dd>
            <When at={poll.opensAt} />
          </dd>
        </div>
        <div>
          <dt className="text-muted">{open ? t`Closes` : t`Closed`}</dt>
          <dd>
            <When at={poll.closesAt} />, <When at={poll.closesAt} now={now} />
          </dd>
        </div>
        <div>
          <dt className="text-muted">{open ? t`Who may answer` : t`Who could answer`}</dt>
          <dd>{rich`The ${rollOf(poll)} who were members when it opened, one answer each. A proxy does not answer for others: a poll asks everybody.`}</dd>
        </div>
      </dl>
    </Sheet>
  );
}

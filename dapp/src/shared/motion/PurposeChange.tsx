import { t } from "../../../../books/say.ts";
import { NOTHING_READ } from "../chain/later-book.ts";
import { useChainState, useCoop } from "../chain/useCoop.ts";
import { asText } from "../format/lookalikes.ts";
import { PURPOSE } from "../parameters/list.ts";
import { settingsOf } from "../parameters/settings.ts";
import { LookalikeNote } from "../ui/LookalikeNote.tsx";
import type { PlainAction } from "./actions.ts";

type Props = {
  actions: readonly PlainAction[];
  /** When it was carried out: compared with what held before. */
  carriedOutAt?: number | undefined;
};

/** For actions that change what the co-op is for: the words that hold, and the new ones (A8). */
export function PurposeChange({ actions, carriedOutAt }: Props) {
  const { coop } = useCoop();
  const { reading } = useChainState();
  const stated = actions.findLast(({ call }) => call?.module === "directory" && call.functionName === "statePurpose");
  const words = stated?.call?.args[0];
  if (typeof words !== "string") return null;
  const before = settingsOf(reading ?? NOTHING_READ, PURPOSE).findLast(({ at }) => at < (carriedOutAt ?? 0));
  const held = carriedOutAt === undefined ? coop.purpose : before?.values.purpose;
  return (
    <dl className="mt-4 max-w-[46rem] divide-y divide-line border-y border-line">
      {typeof held === "string" && <Words term={carriedOutAt === undefined ? t`Now` : t`Before`} text={held} />}
      <Words term={carriedOutAt === undefined ? t`Then` : t`Since`} text={words} />
    </dl>
  );
}

function Words({ term, text }: { term: string; text: string }) {
  return (
    <div className="grid gap-x-6 py-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-muted">{term}</dt>
      <dd dir="auto" className="min-w-0 whitespace-pre-line wrap-anywhere">
        {asText(text)}
        <LookalikeNote text={text} />
      </dd>
    </div>
  );
}

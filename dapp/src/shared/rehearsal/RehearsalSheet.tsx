import type { Content } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../chain/useCoop.ts";
import { refusalOf } from "../errors.ts";
import { formatCents, formatMoney } from "../format/money.ts";
import { plural } from "../format/words.ts";
import { rich } from "../language/rich.ts";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Note } from "../ui/Note.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { When } from "../ui/When.tsx";
import { MovedTable } from "./MovedTable.tsx";
import { RecordedList } from "./RecordedList.tsx";
import type { Rehearsal } from "./rehearse.ts";
import { type Tried, useRehearsal } from "./useRehearsal.ts";

type Props = { content: Content; title?: string };

/** What would happen if the actions were carried out now: tried by the node, with nothing signed and nothing sent. */
export function RehearsalSheet({ content, title = t`If it were carried out now` }: Props) {
  return (
    <Sheet title={title}>
      <RehearsalPart content={content} />
    </Sheet>
  );
}

export function RehearsalPart({ content }: { content: Content }) {
  const { data: tried, isFetching, isError, refetch } = useRehearsal(content);
  const { now } = useCoop();
  const again = (
    <button type="button" className="link" aria-disabled={isFetching || undefined} onClick={() => refetch()}>
      {isFetching ? t`Calculating` : t`Calculate again`}
    </button>
  );
  if (!tried) {
    if (!isError) return <p className="pulse text-muted">{t`Trying it out`}</p>;
    return (
      <p role="status">{rich`The co-op's node did not answer, so it could not be tried out. Everything else on this page holds. ${again}`}</p>
    );
  }
  return (
    <div role="status">
      <Told tried={tried} content={content} />
      <p className="small mt-3 text-muted">{rich`As of block ${tried.block}, ${<When at={tried.timestamp} now={now} />}. This is only a calculation, and can still change. ${again}`}</p>
    </div>
  );
}

function Told({ tried: { rehearsal, moved }, content }: { tried: Tried; content: Content }) {
  const { settlement } = useCoop();
  const { answers, together, logs } = rehearsal;
  const last = answers.at(-1);
  const many = content.targets.length > 1;
  if (last && !last.well) {
    return (
      <>
        <Refused rehearsal={rehearsal} many={many} />
        {!together && many && <Apart />}
      </>
    );
  }
  return (
    <>
      <Note tone="good">
        <p className="font-semibold">
          {!many
            ? t`As things stand, it can be carried out.`
            : together
              ? t`As things stand, every action can be carried out.`
              : t`As things stand, each action alone can be carried out.`}
        </p>
      </Note>
      {!together && many && <Apart />}
      {moved === undefined && (
        <p className="mt-3">{t`The co-op's node can not say beforehand what would move. What it would do is said above.`}</p>
      )}
      {moved?.length === 0 && (
        <p className="mt-3">{t`No money would move: not in the co-op's funds, not in the reserve, not in an account that it names.`}</p>
      )}
      {moved && moved.length > 0 && (
        <MovedTable
          moved={moved}
          say={(amount) => formatMoney(amount, settlement)}
          roughly={(amount) => formatCents(amount, settlement)}
        />
      )}
      {logs && logs.length > 0 && (
        <Disclosure label={t`What would be recorded: ${logs.length} ${plural(logs.length, t`entry`, t`entries`)}`}>
          <RecordedList logs={logs} />
        </Disclosure>
      )}
    </>
  );
}

function Refused({ rehearsal: { answers }, many }: { rehearsal: Rehearsal; many: boolean }) {
  const data = answers.at(-1)?.data ?? "0x";
  const sentence = refusalOf(data);
  return (
    <Note tone="bad">
      <p className="font-semibold">
        {many ? t`Action ${answers.length} would be refused, and with it all of them.` : t`It would be refused.`}
      </p>
      {sentence ? (
        <p>
          {sentence.what} {sentence.next}
        </p>
      ) : (
        <p>{rich`The reason is not one that we have words for${data !== "0x" && rich`: ${<code className="break-all">{data}</code>}`}.`}</p>
      )}
    </Note>
  );
}

const Apart = () => (
  <p className="small mt-3">{t`The co-op's node could try each action only by itself, not on top of the one before. One that needs an earlier one may be told wrongly here.`}</p>
);

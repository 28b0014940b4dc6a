import { t } from "../../../../../books/say.ts";
import { isoDay } from "../../../shared/format/days.ts";
import { DAY } from "../../../shared/format/time.ts";
import { Field } from "../../../shared/ui/Field.tsx";
import type { Office } from "../draft/draft.ts";
import { useFounding } from "../useFounding.ts";
import { AccountField } from "./AccountField.tsx";

/** B1: a board has three seats or more, or there is none yet. */
const LEAST_SEATS = 3;
const MOST_SEATS = 9;
/** B2. */
const LONGEST_TERM = 365 * DAY;

const ALONE: { office: Exclude<Office, "board">; label: string; hint: string }[] = [
  { office: "treasurer", label: t`Treasurer`, hint: t`Carries out what was decided to spend.` },
  { office: "auditor", label: t`Auditor`, hint: t`Checks the accounts. Nobody of the board, no arbiter.` },
  { office: "arbiter", label: t`Arbiter`, hint: t`Decides disputes about jobs. Nobody of the board, not the auditor.` },
  { office: "guardian", label: t`Guardian`, hint: t`May stop new business for a few days when something is wrong.` },
];

/** Board, treasurer, auditor, arbiter and guardian of the first months. All can be left empty and filled by the members later. */
export function Offices() {
  const { draft, change, errorAt, now } = useFounding();
  const { offices } = draft;
  const { board } = offices;
  const set = (office: Office, accounts: string[]) => change({ offices: { ...offices, [office]: accounts } });
  return (
    <div className="space-y-5">
      <p className="small text-muted">{t`Offices of founders end on a day, a year from now at the latest; then the members have to appoint anew. Leave an office empty and the members fill it by a resolution.`}</p>
      <fieldset>
        <legend className="mb-1 font-semibold">{t`Board`}</legend>
        <p className="small mb-3 text-muted">{t`Three seats or more, or none: then any three members together do what a board would. Clause B1.`}</p>
        <div className="space-y-4">
          {board.map((account, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place in the list
            <div key={i} id={`offices.board.${i}`} tabIndex={-1}>
              <AccountField
                label={t`Seat ${i + 1}`}
                none={t`Choose somebody`}
                value={account}
                error={errorAt(`offices.board.${i}`)}
                onChange={(to) =>
                  set(
                    "board",
                    board.map((one, at) => (at === i ? to : one)),
                  )
                }
              />
            </div>
          ))}
        </div>
        <p className="small mt-2 flex flex-wrap gap-4">
          {board.length === 0 && (
            <button
              type="button"
              className="link"
              onClick={() => set("board", Array(LEAST_SEATS).fill(""))}
            >{t`Have a board of three`}</button>
          )}
          {board.length > 0 && board.length < MOST_SEATS && (
            <button type="button" className="link" onClick={() => set("board", [...board, ""])}>{t`Add a seat`}</button>
          )}
          {board.length > LEAST_SEATS && (
            <button
              type="button"
              className="link"
              onClick={() => set("board", board.slice(0, -1))}
            >{t`Remove the last seat`}</button>
          )}
          {board.length > 0 && (
            <button type="button" className="link" onClick={() => set("board", [])}>{t`Have no board yet`}</button>
          )}
        </p>
        {errorAt("officers") && <p className="small mt-1 font-semibold text-bad">{errorAt("officers")}</p>}
      </fieldset>
      {ALONE.map(({ office, label, hint }) => (
        <div key={office} id={`offices.${office}.0`} tabIndex={-1}>
          <AccountField
            label={label}
            hint={hint}
            none={t`Nobody yet`}
            value={offices[office][0] ?? ""}
            error={errorAt(`offices.${office}.0`)}
            onChange={(to) => set(office, to === "" ? [] : [to, ...offices[office].slice(1)])}
          />
        </div>
      ))}
      <div id="officers.until" tabIndex={-1}>
        <Field
          label={t`These offices end on`}
          hint={t`At most a year from now. Clause B2.`}
          error={errorAt("officers.until")}
        >
          {(ids) => (
            <input
              {...ids}
              type="date"
              className="field figures"
              min={isoDay(now + DAY)}
              max={isoDay(now + LONGEST_TERM - DAY)}
              value={draft.until}
              onChange={({ target }) => change({ until: target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

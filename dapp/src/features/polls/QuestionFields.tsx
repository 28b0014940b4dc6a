import { useRef } from "react";
import { t } from "../../../../books/say.ts";
import { Field } from "../../shared/ui/Field.tsx";
import {
  FEWEST_OPTIONS,
  LONGEST_OPTION,
  LONGEST_QUESTION,
  MOST_OPTIONS,
  type PollMistakes,
  type WrittenPoll,
} from "./newPoll.ts";

type Props = { written: WrittenPoll; mistakes: PollMistakes; onChange: (written: WrittenPoll) => void };

/** A question and two to seven options. */
export function QuestionFields({ written, mistakes, onChange }: Props) {
  const { question, options } = written;
  const list = useRef<HTMLDivElement>(null);
  const focus = (index: number) =>
    setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-part="option-${index}"]`)?.focus());
  const write = (index: number, option: string) =>
    onChange({ ...written, options: options.map((one, i) => (i === index ? option : one)) });
  const add = () => {
    onChange({ ...written, options: [...options, ""] });
    focus(options.length);
  };
  const remove = (index: number) => {
    onChange({ ...written, options: options.filter((_, i) => i !== index) });
    focus(Math.max(0, index - 1));
  };
  const row = options.length > FEWEST_OPTIONS ? "grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3" : "";
  return (
    <div ref={list} className="max-w-[42rem] space-y-5">
      <Field
        label={t`Question`}
        hint={t`One question, in words that fit every answer below.`}
        error={mistakes.question}
      >
        {(ids) => (
          <textarea
            {...ids}
            data-part="question"
            className="field"
            rows={2}
            maxLength={LONGEST_QUESTION}
            value={question}
            onChange={(event) => onChange({ ...written, question: event.target.value.replaceAll(/[\r\n]+/g, " ") })}
          />
        )}
      </Field>
      {options.map((option, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place
        <div key={i} className={row}>
          <Field label={t`Option ${i + 1}`} error={mistakes.options[i]}>
            {(ids) => (
              <input
                {...ids}
                data-part={`option-${i}`}
                className="field"
                maxLength={LONGEST_OPTION}
                autoComplete="off"
                value={option}
                onChange={(event) => write(i, event.target.value)}
              />
            )}
          </Field>
          {options.length > FEWEST_OPTIONS && (
            <button
              type="button"
              className="link small mt-10 py-1"
              aria-label={t`Remove option ${i + 1}`}
              onClick={() => remove(i)}
            >{t`Remove`}</button>
          )}
        </div>
      ))}
      {options.length < MOST_OPTIONS ? (
        <button type="button" className="button button-quiet" onClick={add}>{t`Add an option`}</button>
      ) : (
        <p className="small text-muted">{t`Seven options are the most.`}</p>
      )}
    </div>
  );
}

import { t } from "../../../../books/say.ts";
import type { MotionText as Text } from "./text.ts";

/** The text of a motion, as written, as text and nothing else. */
export function MotionText({ text }: { text: Text }) {
  if (text.paragraphs.length === 0)
    return <p className="text-muted">{t`The proposer wrote no more than the title.`}</p>;
  const seen = new Map<string, number>();
  return (
    <div className="max-w-[42rem] space-y-4 wrap-anywhere text-[1.06rem]">
      {text.paragraphs.map((paragraph) => {
        const times = (seen.get(paragraph) ?? 0) + 1;
        seen.set(paragraph, times);
        return (
          <p key={`${times}:${paragraph}`} className="whitespace-pre-line">
            {paragraph}
          </p>
        );
      })}
    </div>
  );
}

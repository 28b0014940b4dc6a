import { t } from "../../../../books/say.ts";
import { mixedWords } from "../format/lookalikes.ts";

/** Below what people wrote: words that look like others and are not. */
export function LookalikeNote({ text }: { text: string }) {
  const words = mixedWords(text);
  if (words.length === 0) return null;
  return (
    <span className="small mt-1 block font-sans text-wait">
      {t`Look closely: letters of another alphabet stand in “${words.join("”, “")}”. It may look like another word.`}
    </span>
  );
}

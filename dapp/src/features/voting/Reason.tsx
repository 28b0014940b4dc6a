import { t } from "../../../../books/say.ts";
import { asText } from "../../shared/format/lookalikes.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";

/** A longer one is folded: nobody's reason pushes the others' off the page. */
const LONGEST = 400;
const SHOWN = 280;

/** Why a member voted so. */
export function Reason({ text }: { text: string }) {
  const words = asText(text);
  const long = words.length > LONGEST;
  return (
    <div className="mt-1 max-w-[42rem] border-l-2 border-line pl-3 wrap-anywhere italic">
      <p dir="auto">{long ? `${words.slice(0, SHOWN).trimEnd()}…` : words}</p>
      {long && (
        <Disclosure label={t`The whole reason`}>
          <p dir="auto">{words}</p>
        </Disclosure>
      )}
    </div>
  );
}

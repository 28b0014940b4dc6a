import { Component, lazy, type ReactNode, Suspense } from "react";
import { t } from "../../../../books/say.ts";
import { asText } from "../format/lookalikes.ts";
import { LookalikeNote } from "../ui/LookalikeNote.tsx";
import type { MotionText as Text } from "./text.ts";

/** Loaded with the first text: it would weigh on the first page. */
const Markdown = lazy(() => import("./markdown.ts"));

/** Longer texts are shown as they were written: to read them for lists and links would hold the page up. */
const LONGEST = 40_000;

/** The text of a motion: emphasis, lists and links, and nothing that could do more than be read. */
export function MotionText({ text }: { text: Text }) {
  if (text.paragraphs.length === 0)
    return <p className="text-muted">{t`The proposer wrote no more than the title.`}</p>;
  const source = asText(text.paragraphs.join("\n\n"));
  const plain = <Plainly source={source} />;
  return (
    <div className="max-w-[42rem] space-y-4 wrap-anywhere text-[1.06rem]">
      {source.length > LONGEST ? (
        plain
      ) : (
        <Unless fails={plain}>
          <Suspense fallback={plain}>
            <Markdown source={source} />
          </Suspense>
        </Unless>
      )}
      <LookalikeNote text={source} />
    </div>
  );
}

/** As it was written, word by word. */
const Plainly = ({ source }: { source: string }) => (
  <p dir="auto" className="whitespace-pre-line">
    {source}
  </p>
);

/** A text that can not be read for lists and links, or a part of the page that can not be loaded, leaves the words. */
class Unless extends Component<{ fails: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? this.props.fails : this.props.children;
  }
}

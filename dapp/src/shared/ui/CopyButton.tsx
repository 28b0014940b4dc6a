import { useEffect, useState } from "react";
import { t } from "../../../../books/say.ts";

/** Takes a text to the clipboard, and says so. `what` names it for those who do not see beside what the button stands. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), 3_000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(t`Copied`),
      () => setSaid(t`Not copied: mark it and copy it by hand`),
    );
  return (
    <button type="button" className="link small whitespace-nowrap" onClick={copy}>
      <span aria-live="polite">{said ?? t`Copy`}</span>
      <span className="sr-only"> {what}</span>
    </button>
  );
}

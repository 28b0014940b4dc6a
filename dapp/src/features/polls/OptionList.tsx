import { asWritten } from "../../shared/motion/polls.ts";

/** The options of a question that is not open yet. */
export function OptionList({ options }: { options: readonly string[] }) {
  return (
    <ol className="list-decimal space-y-1.5 pl-6">
      {options.map((option, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shown in the order in which they were written
        <li key={i} className="pl-1 wrap-anywhere">
          <bdi>{asWritten(option)}</bdi>
        </li>
      ))}
    </ol>
  );
}

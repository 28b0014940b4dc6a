import type { Topic } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { wordsOf } from "../../shared/act/state.ts";
import type { Act } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { topicWords } from "../../shared/motion/topics.ts";

/** The id of the part of the page that is about proxies. */
export const PROXIES = "proxies";

export const focusProxies = () => document.getElementById(PROXIES)?.focus({ preventScroll: true });

type SmallActProps = {
  act: Act;
  topic: Topic;
  label: string;
  functionName: string;
  args: readonly unknown[];
  main?: boolean;
  /** The id of what says why it is not possible. */
  refusedBy?: string;
};

/** A button in a row of proxies. Its name for a screen reader says on which topic. */
export function SmallAct({ act, topic, label, functionName, args, main, refusedBy }: SmallActProps) {
  const { modules } = useCoop();
  const press = async () => {
    const abi = wholeAssemblyAbi as never;
    // The row goes away with what was done; keyboard and screen reader go on at the head of the part.
    if (await act.run({ address: modules.assembly, abi, functionName, args })) focusProxies();
  };
  return (
    <button
      type="button"
      className={`button small min-h-10! ${main ? "button-main" : "button-quiet"}`}
      disabled={refusedBy !== undefined}
      aria-disabled={act.busy || undefined}
      aria-describedby={refusedBy}
      aria-label={act.busy ? undefined : t`${label}, on ${topicWords(topic).about}`}
      onClick={press}
    >
      {act.busy ? wordsOf(act.state) : label}
    </button>
  );
}

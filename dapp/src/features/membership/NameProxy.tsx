import { useState } from "react";
import type { Member } from "../../../../books/coop.ts";
import type { Topic } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { inSentence } from "../../../../books/words.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { candidatesFor, namingOf, whyUnable } from "../../shared/motion/proxies.ts";
import { topicWords } from "../../shared/motion/topics.ts";
import { Field } from "../../shared/ui/Field.tsx";
import { focusProxies } from "./SmallAct.tsx";

type Props = { topic: Topic; member: Member; open: boolean; onClose: () => void };

/** Chooses a member of one's own class and asks it to speak for oneself. */
export function NameProxy({ topic, member, open, onClose }: Props) {
  const { coop, modules } = useCoop();
  const [chosen, setChosen] = useState("");
  const act = useAct(`name-proxy:${topic}`);
  const { about } = topicWords(topic);
  const candidates = candidatesFor(coop, member);
  const proxy = candidates.find(({ id }) => String(id) === chosen);
  const className = inSentence(coop.classes[member.class]?.name ?? t`your class`);
  const before = namingOf(coop, topic, member.seat)?.proxy;
  if (!open) return act.state.step === "done" ? null : <ActStatus act={act} />;
  if (candidates.length === 0) {
    return <p className="mt-3 text-muted">{t`There is nobody else in your class whom you could ask yet.`}</p>;
  }
  return (
    <div className="mt-4 max-w-[30rem] space-y-4 rounded-xl bg-sunken p-4">
      <Field
        label={t`Your proxy on ${about}`}
        hint={t`One of the other ${className}. They speak for you once they have accepted.`}
      >
        {(ids) => (
          <select
            {...ids}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
            autoFocus
            className="field"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{t`Choose a member`}</option>
            {candidates.map((one) => {
              const unable = one.seat === before ? t`was asked already` : whyUnable(coop, topic, one);
              return (
                <option
                  key={one.id}
                  value={one.id}
                  disabled={unable !== undefined}
                >{rich`Member ${one.id}${unable && ` (${unable})`}`}</option>
              );
            })}
          </select>
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <ActButton
          act={act}
          label={proxy ? t`Ask member ${proxy.id}` : t`Ask this member`}
          disabled={!proxy}
          onDone={() => {
            setChosen("");
            onClose();
            focusProxies();
          }}
          call={() =>
            proxy && {
              address: modules.assembly,
              abi: wholeAssemblyAbi as never,
              functionName: "nameProxy",
              args: [topic, proxy.account],
            }
          }
        />
        <button type="button" className="button button-quiet" onClick={onClose}>{t`Not now`}</button>
      </div>
      {act.state.step !== "done" && <ActStatus act={act} />}
    </div>
  );
}

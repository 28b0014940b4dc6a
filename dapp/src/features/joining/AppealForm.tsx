import { useState } from "react";
import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { secondersNeeded } from "../../shared/motion/rolls.ts";
import { describe } from "../../shared/motion/text.ts";
import { WordsField } from "../../shared/statement/WordsField.tsx";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** Turns to the members (M3): a draft that they second and vote on. */
export function AppealForm({ application }: { application: Application }) {
  const { coop, modules, now } = useCoop();
  const [text, setText] = useState("");
  const act = useAct(`appeal:${application.account}`);
  const needed = secondersNeeded(coop, now);
  const className = coop.classes[application.class]?.name ?? "";
  return (
    <Sheet title={t`Turn to the members`}>
      <p className="mb-4 max-w-[46rem]">{rich`You can appeal once. It becomes a draft; when ${needed} ${plural(needed, t`member`, t`members`)} ${plural(needed, t`backs`, t`back`)} it, all members vote on whether you are admitted.`}</p>
      <Disclosure label={t`Write the appeal`}>
        <div className="max-w-[42rem] space-y-4">
          <WordsField
            label={t`Why you should be admitted`}
            hint={t`Everybody reads it, for good, also outside the co-op: leave out what is private.`}
            value={text}
            onChange={setText}
          />
          <ActButton
            act={act}
            label={t`Appeal to the members`}
            disabled={text.trim() === ""}
            call={() => ({
              address: modules.assembly,
              abi: wholeAssemblyAbi as never,
              functionName: "appeal",
              args: [describe(t`Appeal: admission to the class ${className}`, text)],
            })}
          />
          <ActStatus act={act} done={t`Your appeal is before the members as a draft.`} />
        </div>
      </Disclosure>
    </Sheet>
  );
}

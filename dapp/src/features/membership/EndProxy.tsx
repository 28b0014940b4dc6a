import type { Topic } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { SmallAct } from "./SmallAct.tsx";

/** A member ends what it has with its proxy; a request that nobody answered is taken back. */
export function EndProxy({ topic, accepted }: { topic: Topic; accepted: boolean }) {
  const act = useAct(`end-proxy:${topic}`);
  return (
    <div>
      <SmallAct
        act={act}
        topic={topic}
        label={accepted ? t`End it` : t`Take it back`}
        functionName="endProxy"
        args={[topic]}
      />
      {act.state.step !== "done" && <ActStatus act={act} />}
    </div>
  );
}

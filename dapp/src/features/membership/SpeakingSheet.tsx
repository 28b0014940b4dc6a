import { useId } from "react";
import type { Member, ProxyNaming } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import {
  limitIn,
  limitSentence,
  memberAt,
  requestsTo,
  spokenForBy,
  whyNotAccept,
} from "../../shared/motion/proxies.ts";
import { COVERS } from "../../shared/motion/topic-covers.ts";
import { topicWords } from "../../shared/motion/topics.ts";
import { Empty } from "../../shared/ui/Empty.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { SmallAct } from "./SmallAct.tsx";

/** Who asks a member to speak for them, and for whom it does. */
export function SpeakingSheet({ member }: { member: Member }) {
  const { coop } = useCoop();
  const requests = requestsTo(coop, member.seat);
  const spoken = spokenForBy(coop, member.seat);
  return (
    <Sheet title={t`For whom you speak`}>
      <p className="mb-4 text-muted">{rich`${limitSentence(limitIn(coop, member.class))} When you vote, your vote counts for them too, unless they vote themselves.`}</p>
      {requests.length + spoken.length === 0 && <Empty>{t`Nobody has asked you. There is nothing to do here.`}</Empty>}
      <ul>
        {requests.map((request) => (
          <Request key={`${request.topic}:${request.principal}`} request={request} />
        ))}
        {spoken.map((naming) => (
          <Spoken key={`${naming.topic}:${naming.principal}`} naming={naming} />
        ))}
      </ul>
    </Sheet>
  );
}

const ROW = "border-b border-line py-3 last:border-b-0 last:pb-0";

function Request({ request }: { request: ProxyNaming }) {
  const { coop } = useCoop();
  const { topic, principal, at } = request;
  const accept = useAct(`accept-proxy:${topic}:${principal}`);
  const decline = useAct(`decline-proxy:${topic}:${principal}`);
  const id = useId();
  const asks = memberAt(coop, principal);
  const obstacle = whyNotAccept(coop, request);
  const { about } = topicWords(topic);
  return (
    <li className={ROW}>
      <p>
        <strong>{rich`Member ${asks?.id} asks you to speak for them on ${about}`}</strong>
        <span className="small block text-muted">{rich`${COVERS[topic]} Asked on ${formatDay(at)}.`}</span>
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <SmallAct
          act={accept}
          topic={topic}
          label={t`Accept`}
          main
          refusedBy={obstacle && id}
          functionName="acceptProxy"
          args={[topic, asks?.account]}
        />
        <SmallAct
          act={decline}
          topic={topic}
          label={t`Decline`}
          functionName="declineProxy"
          args={[topic, asks?.account]}
        />
      </div>
      {obstacle && (
        <p id={id} className="small mt-2 text-muted">
          {obstacle}
        </p>
      )}
      <ActStatus act={accept} />
      <ActStatus act={decline} />
    </li>
  );
}

function Spoken({ naming: { topic, principal } }: { naming: ProxyNaming }) {
  const { coop } = useCoop();
  const cease = useAct(`cease-proxy:${topic}:${principal}`);
  const whom = memberAt(coop, principal);
  return (
    <li className={ROW}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>{rich`You speak for ${<strong>{rich`member ${whom?.id}`}</strong>} on ${topicWords(topic).about}.`}</p>
        <SmallAct
          act={cease}
          topic={topic}
          label={t`Cease`}
          functionName="declineProxy"
          args={[topic, whom?.account]}
        />
      </div>
      <ActStatus act={cease} />
    </li>
  );
}

import { useState } from "react";
import type { Member } from "../../../../books/coop.ts";
import type { Topic } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { memberAt, namingOf, whyNoProxy } from "../../shared/motion/proxies.ts";
import { COVERS } from "../../shared/motion/topic-covers.ts";
import { TOPIC_ORDER, topicWords } from "../../shared/motion/topics.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { EndProxy } from "./EndProxy.tsx";
import { NameProxy } from "./NameProxy.tsx";

/** Who speaks for a member, topic by topic (V11). */
export function ProxiesSheet({ member }: { member: Member }) {
  const [naming, setNaming] = useState<Topic>();
  return (
    <Sheet title={t`Who speaks for you`}>
      <p className="mb-2 max-w-[46rem] text-muted">{t`For each topic you can name one other member of your class, your proxy. When you do not vote on a proposal, your proxy's vote counts for you too. Your own vote always comes first, and you can end this at any time.`}</p>
      <ul>
        {TOPIC_ORDER.map((topic) => (
          <TopicRow
            key={topic}
            topic={topic}
            member={member}
            naming={naming === topic}
            onNaming={(now) => setNaming(now ? topic : undefined)}
          />
        ))}
      </ul>
    </Sheet>
  );
}

type RowProps = { topic: Topic; member: Member; naming: boolean; onNaming: (now: boolean) => void };

function TopicRow({ topic, member, naming, onNaming }: RowProps) {
  const { coop } = useCoop();
  const named = namingOf(coop, topic, member.seat);
  const obstacle = whyNoProxy(coop, topic, member.seat);
  const { title } = topicWords(topic);
  return (
    <li className="border-b border-line py-4 last:border-b-0 last:pb-0">
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_14rem] md:items-center">
        <div>
          <h3 className="text-lg">{title}</h3>
          <p className="small text-muted">{COVERS[topic]}</p>
        </div>
        <p>{statusOf()}</p>
        <div className="flex flex-wrap gap-2 md:justify-end">
          {named && <EndProxy topic={topic} accepted={named.accepted} />}
          {!obstacle && !naming && (
            <button
              type="button"
              className="button button-quiet small min-h-10!"
              aria-label={t`${named ? t`Name another` : t`Name a proxy`} on ${topicWords(topic).about}`}
              onClick={() => onNaming(true)}
            >
              {named ? t`Name another` : t`Name a proxy`}
            </button>
          )}
        </div>
      </div>
      <NameProxy topic={topic} member={member} open={naming && !obstacle} onClose={() => onNaming(false)} />
    </li>
  );

  function statusOf() {
    if (obstacle) return <span className="text-muted">{obstacle}</span>;
    if (!named) return <span className="text-muted">{t`Nobody. You vote yourself.`}</span>;
    const proxy = t`Member ${memberAt(coop, named.proxy)?.id}`;
    if (named.accepted) return <strong>{rich`${proxy} speaks for you.`}</strong>;
    return t`${proxy} was asked on ${formatDay(named.at)} and has not answered yet. Until then nobody votes for you.`;
  }
}

import type { Content } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../chain/commons.ts";
import { useMarket } from "../chain/market.ts";
import { useChainState, useCoop } from "../chain/useCoop.ts";
import { rich } from "../language/rich.ts";
import { Address } from "../ui/Address.tsx";
import { Note } from "../ui/Note.tsx";
import { Plain } from "../ui/Plain.tsx";
import { actionsOf } from "./actions.ts";
import { Comparisons } from "./Comparisons.tsx";
import { doubtsAbout } from "./claims.ts";
import { ExactData } from "./ExactData.tsx";
import { PurposeChange } from "./PurposeChange.tsx";

/** What a motion would do, in plain words; the exact calls are a click away. */
export function ActionList({ content, carriedOutAt }: { content: Content; carriedOutAt?: number | undefined }) {
  const { coop, settlement, now } = useCoop();
  const { reading } = useChainState();
  const commons = useCommons();
  const market = useMarket();
  const known = reading?.known ?? new Map();
  const context = { coop, settlement, commons, market, now, known };
  const actions = actionsOf(content, context);
  return (
    <>
      <Doubts doubts={doubtsAbout(content, context)} />
      <ol className="space-y-3">
        {actions.map((action, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the actions of a motion never change their order
          <li key={i}>
            <p className="text-lg">
              <Plain text={action.sentence} />
            </p>
            {action.detail && !action.unknown && <p className="text-muted">{action.detail}</p>}
            {action.detail && action.unknown && <Note tone="bad">{action.detail}</Note>}
            {action.facts && (
              <dl className="my-2 max-w-[46rem] divide-y divide-line border-y border-line">
                {action.facts.map(({ name, says }) => (
                  <div key={name} className="grid gap-x-6 py-1.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
                    <dt className="text-muted">{name}</dt>
                    <dd className="min-w-0">
                      <Plain text={says} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {action.account && (
              <p className="small text-muted">{rich`Account: ${<Address value={action.account} />}`}</p>
            )}
          </li>
        ))}
      </ol>
      <Comparisons actions={actions} carriedOutAt={carriedOutAt} />
      <PurposeChange actions={actions} carriedOutAt={carriedOutAt} />
      <ExactData actions={actions} />
    </>
  );
}

/** Where the text and the actions part. The actions are what is carried out. */
function Doubts({ doubts }: { doubts: readonly string[] }) {
  if (doubts.length === 0) return null;
  return (
    <div className="mb-4">
      <Note tone="bad">
        <p className="font-semibold">{t`Look twice: the text and the actions do not say the same.`}</p>
        {doubts.map((doubt) => (
          <p key={doubt}>
            <Plain text={doubt} />
          </p>
        ))}
        <p>{t`What is carried out is the actions, as they stand below.`}</p>
      </Note>
    </div>
  );
}

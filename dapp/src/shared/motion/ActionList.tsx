import type { Content } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCommons } from "../chain/commons.ts";
import { useMarket } from "../chain/market.ts";
import { useChainState, useCoop } from "../chain/useCoop.ts";
import { rich } from "../language/rich.ts";
import { Address } from "../ui/Address.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Note } from "../ui/Note.tsx";
import { Plain } from "../ui/Plain.tsx";
import { actionsOf } from "./actions.ts";

/** What a motion would do, in plain words; the exact calls are a click away. */
export function ActionList({ content }: { content: Content }) {
  const { coop, settlement, now } = useCoop();
  const { reading } = useChainState();
  const commons = useCommons();
  const market = useMarket();
  const known = reading?.known ?? new Map();
  const actions = actionsOf(content, { coop, settlement, commons, market, now, known });
  return (
    <>
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
      <Disclosure label={t`Exact data`}>
        <dl className="small space-y-3">
          {actions.map(({ target, data }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <div key={i}>
              <dt className="text-muted">{rich`Action ${i + 1}, addressed to ${<Address value={target} />}`}</dt>
              <dd>
                <code className="block max-h-48 overflow-y-auto rounded-lg bg-sunken p-3 break-all">{data}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}

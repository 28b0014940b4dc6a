import { t } from "../../../../books/say.ts";
import { MODULE_TITLES } from "../chain/titles.ts";
import { rich } from "../language/rich.ts";
import { Address } from "../ui/Address.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Scroller } from "../ui/Scroller.tsx";
import type { PlainAction } from "./actions.ts";
import type { Argument } from "./calls.ts";

/** What the contracts get, decoded without the text: addressee, function, each value by its name, and the bare data. */
export function ExactData({ actions }: { actions: readonly PlainAction[] }) {
  return (
    <Disclosure label={t`Exact data`}>
      <ol className="small space-y-5">
        {actions.map(({ target, data, value, call }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the actions of a motion never change their order
          <li key={i}>
            <p className="text-muted">{rich`Action ${i + 1}, addressed to ${call && `${MODULE_TITLES[call.module]}, `}${<Address value={target} />}`}</p>
            <p>
              <code className="wrap-anywhere">{call ? call.signature : t`a function that we do not know`}</code>
            </p>
            {call && call.named.length > 0 && <Arguments named={call.named} />}
            {value > 0n && (
              <p>{rich`Sends ${value.toLocaleString("en-GB")} of the chain's own smallest coin along.`}</p>
            )}
            <Scroller label={t`Bare data of action ${i + 1}`} className="mt-1 max-h-48 rounded-lg bg-sunken p-3">
              <code className="break-all">{data}</code>
            </Scroller>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function Arguments({ named }: { named: readonly Argument[] }) {
  return (
    <dl className="my-1 divide-y divide-line border-y border-line">
      {named.map(({ name, type, value }) => (
        <div key={name} className="grid gap-x-6 py-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="wrap-anywhere text-muted">
            {name} <span className="figures">{type}</span>
          </dt>
          <dd className="min-w-0 wrap-anywhere">
            {type === "address" ? <Address value={String(value)} /> : <code className="figures">{String(value)}</code>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

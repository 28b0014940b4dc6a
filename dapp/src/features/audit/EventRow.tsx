import type { BookEvent } from "../../../../books/event.ts";
import { t } from "../../../../books/say.ts";
import type { ModuleName } from "../../shared/chain/places.ts";
import { MODULE_TITLES } from "../../shared/chain/titles.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { rich } from "../../shared/language/rich.ts";
import { When } from "../../shared/ui/When.tsx";
import { detailsOf, titleOf } from "./events.ts";

/** One event: what it is called, when and where it was told, and on demand all that it says. */
export function EventRow({ event }: { event: BookEvent }) {
  const { name, contract, timestamp, blockNumber, args } = event;
  const details = detailsOf(args);
  return (
    <li className="border-b border-line py-2.5 last:border-b-0 last:pb-0">
      <details className="group">
        <summary className="cursor-pointer print:list-item!">
          <span className="font-semibold">{titleOf(name)}</span>{" "}
          <span className="small text-muted">{rich`${MODULE_TITLES[contract as ModuleName]}, ${<When at={timestamp} />}, block ${<span className="figures">{blockNumber.toString()}</span>}`}</span>
          <span className="small figures block truncate pl-4 text-muted group-open:hidden">
            {details.map(({ name: key, value }) => `${key} ${value}`).join(", ")}
          </span>
        </summary>
        <dl className="small figures mt-2 grid gap-x-4 gap-y-1 pl-4 sm:grid-cols-[auto_minmax(0,1fr)]">
          {details.map(({ name: key, value }) => (
            <div key={key} className="sm:contents">
              <dt className="text-muted">{key}</dt>
              <dd className="wrap-anywhere whitespace-pre-wrap">{value === "" ? "(empty)" : value}</dd>
            </div>
          ))}
          <div className="sm:contents">
            <dt className="text-muted">{t`transaction`}</dt>
            <dd className="wrap-anywhere">
              <Transaction hash={event.transactionHash} />
            </dd>
          </div>
        </dl>
      </details>
    </li>
  );
}

function Transaction({ hash }: { hash: string }) {
  const { explorer } = useConfig();
  if (!explorer) return <code>{hash}</code>;
  return (
    <a className="link" href={`${explorer}/tx/${hash}`} rel="noreferrer" target="_blank">
      <code>{hash}</code>
    </a>
  );
}

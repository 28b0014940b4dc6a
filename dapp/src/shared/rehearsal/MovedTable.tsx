import { Fragment } from "react";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";
import { Address } from "../ui/Address.tsx";
import { Plain } from "../ui/Plain.tsx";
import type { Moved } from "./looks.ts";

type Props = {
  moved: readonly Moved[];
  /** To the smallest unit. */
  say: (amount: bigint) => string;
  /** In cents, for what is there then. */
  roughly: (amount: bigint) => string;
};

/** What would be more or less, and by how much. */
export function MovedTable({ moved, say, roughly }: Props) {
  return (
    <table className="mt-3 w-full border-collapse">
      <caption className="small pb-1 text-left text-muted">{t`What would move`}</caption>
      <thead>
        <tr className="small border-b border-line text-left text-muted">
          <th scope="col" className="py-1.5 pr-4 font-semibold">{t`Where`}</th>
          <th scope="col" className="py-1.5 pr-4 text-right font-semibold">{t`Change`}</th>
          <th scope="col" className="hidden py-1.5 text-right font-semibold sm:table-cell">{t`Then`}</th>
        </tr>
      </thead>
      <tbody>
        {moved.map(({ name, account, before, after }) => (
          <Fragment key={account ?? name}>
            <tr className="border-t border-line align-top first:border-t-0">
              <th scope="row" className="py-2 pr-4 text-left font-normal wrap-anywhere">
                <Plain text={capitalised(name)} />
              </th>
              <td className="figures py-2 pr-4 text-right font-semibold whitespace-nowrap">
                {after > before && "+"}
                {say(after - before)}
                <span className="small block font-normal text-muted sm:hidden">{t`then ${roughly(after)}`}</span>
              </td>
              <td className="figures hidden py-2 text-right whitespace-nowrap text-muted sm:table-cell">
                {roughly(after)}
              </td>
            </tr>
            {account && (
              <tr>
                <td colSpan={3} className="pb-2 text-muted">
                  <Address value={account} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

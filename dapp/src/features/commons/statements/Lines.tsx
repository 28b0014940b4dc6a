import { Link } from "@tanstack/react-router";
import { t } from "../../../../../books/say.ts";
import type { Line } from "../../../../../books/statements/accounts.ts";
import { useBooks } from "../../../shared/chain/books.ts";
import type { Settlement } from "../../../shared/chain/settlement.ts";
import { Exact } from "../../../shared/ui/Exact.tsx";
import { accountTitle } from "../ledger/names.ts";

export type Total = { words: string; amount: bigint };
type Part = { title: string; lines: readonly Line[]; more?: readonly Total[]; total: Total };
type Props = {
  caption: string;
  parts: readonly Part[];
  unit: Settlement;
  /** The span, so that an account opens on the same one. */
  search: { from?: string; to?: string };
};

/** A statement: parts with their accounts, each with its sum. */
export function Lines({ caption, parts, unit, search }: Props) {
  const { coop, commons } = useBooks();
  return (
    <table className="w-full border-collapse max-sm:text-[0.88rem]">
      <caption className="sr-only">{caption}</caption>
      {parts.map(({ title, lines, more = [], total }) => (
        <tbody key={title} className="border-b border-line last:border-b-0">
          <tr>
            <th scope="rowgroup" colSpan={2} className="eyebrow pt-4 pb-1 text-left">
              {title}
            </th>
          </tr>
          {lines.map(({ account, amount }) => (
            <tr key={account.path} className="align-top">
              <th scope="row" className="py-1 pr-4 text-left font-normal wrap-anywhere">
                <Link to="/treasury/ledger" search={{ ...search, account: account.path }} className="link">
                  {accountTitle(account, coop, commons)}
                </Link>
              </th>
              <td className="figures py-1 text-right whitespace-nowrap">
                <Exact amount={amount} unit={unit} />
              </td>
            </tr>
          ))}
          {lines.length === 0 && more.length === 0 && (
            <tr>
              <td colSpan={2} className="py-1 text-muted">{t`None.`}</td>
            </tr>
          )}
          {more.map(({ words, amount }) => (
            <tr key={words} className="align-top">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {words}
              </th>
              <td className="figures py-1 text-right whitespace-nowrap">
                <Exact amount={amount} unit={unit} />
              </td>
            </tr>
          ))}
          <tr className="font-semibold">
            <th scope="row" className="py-2 pr-4 text-left font-semibold">
              {total.words}
            </th>
            <td className="figures border-t border-edge py-2 text-right whitespace-nowrap">
              <Exact amount={total.amount} unit={unit} />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

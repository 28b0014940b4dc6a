import { exportFiles } from "../../../../../books/export/files.ts";
import { t } from "../../../../../books/say.ts";
import { useBooks } from "../../../shared/chain/books.ts";
import { useCoop } from "../../../shared/chain/useCoop.ts";
import { useConfig } from "../../../shared/config/useConfig.ts";
import { rich } from "../../../shared/language/rich.ts";
import { SaveTable } from "../../../shared/ui/SaveTable.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";

const FILES = [
  { name: "journal.hledger", what: t`Every entry, for the program hledger` },
  { name: "journal.beancount", what: t`Every entry, for the program beancount` },
  { name: "journal.csv", what: t`Every posting, with what its account stands at afterwards` },
  { name: "movements.csv", what: t`Every movement of money in plain words, a line each` },
  { name: "fees.csv", what: t`Every fee of the market, with its parts and points` },
  { name: "chart.csv", what: t`Every account, with what it stands at` },
  { name: "members.csv", what: t`The roll, by number` },
] as const;

/** The whole books as files, for other programs. */
export function ExportSheet() {
  const { head, settlement } = useCoop();
  const { chainId, directory } = useConfig();
  const books = useBooks();
  const textOf = (name: string): string => {
    const of = { chainId, directory, block: head.number, blockHash: head.hash, token: settlement };
    return exportFiles(books, of).find((file) => file.name === name)?.text ?? "";
  };
  return (
    <Sheet className="mt-6 print:hidden" title={t`Take the books along`}>
      <p className="mb-3 max-w-[46rem] text-muted">{rich`The same files that the audit writes, up to block ${head.number.toString()}, made in your browser. hledger and beancount are free programs that add everything up again.`}</p>
      <ul>
        {FILES.map(({ name, what }) => (
          <li key={name} className="pair border-b border-line py-2 last:border-b-0 last:pb-0">
            <span>{what}</span>
            <SaveTable name={name} text={() => textOf(name)} label={name} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

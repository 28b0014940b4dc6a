import { t } from "../../../../../books/say.ts";
import { usePage } from "../../../shared/config/useConfig.ts";
import { saveAsFile } from "../../../shared/documents/handover.ts";
import { rich } from "../../../shared/language/rich.ts";
import { Address } from "../../../shared/ui/Address.tsx";
import { CopyButton } from "../../../shared/ui/CopyButton.tsx";
import { PageHead } from "../../../shared/ui/PageHead.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { newDraft, type Stands } from "../draft/draft.ts";
import { Rulebook } from "../Rulebook.tsx";
import { useFounding } from "../useFounding.ts";
import { FurtherFounders } from "./FurtherFounders.tsx";
import { pageFileOf } from "./page-file.ts";

/** After the signature: where the co-op stands, and what its members do next. */
export function Founded({ stands }: { stands: Stands }) {
  const page = usePage();
  const { change, now } = useFounding();
  const { directory, name } = stands;
  const link = `/?coop=${directory}`;
  return (
    <>
      <div className="print:hidden">
        <PageHead title={t`${name} is founded`} lead={t`It belongs to its members, and nobody keeps a key to it.`} />
      </div>
      <div className="mb-6 empty:hidden print:hidden">
        <FurtherFounders directory={directory} />
      </div>
      <div className="mb-6 grid items-start gap-6 lg:grid-cols-2 print:hidden">
        <Sheet title={t`Your co-op stands at`}>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Address value={directory} /> <CopyButton text={directory} what={t`the address of your co-op`} />
          </p>
          <p className="small mt-2 text-muted">{t`This address is its name on the chain, and never changes. Write it on the printed rulebook.`}</p>
          <a className="button button-main mt-4" href={link}>{t`Open ${name} in this page`}</a>
        </Sheet>
        <Sheet title={t`What to do next`}>
          <ol className="list-decimal space-y-2 pl-5">
            <li>{rich`Send the other founders the link to it. ${<CopyButton text={`${location.origin}${link}`} what={t`the link to your co-op`} />}`}</li>
            <li>{t`Put the first proposal to the vote: the offices that are still empty, or the first rent to pay.`}</li>
            <li>{t`Let the body that inherits accept: until then what is left at the end waits for it.`}</li>
            <li>{rich`Give the co-op a page of its own: build the pages and put this file beside them. ${(
              <button
                type="button"
                className="link"
                onClick={() => saveAsFile("coop.json", pageFileOf(page, stands), "application/json")}
              >{t`Save coop.json`}</button>
            )}`}</li>
          </ol>
        </Sheet>
      </div>
      <Rulebook stands={t`Founded at ${directory}`} />
      <p className="small mt-8 print:hidden">
        <button
          type="button"
          className="link"
          onClick={() => change({ ...newDraft(now, page.tokens[0]), founded: undefined })}
        >{t`Begin another co-op`}</button>
      </p>
    </>
  );
}

// Loaded with the first page: what it tells of may be that nothing more can be loaded.
import { t } from "../../../books/say.ts";
export function PageError({ error }: { error: Error }) {
  return (
    <div className="py-16">
      <h1 className="text-3xl">{t`This page could not be shown`}</h1>
      <p className="mt-3">{t`Nothing was changed in the co-op. Load the page again; if that does not help, tell the board:`}</p>
      <p className="small mt-3 rounded-xl bg-sunken px-4 py-3">{error.message}</p>
      <button
        type="button"
        className="button button-main mt-5"
        onClick={() => location.reload()}
      >{t`Load again`}</button>
    </div>
  );
}

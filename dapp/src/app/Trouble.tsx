// Loaded with the first page: what it tells of may be that nothing more can be loaded.
export function PageError({ error }: { error: Error }) {
  return (
    <div className="py-16">
      <h1 className="text-3xl">This page could not be shown</h1>
      <p className="mt-3">
        Nothing was changed in the co-op. Load the page again; if that does not help, tell the board:
      </p>
      <p className="small mt-3 rounded-xl bg-sunken px-4 py-3">{error.message}</p>
      <button type="button" className="button button-main mt-5" onClick={() => location.reload()}>
        Load again
      </button>
    </div>
  );
}

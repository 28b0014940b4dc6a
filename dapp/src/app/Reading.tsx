import { useChainState, useChainStore } from "../shared/chain/useCoop.ts";

/** Before the first reading: that it reads, or why it can not. */
export function Reading() {
  const { lost } = useChainState();
  const store = useChainStore();
  if (!lost) {
    return (
      <p role="status" className="pulse py-24 text-center text-muted">
        Reading the co-op's records
      </p>
    );
  }
  return (
    <div role="alert" className="mx-auto max-w-xl py-20">
      <h1 className="text-3xl">The co-op's records can not be reached</h1>
      <p className="mt-3">
        The page tries again every few seconds and shows them as soon as it can. If it stays like this, check your
        connection, or tell whoever runs this page.
      </p>
      <p className="small mt-3 rounded-xl bg-sunken px-4 py-3 text-muted">{lost.why}</p>
      <button type="button" className="button button-main mt-5" onClick={() => store.refresh()}>
        Try now
      </button>
    </div>
  );
}

import { useState } from "react";
import { t } from "../../../../books/say.ts";

/** How many entries come at once, where there are more than one wants to see. */
const STEP = 100;

type Pieces<T> = { shown: readonly T[]; left: number; showMore: () => void };

/** A long list in pieces: what nobody asked for is not drawn, so that ten thousand entries cost no more than a hundred. */
export function usePieces<T>(list: readonly T[], first: number): Pieces<T> {
  const [most, setMost] = useState(first);
  const shown = list.slice(0, most);
  return { shown, left: list.length - shown.length, showMore: () => setMost(shown.length + STEP) };
}

/** Asks for the next piece; `all` is what it says where that is the last one. */
export function More({ left, showMore, all }: Omit<Pieces<unknown>, "shown"> & { all: string }) {
  if (left === 0) return null;
  return (
    <button type="button" className="button button-quiet mt-4" onClick={showMore}>
      {left <= STEP ? all : t`Show ${STEP} more, of ${left}`}
    </button>
  );
}

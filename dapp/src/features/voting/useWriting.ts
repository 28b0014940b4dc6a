import { useState } from "react";
import { useConfig } from "../../shared/config/useConfig.ts";
import { forget, isEmpty, keep, keptAt } from "./keptWriting.ts";
import { NOTHING_WRITTEN, type Written } from "./newProposal.ts";

export type Writing = {
  written: Written;
  /** When it was begun in an earlier visit, in milliseconds; undefined when it begins now. */
  foundFrom: number | undefined;
  /** Whether there is something to keep, and whether the browser does. */
  empty: boolean;
  keeps: boolean;
  write: (written: Written) => void;
  /** Deletes it here; the form is empty again. */
  drop: () => void;
};

/** What stands in the form, kept with every letter for this co-op. */
export function useWriting(): Writing {
  const config = useConfig();
  const [found] = useState(() => keptAt(config));
  const [written, setWritten] = useState<Written>(found?.written ?? NOTHING_WRITTEN);
  const [foundFrom, setFoundFrom] = useState(found?.at);
  const [keeps, setKeeps] = useState(true);
  return {
    written,
    foundFrom,
    empty: isEmpty(written),
    keeps,
    write: (next) => {
      setWritten(next);
      setKeeps(keep(config, next, Date.now()));
    },
    drop: () => {
      forget(config);
      setFoundFrom(undefined);
      setWritten(NOTHING_WRITTEN);
    },
  };
}

import { type ReactNode, useState } from "react";
import { t } from "../../../../../books/say.ts";
import { Disclosure } from "../../../shared/ui/Disclosure.tsx";
import { useFounding } from "../useFounding.ts";

/** Figures that most co-ops leave as they are: folded away, unless something in them wants attention. */
export function UsualFigures({ at, children }: { at: string; children: ReactNode }) {
  const { problems } = useFounding();
  const wrong = problems.some(({ path }) => path.startsWith(at) && !path.startsWith("rules.voting.weights"));
  const [open, setOpen] = useState(wrong);
  // It stays open once the figure is mended: somebody is in it.
  if (wrong && !open) setOpen(true);
  return (
    <Disclosure label={t`Usual figures`} open={open}>
      {children}
    </Disclosure>
  );
}

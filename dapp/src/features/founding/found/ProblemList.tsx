import { Link } from "@tanstack/react-router";
import { t } from "../../../../../books/say.ts";
import { labelOf, STEPS, stepOf } from "../step-list.ts";
import { useFounding } from "../useFounding.ts";

/** What stands between the founders and their co-op, each with the way to where it is mended. */
export function ProblemList() {
  const { problems } = useFounding();
  const steps = STEPS.map(({ id }) => ({ id, wrong: problems.filter(({ path }) => stepOf(path) === id) }));
  return (
    <ul className="space-y-4">
      {steps.map(
        ({ id, wrong }) =>
          wrong.length > 0 && (
            <li key={id}>
              <p className="font-semibold">{labelOf(id)}</p>
              <ul className="small mt-1 space-y-2">
                {wrong.map(({ path, clause, sentence }) => (
                  <li key={path}>
                    {sentence}{" "}
                    <Link to="/found" search={{ step: id }} hash={path} className="link whitespace-nowrap">
                      {t`Mend it`}
                      <span className="sr-only">: {sentence}</span>
                    </Link>
                    {clause && <span className="text-muted">{t` Clause ${clause}.`}</span>}
                  </li>
                ))}
              </ul>
            </li>
          ),
      )}
    </ul>
  );
}

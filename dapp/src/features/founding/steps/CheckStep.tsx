import { t } from "../../../../../books/say.ts";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { ProblemList } from "../found/ProblemList.tsx";
import { SignSheet } from "../found/SignSheet.tsx";
import { Rulebook } from "../Rulebook.tsx";
import { useFounding } from "../useFounding.ts";

/** The whole rulebook to read and print, what still wants mending, the cost, and the one signature. */
export function CheckStep() {
  const { problems } = useFounding();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:block">
      <Rulebook />
      <div className="space-y-6 lg:sticky lg:top-6 max-lg:order-first print:hidden">
        {problems.length > 0 ? (
          <Sheet title={t`Before you can sign`}>
            <ProblemList />
          </Sheet>
        ) : (
          <SignSheet />
        )}
      </div>
    </div>
  );
}

import { Link } from "@tanstack/react-router";
import type { Coop, Draft } from "../../../../books/coop.ts";
import { plural } from "../format/words.ts";
import { Chip } from "../ui/Chip.tsx";
import { MemberName } from "../ui/MemberName.tsx";
import type { Numbered } from "./numbering.ts";
import { secondersMissing } from "./rolls.ts";
import { textOf } from "./text.ts";

/** One draft in a list. */
export function DraftRow({ draft, coop, now }: { draft: Numbered<Draft>; coop: Coop; now: number }) {
  const missing = secondersMissing(coop, draft, now);
  return (
    <li className="border-b border-line py-4 last:border-b-0 last:pb-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="eyebrow figures">Draft {draft.number}</span>
        <Chip tone={missing === 0 ? "good" : "coming"}>
          {missing === 0 ? "Seconded" : `${missing} more ${plural(missing, "seconder")} needed`}
        </Chip>
      </div>
      <h3 className="mt-1.5 text-lg wrap-anywhere">
        <Link
          to="/drafts/$number"
          params={{ number: String(draft.number) }}
          className="link no-underline hover:underline"
        >
          {textOf(draft.description).title}
        </Link>
      </h3>
      <p className="small text-muted">
        By <MemberName account={draft.proposer} coop={coop} />
      </p>
    </li>
  );
}

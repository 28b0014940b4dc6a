import { Link } from "@tanstack/react-router";
import type { Coop, Draft } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { rich } from "../language/rich.ts";
import { MemberName } from "../ui/MemberName.tsx";
import { ListRow, ROW_LINK } from "./ListRow.tsx";
import type { Numbered } from "./numbering.ts";
import { secondersMissing } from "./rolls.ts";
import { SecondedChip } from "./SecondedChip.tsx";
import { textOf } from "./text.ts";

/** One draft in a list. */
export function DraftRow({ draft, coop, now }: { draft: Numbered<Draft>; coop: Coop; now: number }) {
  return (
    <ListRow
      eyebrow={t`Draft ${draft.number}`}
      chips={<SecondedChip missing={secondersMissing(coop, draft, now)} />}
      title={
        <Link to="/drafts/$number" params={{ number: String(draft.number) }} className={ROW_LINK}>
          {textOf(draft.description).title}
        </Link>
      }
    >{rich`By ${<MemberName account={draft.proposer} coop={coop} within />}`}</ListRow>
  );
}

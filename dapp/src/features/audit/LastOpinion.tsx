import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Chip } from "../../shared/ui/Chip.tsx";
import { OPINION_TONES, OPINIONS } from "./opinions.ts";

/** The auditor's last word, in a line. */
export function LastOpinion() {
  const { coop } = useCoop();
  const last = coop.opinions.at(-1);
  return (
    <p className="sheet flex flex-wrap items-baseline gap-x-3 gap-y-1 px-5 py-4 sm:px-6">
      <strong>{t`What the auditor says`}</strong>
      {last ? (
        <>
          <Chip tone={OPINION_TONES[last.opinion] ?? "quiet"}>{OPINIONS[last.opinion]?.title}</Chip>
          <span className="text-muted">{rich`on ${formatDay(last.at)}, of the books at block ${last.blockNumber.toString()}.`}</span>
        </>
      ) : (
        <span className="text-muted">{t`No opinion on the books has been filed yet.`}</span>
      )}
      <Link to="/audit/opinions" className="link small inline-block py-2.5 sm:ml-auto sm:py-0">
        {last ? t`All opinions, and their reports` : t`Opinions and certified losses`}
      </Link>
    </p>
  );
}

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Coop, Proposal } from "../../../../books/coop.ts";
import { KIND_NAMES } from "../../../../books/rules.ts";
import { said, t } from "../../../../books/say.ts";
import { stateOf } from "../../../../books/state.ts";
import { formatRelative } from "../format/time.ts";
import { Chip } from "../ui/Chip.tsx";
import { ListRow, ROW_LINK } from "./ListRow.tsx";
import type { Numbered } from "./numbering.ts";
import { STATE_TONE, STATE_WORDS, whenLine } from "./stages.ts";
import { textOf } from "./text.ts";

type ProposalRowProps = {
  proposal: Numbered<Proposal>;
  coop: Coop;
  now: number;
  /** What the reader has to do with it. */
  own?: ReactNode;
};

/** One proposal in a list. */
export function ProposalRow({ proposal, coop, now, own }: ProposalRowProps) {
  const state = stateOf(coop, proposal, now);
  const when = whenLine(coop, proposal, now, (at) => formatRelative(at, now));
  return (
    <ListRow
      eyebrow={t`No. ${proposal.number}`}
      chips={
        <>
          <Chip tone={STATE_TONE[state]}>{STATE_WORDS[state]}</Chip>
          {proposal.round > 0 && <Chip>{t`put again`}</Chip>}
          {own}
        </>
      }
      title={
        <Link to="/proposals/$number" params={{ number: String(proposal.number) }} className={ROW_LINK}>
          {textOf(proposal.description).title}
        </Link>
      }
    >
      {when} · {said(KIND_NAMES[proposal.kind])}
    </ListRow>
  );
}

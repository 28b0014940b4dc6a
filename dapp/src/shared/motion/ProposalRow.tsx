import { Link } from "@tanstack/react-router";
import type { Coop, Proposal } from "../../../../books/coop.ts";
import { KIND_NAMES } from "../../../../books/rules.ts";
import { stateOf } from "../../../../books/state.ts";
import { formatRelative } from "../format/time.ts";
import { Chip } from "../ui/Chip.tsx";
import type { Numbered } from "./numbering.ts";
import { STATE_TONE, STATE_WORDS, whenLine } from "./stages.ts";
import { textOf } from "./text.ts";

type ProposalRowProps = { proposal: Numbered<Proposal>; coop: Coop; now: number };

/** One proposal in a list. */
export function ProposalRow({ proposal, coop, now }: ProposalRowProps) {
  const state = stateOf(coop, proposal, now);
  const when = whenLine(coop, proposal, now, (at) => formatRelative(at, now));
  return (
    <li className="border-b border-line py-4 last:border-b-0 last:pb-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="eyebrow figures">No. {proposal.number}</span>
        <Chip tone={STATE_TONE[state]}>{STATE_WORDS[state]}</Chip>
        {proposal.round > 0 && <Chip>put again</Chip>}
      </div>
      <h3 className="mt-1.5 text-lg wrap-anywhere">
        <Link
          to="/proposals/$number"
          params={{ number: String(proposal.number) }}
          className="link no-underline hover:underline"
        >
          {textOf(proposal.description).title}
        </Link>
      </h3>
      <p className="small text-muted">
        {when} · {KIND_NAMES[proposal.kind]}
      </p>
    </li>
  );
}

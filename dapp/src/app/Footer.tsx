import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { t } from "../../../books/say.ts";
import { useChainState } from "../shared/chain/useCoop.ts";
import { usePage } from "../shared/config/useConfig.ts";
import { formatMoment, formatSpan } from "../shared/format/time.ts";
import { rich } from "../shared/language/rich.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";

/** Which block the page shows and how old that is. */
export default function Footer() {
  const { reading } = useChainState();
  const { local, indexer, factory, directory } = usePage();
  const machine = useSeconds();
  const head = reading?.head;
  // A practice chain has a clock of its own: there, the age is the time since the page saw the block.
  const since = head && (local ? head.seenAt / 1_000 : head.timestamp);
  return (
    <footer className="small mt-8 border-t border-line text-muted">
      <div className="mx-auto flex max-w-6xl flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-5 sm:px-6">
        {directory && <p>{t`Everything here is read from the co-op's public records, in your browser.`}</p>}
        {indexer && (
          <p>{rich`As data: ${<a className="link" href={`${indexer}/feed.atom`}>{t`feed`}</a>}, ${<a className="link" href={`${indexer}/calendar.ics`}>{t`calendar`}</a>}, ${<a className="link" href={`${indexer}/tables`}>{t`tables`}</a>}`}</p>
        )}
        {factory && (
          <p>
            <Link to="/found" className="link">{t`Found a co-op of your own`}</Link>
          </p>
        )}
        <LanguageChoice />
        {head && since !== undefined && (
          <p
            className="figures"
            title={t`The clock of the chain: ${formatMoment(head.timestamp)}`}
          >{rich`Block ${head.number.toString()}, ${formatSpan(Math.max(0, machine - since))} ago`}</p>
        )}
      </div>
    </footer>
  );
}

/** The machine's clock in seconds, for ages only. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now() / 1_000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1_000), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

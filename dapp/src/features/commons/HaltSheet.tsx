import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Client } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import { treasuryAbi } from "../../../../books/abi.ts";
import type { CommonsBook } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { bidsStoppedUntil } from "../../shared/commons/standing.ts";
import { DAY, formatMoment, formatRelative } from "../../shared/format/time.ts";
import { wholeNumber } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { holds } from "../../shared/membership/board.ts";
import { GUARDIAN } from "../../shared/motion/offices.ts";
import { useSayUpcoming } from "../../shared/motion/upcoming.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** While a guardian has stopped what is new, everybody is told, and what stays open (G1). */
export function HaltBanner({ book }: { book: CommonsBook }) {
  const { now } = useCoop();
  const until = bidsStoppedUntil(book, now);
  useSayUpcoming(until === undefined ? undefined : { at: until, label: t`the stop ends` });
  if (until === undefined) return null;
  return (
    <div className="mb-6">
      <Note tone="bad">{rich`${<strong>{rich`A guardian has stopped what is new until ${formatMoment(until)}.`}</strong>} No deposits, no new shares and no bids are taken until then. Everything that leaves stays open: withdrawals, income, coupons, repayments, refunds, and rent can be paid. It ends by itself, ${formatRelative(until, now)}.`}</Note>
    </div>
  );
}

/** A guardian stops new deposits, shares and bids for a few days (G1). */
export function HaltSheet({ book }: { book: CommonsBook }) {
  const { coop, modules, now } = useCoop();
  const { address } = useWallet();
  const act = useAct("halt");
  const [written, setWritten] = useState("");
  const bounds = useHaltBounds();
  if (!holds(coop, GUARDIAN, address, now)) return null;
  const longest = Math.floor((bounds?.limit ?? 0) / DAY);
  const days = Number(wholeNumber(written) ?? 0n);
  const stopped = bidsStoppedUntil(book, now) !== undefined;
  const mayFrom = bounds?.from ?? 0;
  const wrong = written.trim() !== "" && (days < 1 || days > longest);
  return (
    <Sheet title={t`Stop what is new`}>
      <p className="mb-4 max-w-[46rem] text-muted">{t`You are a guardian. If something is badly wrong, you can stop new deposits, new shares and new bids for a few days, so that the members can look. You can not move money, and nothing that leaves is stopped. Afterwards it must be open at least as long as it was stopped.`}</p>
      {bounds && (stopped || now < mayFrom) ? (
        <p>{stopped ? t`It is stopped now.` : t`It can be stopped again from ${formatMoment(mayFrom)}.`}</p>
      ) : (
        <div className="max-w-[32rem] space-y-4">
          <NumberField
            label={t`For how many days`}
            hint={bounds ? t`At most ${longest}.` : undefined}
            error={wrong ? t`Write a whole number of days, at most ${longest}.` : undefined}
            value={written}
            onChange={setWritten}
          />
          <ActButton
            act={act}
            label={t`Stop what is new`}
            disabled={bounds === undefined || days < 1 || wrong}
            onDone={() => setWritten("")}
            call={() => ({
              address: modules.treasury,
              abi: ABI_OF.treasury as never,
              functionName: "halt",
              // By the chain's clock, which goes on while the wallet asks.
              args: [now + days * DAY],
            })}
          />
        </div>
      )}
      <ActStatus act={act} done={t`New deposits, shares and bids are stopped.`} />
    </Sheet>
  );
}

function useHaltBounds(): { from: number; limit: number } | undefined {
  const { modules, head } = useCoop();
  const client = useClient() as Client;
  const query = {
    queryKey: ["halt bounds", String(head.number)],
    placeholderData: (before: { from: number; limit: number } | undefined) => before,
    queryFn: async () => {
      const read = { address: modules.treasury, abi: treasuryAbi, functionName: "haltBounds" } as const;
      const [from, limit] = await readContract(client, read);
      return { from: Number(from), limit: Number(limit) };
    },
  };
  return useQuery(query, queryClient).data;
}

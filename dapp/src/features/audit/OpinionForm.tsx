import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Client } from "viem";
import { useClient } from "wagmi";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { wholeNumber } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { NumberField } from "../../shared/ui/NumberField.tsx";
import { hashOfBlock } from "./blocks.ts";
import { OPINIONS } from "./opinions.ts";
import { ReportField, useReport } from "./ReportField.tsx";

/** An opinion on the books at a block, which is named by its number and its hash. */
export function OpinionForm() {
  const { head, modules } = useCoop();
  const [opinion, setOpinion] = useState<number>();
  const [written, setWritten] = useState("");
  const report = useReport();
  const act = useAct("file-opinion");
  const number = written.trim() === "" ? head.number : wholeNumber(written);
  const block = useBlock(number !== undefined && number <= head.number ? number : undefined);
  return (
    <div className="max-w-[42rem] space-y-4">
      <fieldset>
        <legend className="mb-1 font-semibold">{t`Your opinion`}</legend>
        {Object.entries(OPINIONS).map(([key, { title, means }]) => (
          <label key={key} className="flex min-h-11 items-start gap-2.5 py-2">
            <input
              type="radio"
              name="opinion"
              className="mt-1 size-4 shrink-0 accent-(--act)"
              checked={opinion === Number(key)}
              onChange={() => setOpinion(Number(key))}
            />
            <span>
              <strong>{title}.</strong> <span className="text-muted">{means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <NumberField
        label={t`Block that you audited`}
        hint={
          written.trim() === ""
            ? t`Empty means the newest, ${head.number}. Write the number that your own audit named.`
            : block
              ? rich`Its hash: ${<code className="wrap-anywhere">{block}</code>}`
              : undefined
        }
        error={
          number === undefined || number > head.number
            ? t`Write a whole number, at most ${head.number}, which is the newest block.`
            : undefined
        }
        value={written}
        onChange={setWritten}
      />
      <ReportField name="opinion" of={report.field} />
      <ActButton
        act={act}
        label={number === undefined ? t`File it` : t`File it on the books at block ${number}`}
        disabled={opinion === undefined || !report.ready || block === undefined}
        onDone={() => {
          report.clear();
          setWritten("");
        }}
        call={async () => {
          const hash = await report.hash();
          if (hash === undefined || number === undefined || block === undefined) return undefined;
          const args = [number, block, hash, opinion];
          return { address: modules.audits, abi: ABI_OF.audits as never, functionName: "fileOpinion", args };
        }}
      />
      <ActStatus act={act} done={t`Your opinion is on record.`} />
    </div>
  );
}

/** The hash of a block that is there. */
function useBlock(number: bigint | undefined) {
  const client = useClient() as Client;
  const { head } = useCoop();
  const query = {
    queryKey: ["block to audit", String(number)],
    enabled: number !== undefined && number !== head.number,
    queryFn: async () => (await hashOfBlock(client, number ?? 0n)) ?? null,
  };
  const { data } = useQuery(query, queryClient);
  return number === head.number ? head.hash : (data ?? undefined);
}

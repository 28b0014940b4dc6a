import { useState } from "react";
import type { Proposal } from "../../../../books/coop.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { wholeAssemblyAbi } from "../../shared/chain/abis.ts";
import { memoOf } from "../../shared/motion/purpose.ts";
import { Field } from "../../shared/ui/Field.tsx";

/** The member whom a proposal would expel states its side; the record keeps the fingerprint of the words. */
export function BeHeard({ proposal }: { proposal: Proposal }) {
  const [statement, setStatement] = useState("");
  const act = useAct(`heard:${proposal.id}`);
  const words = statement.trim();
  const filed = proposal.heard.includes(memoOf(words));
  return (
    <>
      <p className="mb-4">
        This proposal is about your membership, so you do not vote on it: you are heard instead. State your side, as
        often as you like, until the vote closes.
      </p>
      <Field
        label="Your statement"
        hint="Only a fingerprint of these words goes on record. Keep them exactly as they are, and hand them to the members yourself."
      >
        {(ids) => (
          <textarea
            {...ids}
            className="field"
            rows={6}
            maxLength={8_000}
            value={statement}
            onChange={(event) => setStatement(event.target.value)}
          />
        )}
      </Field>
      <div className="mt-4 flex flex-wrap gap-3">
        <ActButton
          act={act}
          label="File my statement"
          disabled={words === "" || filed}
          call={() => ({
            address: proposal.assembly,
            abi: wholeAssemblyAbi as never,
            functionName: "beHeard",
            args: [proposal.id, memoOf(words)],
          })}
        />
        <button type="button" className="button button-quiet" disabled={words === ""} onClick={() => save(words)}>
          Save the words
        </button>
      </div>
      <ActStatus act={act} done="Your statement is filed. Save its words and hand them to the members." />
    </>
  );
}

/** As a text file, on the member's own machine. */
function save(words: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([words], { type: "text/plain" }));
  link.download = "statement.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

import { useQuery } from "@tanstack/react-query";
import type { Client } from "viem";
import { useClient } from "wagmi";
import { queryClient } from "../../shared/chain/queries.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { type Check, runChecks } from "./checks.ts";

/** Everything added up again, as a table with ticks. */
export function Checks() {
  const { coop, head, modules, settlement } = useCoop();
  const client = useClient() as Client;
  const query = {
    queryKey: ["checks", head.hash],
    placeholderData: (before: { checks: Check[]; block: bigint } | undefined) => before,
    retry: 1,
    queryFn: async () => ({
      checks: await runChecks({ client, coop, head, modules, settlement }),
      block: head.number,
    }),
  };
  const { data, isError, isFetching, refetch } = useQuery(query, queryClient);
  const wrong = data?.checks.filter(({ agrees }) => !agrees) ?? [];
  return (
    <Sheet
      title="Added up again"
      aside={<span className="small figures text-muted">{data ? `as of block ${data.block}` : ""}</span>}
    >
      {!data && !isError && <p className="pulse text-muted">Adding up</p>}
      {isError && (
        <p className="mb-3">
          The contracts could not be asked just now.{" "}
          <button type="button" className="link" onClick={() => refetch()}>
            Try again
          </button>
        </p>
      )}
      {data && (
        <>
          <Note tone={wrong.length === 0 ? "good" : "bad"}>
            {wrong.length === 0
              ? `All ${data.checks.length} checks agree: what happened adds up to what the contracts say.`
              : `${wrong.length} of ${data.checks.length} checks differ. Tell the members, and run the audit below.`}
          </Note>
          <CheckTable checks={data.checks} busy={isFetching} />
        </>
      )}
    </Sheet>
  );
}

function CheckTable({ checks, busy }: { checks: readonly Check[]; busy: boolean }) {
  return (
    <>
      <table className="small mt-4 w-full border-collapse" aria-busy={busy}>
        <caption className="sr-only">What the events add up to, beside what the contracts say</caption>
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className="py-2 pr-4 font-semibold">
              What
            </th>
            <th scope="col" className="hidden py-2 pr-4 font-semibold md:table-cell">
              From events
            </th>
            <th scope="col" className="py-2 pr-4 font-semibold">
              From the contract
            </th>
            <th scope="col" className="py-2 font-semibold">
              Agrees
            </th>
          </tr>
        </thead>
        <tbody className="figures">
          {checks.map(({ about, detail, fromEvents, fromContract, agrees }) => (
            <tr key={about} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="py-2 pr-4 text-left font-semibold">
                {about}
                {detail && <span className="line-clamp-2 block font-normal text-muted">{detail}</span>}
              </th>
              <td className="hidden py-2 pr-4 md:table-cell">{fromEvents}</td>
              <td className="py-2 pr-4">
                {fromContract}
                {!agrees && <span className="block font-semibold text-bad md:hidden">events: {fromEvents}</span>}
              </td>
              <td className={`py-2 font-semibold whitespace-nowrap ${agrees ? "text-good" : "text-bad"}`}>
                <span aria-hidden="true">{agrees ? "✓ " : "✗ "}</span>
                {agrees ? "yes" : "no"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small mt-3 text-muted">
        Votes are written for / against / abstained / blocked of the roll, class by class.
      </p>
    </>
  );
}

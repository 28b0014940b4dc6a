import { useQuery } from "@tanstack/react-query";
import type { Address as Account, Client } from "viem";
import { useClient } from "wagmi";
import { t } from "../../../../books/say.ts";
import { queryClient } from "../../shared/chain/queries.ts";
import { MODULE_TITLES } from "../../shared/chain/titles.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { CopyButton } from "../../shared/ui/CopyButton.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import { implementationOf, type Standing, standings } from "./addresses.ts";

/** Every contract of the co-op: where it stands, since when, and which code it runs. */
export function AddressesPage() {
  const { coop, settlement } = useCoop();
  const { directory, chainId } = useConfig();
  const { now, before } = standings(coop);
  return (
    <>
      <PageHead
        title={t`Addresses`}
        lead={t`The contracts that are this co-op. Its directory lists them; only a constitutional resolution can put another contract at a place, and never at the reserve's.`}
      />
      <AuditTabs />
      <div className="space-y-6">
        <Sheet title={t`The co-op`} aside={<span className="small text-muted">{rich`chain ${chainId}`}</span>}>
          <dl>
            <Row
              title={t`Directory`}
              note={t`It lists all the others, and its address is the co-op's identity.`}
              address={directory}
            />
            <Row
              title={t`Money: ${settlement.name} (${settlement.symbol})`}
              note={t`A contract of others, in which the co-op keeps its accounts.`}
              address={settlement.address}
            />
          </dl>
        </Sheet>
        <Sheet
          title={t`Its parts`}
          aside={<span className="small figures text-muted">{rich`${now.length} places`}</span>}
        >
          <dl>
            {now.map((standing) => (
              <Part key={standing.name} {...standing} />
            ))}
          </dl>
        </Sheet>
        <Sheet title={t`Replaced parts`}>
          {before.length === 0 && (
            <p className="text-muted">{t`No part has ever been replaced: all stand since the founding.`}</p>
          )}
          {before.length > 0 && (
            <dl>
              {before.map((standing) => (
                <Part key={standing.module} {...standing} />
              ))}
            </dl>
          )}
        </Sheet>
      </div>
    </>
  );
}

function Part({ name, module, since, until }: Standing) {
  const runs = useImplementation(module);
  const from = since ? t`since ${formatDay(since.at)} (block ${since.block})` : "";
  return (
    <Row
      title={MODULE_TITLES[name]}
      note={until === undefined ? from : t`${from}, until ${formatDay(until)}`}
      address={module}
    >
      {runs !== undefined && (
        <dd className="small text-muted">
          {runs === null ? t`It has code of its own.` : rich`A clone: it runs the code at ${<Address value={runs} />}`}
        </dd>
      )}
    </Row>
  );
}

type RowProps = { title: string; note: string; address: Account; children?: React.ReactNode };

function Row({ title, note, address, children }: RowProps) {
  return (
    <div className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <dt className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{title}</span>
        <span className="small text-muted">{note}</span>
      </dt>
      <dd className="flex flex-wrap items-baseline gap-x-3">
        <Address value={address} /> <CopyButton text={address} what={t`the address of ${title}`} />
      </dd>
      {children}
    </div>
  );
}

/** Undefined while it is asked for or can not be, null when the contract is no clone. */
function useImplementation(module: Account): Account | null | undefined {
  const client = useClient() as Client;
  const query = {
    queryKey: ["implementation", module],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await implementationOf(client, module)) ?? null,
  };
  return useQuery(query, queryClient).data;
}

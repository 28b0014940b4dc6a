import type { ModuleName } from "../../shared/chain/places.ts";
import { MODULE_TITLES } from "../../shared/chain/titles.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { Checks } from "./Checks.tsx";
import { Offices } from "./Offices.tsx";
import { Opinions } from "./Opinions.tsx";
import { RulesInForce } from "./RulesInForce.tsx";

export function AuditPage() {
  const { modules, settlement } = useCoop();
  const { directory, rpcUrl, chainId } = useConfig();
  return (
    <>
      <PageHead
        title="Audit room"
        lead="Nothing here asks for trust: your browser adds everything up again from the public records and compares."
      />
      <div className="space-y-6">
        <Checks />
        <Opinions />
        <Sheet title="Check it without this page">
          <p className="mb-3">
            The same audit runs on your own computer, from the source code, with another library and nothing of ours
            running:
          </p>
          <pre className="small rounded-xl bg-sunken p-4 break-all whitespace-pre-wrap">
            <code>
              npm run audit -- --rpc {rpcUrl} --coop {directory}
            </code>
          </pre>
        </Sheet>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Offices />
          <Sheet title="Where everything stands">
            <p className="small mb-3 text-muted">Chain {chainId}. The directory's address is the co-op's identity.</p>
            <dl className="space-y-2">
              {(Object.keys(MODULE_TITLES) as ModuleName[]).map((name) => (
                <div key={name}>
                  <dt className="font-semibold">{MODULE_TITLES[name]}</dt>
                  <dd>
                    <Address value={name === "directory" ? directory : modules[name]} />
                  </dd>
                </div>
              ))}
              <div>
                <dt className="font-semibold">
                  Money: {settlement.name} ({settlement.symbol})
                </dt>
                <dd>
                  <Address value={settlement.address} />
                </dd>
              </div>
            </dl>
          </Sheet>
        </div>
        <RulesInForce />
      </div>
    </>
  );
}

import { Link } from "@tanstack/react-router";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { plural } from "../../shared/format/words.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { ClassMembers } from "./ClassMembers.tsx";
import { Former } from "./Former.tsx";

export function MembersPage() {
  const { coop } = useCoop();
  const active = coop.memberOf.size;
  return (
    <>
      <PageHead
        title="Members"
        lead={`${active} ${plural(active, "member")}, one vote each. The register holds numbers and accounts, never names.`}
      >
        <Link to="/you" className="button button-quiet">
          Your membership
        </Link>
      </PageHead>
      <div className="space-y-6">
        {coop.classes.map((one) => (
          <ClassMembers key={one.index} memberClass={one} />
        ))}
        <Former />
      </div>
    </>
  );
}

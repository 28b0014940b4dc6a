import { Link } from "@tanstack/react-router";
import { saidLater } from "../../../../../books/english.ts";
import type { Entry } from "../../../../../books/journal.ts";
import { capitalised } from "../../../../../books/words.ts";
import { useCommons } from "../../../shared/chain/commons.ts";
import { MODULE_AT } from "../../../shared/chain/places.ts";
import { useCoop } from "../../../shared/chain/useCoop.ts";
import { sameAddress } from "../../../shared/format/address.ts";
import { rich } from "../../../shared/language/rich.ts";
import { nameOf } from "../../../shared/motion/names.ts";
import { proposalOfTransaction } from "../../../shared/motion/numbering.ts";
import { purposeIn } from "../../../shared/motion/purpose.ts";
import { Plain } from "../../../shared/ui/Plain.tsx";
import { movementOf } from "../movement.ts";

/** What an entry is, and by which resolution. */
export function EntryWords({ entry }: { entry: Entry }) {
  const { coop } = useCoop();
  const commons = useCommons();
  const { block, logIndex, what, party, tx, memo } = entry;
  const move = coop.moves.find((one) => one.block === block && one.logIndex === logIndex);
  const proposal = proposalOfTransaction(coop, tx);
  const purpose = proposal && purposeIn(proposal.description, memo);
  const isModule = coop.placements.some(({ module, place }) => MODULE_AT[place] && sameAddress(module, party));
  const who = BigInt(party) === 0n || isModule ? "" : `, ${nameOf(party, coop)}`;
  return (
    <>
      <span className="wrap-anywhere">
        <Plain text={move ? movementOf(move, coop, commons).title : `${capitalised(saidLater(what))}${who}`} />
      </span>
      {purpose && <span className="small block text-muted wrap-anywhere">{purpose}</span>}
      {proposal && (
        <span className="small block">
          <Link
            to="/proposals/$number"
            params={{ number: String(proposal.number) }}
            className="link"
          >{rich`By resolution of the members, No. ${proposal.number}`}</Link>
        </span>
      )}
    </>
  );
}

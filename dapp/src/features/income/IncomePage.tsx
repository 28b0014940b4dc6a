import { t } from "../../../../books/say.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { CommonsTabs } from "../../shared/commons/CommonsTabs.tsx";
import { personOf } from "../../shared/membership/persons.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { DueSheet } from "./DueSheet.tsx";
import { HistorySheet } from "./HistorySheet.tsx";
import { ShareSheet } from "./ShareSheet.tsx";
import { WhySheet } from "./WhySheet.tsx";

/** What the machines earn for everybody; for a member, its own part of it, and why it is what it is (K4). */
export function IncomePage() {
  const { coop } = useCoop();
  const book = useCommons();
  const { address } = useWallet();
  const person = personOf(coop, address);
  return (
    <>
      <PageHead
        title={t`Income`}
        lead={t`What the machines earn, once they are kept in order and their bonds are paid, belongs to every member alike. It is never spent on anything else.`}
      />
      <CommonsTabs />
      <div className="space-y-6">
        {person && (
          <>
            <DueSheet key={person.id} person={person} book={book} />
            <WhySheet person={person} book={book} />
            <HistorySheet person={person} book={book} />
          </>
        )}
        <ShareSheet book={book} />
      </div>
    </>
  );
}

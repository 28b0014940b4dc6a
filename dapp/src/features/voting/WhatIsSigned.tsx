import type { Position } from "../../../../books/rules.ts";
import { t } from "../../../../books/say.ts";
import { rich } from "../../shared/language/rich.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { positionName } from "./positions.ts";

type Props = { number: number; position: Position | undefined; withKey: boolean };

/** What one signs on a ballot, and what the relay can do with it. */
export function WhatIsSigned({ number, position, withKey }: Props) {
  return (
    <div className="small text-muted">
      <p>{rich`${
        withKey
          ? t`Your ballot key in this browser signs your ballot, without your wallet. You sign:`
          : t`Your wallet shows a ballot and signs it; it sends nothing and costs nothing. You sign:`
      } ${<strong className="text-ink">{rich`“On proposal No. ${number}: ${position === undefined ? t`your position` : positionName(position).toLowerCase()}”`}</strong>}, for this vote of this co-op and nothing else.`}</p>
      <Disclosure label={t`How it gets to the count`}>
        <p>{t`The co-op's relay hands it in with the others' and pays for it. It can not change it. Until it is on chain you can sign another one in its place, but whoever kept the first could still hand that in. A vote that you send yourself always wins, and you can change it until the close.`}</p>
      </Disclosure>
    </div>
  );
}

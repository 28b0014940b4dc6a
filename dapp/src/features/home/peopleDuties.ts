// What waits for a person as director, neighbour, applicant or owner of shares.
import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import type { Application, BoardAct, Coop, RecoveryRequest } from "../../../../books/coop.ts";
import { holdingOf } from "../../../../books/share-ledger.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { applicationOf, applicationsToDecide, standingOf } from "../../shared/membership/applications.ts";
import { actsUnderWay, mayTakeStep } from "../../shared/membership/board.ts";
import { personOf } from "../../shared/membership/persons.ts";
import { requestsOpen, vouchesAs } from "../../shared/membership/recoveries.ts";
import { isOnBoard } from "../../shared/motion/rolls.ts";

export type PeopleDuties = {
  /** The board accepted: one joins, or moves. */
  toJoin: Application[];
  toDecide: Application[];
  toActOn: BoardAct[];
  toVouch: RecoveryRequest[];
  /** Nobody objected in time: the new account, like anyone, completes it. */
  toComplete: RecoveryRequest[];
  /** Money that waits. */
  toCollect: bigint[];
};

export function peopleDutiesOf(coop: Coop, account: string | undefined, now: number, cent = 1n): PeopleDuties {
  const own = applicationOf(coop, account);
  const person = personOf(coop, account);
  const { due, interest } = person ? holdingOf(coop, person.id, now) : { due: 0n, interest: 0n };
  return {
    toJoin: own && standingOf(own, now) === "accepted" ? [own] : [],
    toDecide: isOnBoard(coop, account, now) ? applicationsToDecide(coop, now) : [],
    toActOn: actsUnderWay(coop, now).filter((act) => mayTakeStep(coop, act, account, now)),
    toVouch: requestsOpen(coop, now).filter((request) => vouchesAs(coop, request, account, now)),
    toComplete: [...coop.recoveryRequests.values()].filter(({ memberId, newAccount, state }) => {
      const recovery = recoveryOf(coop, memberId, now);
      if (state !== "waiting" || !recovery || !account || !sameAddress(newAccount, account)) return false;
      return now >= recovery.readyAt;
    }),
    toCollect: due + interest >= cent ? [due + interest] : [],
  };
}

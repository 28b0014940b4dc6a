// Assembly: the petition of a class that every class must agree (C3).
import { type BookEvent, BooksError, whereOf } from "../event.ts";
import type { Coop } from "../model.ts";
import { readAddress, readNumber } from "../read.ts";
import { INVESTOR } from "../rules.ts";
import { hasPetitioned, petitionersOf } from "../terms.ts";
import { isOnRoll, proposalOf } from "./voting.ts";

export function applyPetitions(coop: Coop, event: BookEvent): void {
  if (event.name === "Petitioned") petition(coop, event);
  else if (event.name === "EveryClassAsked") proposalOf(coop, event).terms.everyClass = true;
}

function petition(coop: Coop, event: BookEvent): void {
  const proposal = proposalOf(coop, event);
  const petitioner = readAddress(event.args, "petitioner").toLowerCase();
  const classIndex = readNumber(event.args, "class");
  const member = coop.members.get(coop.memberOf.get(petitioner) ?? 0);
  const refuse = (why: string) => new BooksError(`${whereOf(event)} has a petition of ${petitioner}, ${why}.`);
  if (!member || !isOnRoll(proposal, member.seat)) throw refuse("who is not on the roll");
  if (member.class !== classIndex) throw refuse(`who is not of class ${classIndex}`);
  if (coop.classes[classIndex]?.kind === INVESTOR) throw refuse("who is an investor");
  if (proposal.kind !== 1) throw refuse("though the resolution is not an ordinary one");
  if (event.timestamp >= proposal.voteStart) throw refuse("though voting has opened");
  if (proposal.petitioners.has(petitioner)) throw refuse("who has petitioned already");
  const count = petitionersOf(proposal.petitioners, classIndex) + 1;
  const told = readNumber(event.args, "petitioners");
  if (told !== count) throw refuse(`as number ${told} of the class, not ${count}`);

  proposal.petitioners.set(petitioner, member.seat);
  if (hasPetitioned(proposal, classIndex)) proposal.derivedTerms.everyClass = true;
}

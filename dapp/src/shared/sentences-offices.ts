// What can be refused to officers: directors, auditors, and whoever acts for the co-op as a whole.
import { t } from "../../../books/say.ts";
import { officeName } from "./motion/offices.ts";
import { DETOUR, NO_POWER, ONLY_BY_RESOLUTION, say, type Words, whenTime } from "./sentences-words.ts";

export const OFFICE_SENTENCES: Record<string, Words> = {
  // Offices and powers
  ModuleUnauthorised: NO_POWER,
  ModuleWrongPlace: NO_POWER,
  DirectoryUnauthorised: ONLY_BY_RESOLUTION,
  AuthorityTermOutOfBounds: say(t`An office ends in the future, and within four years.`, t`Choose another end.`),
  AuthorityOfficeFull: say(
    t`An office has nine holders at most.`,
    t`Recall somebody first, or wait for a term to end.`,
  ),
  AuthorityCallsNobody: say(t`The authority makes no calls for others.`, t`Let a resolution call the place itself.`),
  AuthorityGrantNeedsEnd: say(t`Every office has an end.`, t`Name the date it ends.`),
  AuthorityRoleReserved: say(t`The members' own powers are given to nobody.`, t`Choose an office.`),
  AccessManagerUnauthorizedAccount: NO_POWER,
  AccessManagerUnauthorizedCall: NO_POWER,
  AccessManagerUnauthorizedCancel: NO_POWER,
  AccessManagerUnauthorizedConsume: NO_POWER,
  AccessManagerBadConfirmation: say(t`An office is laid down by its holder alone.`, t`Use the holder's account.`),
  AccessManagerLockedRole: DETOUR,
  AccessManagerLockedFunction: DETOUR,
  AccessManagerAlreadyScheduled: DETOUR,
  AccessManagerNotScheduled: DETOUR,
  AccessManagerNotReady: DETOUR,
  AccessManagerExpired: DETOUR,
  AuthorityOfficesApart: ([role, other]) => ({
    what: t`This account holds another office already (${officeName(Number(other))}), and nobody is ${officeName(Number(role))} besides.`,
    next: t`Choose another person, or recall this one from the other office first.`,
  }),
  AuthorityBoardTermTooLong: say(t`A third of the board's seats must end within each year.`, t`Choose an earlier end.`),
  CoopFactoryBoardTooSmall: say(t`A board has at least three seats.`, t`Name more people, or none.`),

  // The board together
  BoardNotADirector: say(
    t`The account in your wallet may not do this: directors in office act together here, or members while there is no board.`,
    t`Ask a director.`,
  ),
  BoardNoSuchAct: say(t`This was carried out or taken back already.`, t`Look at the list again.`),
  BoardNotWhatWasDecided: say(t`This is not what was decided.`, t`Load the page again and try once more.`),
  BoardSamePerson: say(
    t`What one person decides another carries out.`,
    t`Ask another director, or another member while there is no board.`,
  ),
  BoardActLapsed: say(
    t`This was decided more than thirty days ago, or by somebody who no longer may.`,
    t`Decide it again.`,
  ),
  BoardSecondMissing: say(
    t`While there is no board, a second member must agree before a third carries it out.`,
    t`Ask another member to agree.`,
  ),
  BoardInOffice: say(
    t`A board is in office: one director decides, and nobody seconds.`,
    t`Let another director carry it out.`,
  ),
  BoardTargetNotModule: say(t`This is not a part of the co-op.`, t`Nothing was changed.`),

  // The auditor
  AuditRegisterNotAuditor: say(t`Only an auditor in office writes here.`, t`Use the auditor's account.`),
  AuditRegisterIncomplete: say(
    t`An opinion says which it is, and names its report.`,
    t`Choose the opinion and add the report.`,
  ),
  AuditRegisterWrongBlock: say(
    t`The records do not know this state of the books.`,
    t`Load the page again and try once more.`,
  ),
  AuditRegisterNoCertificate: say(
    t`There is no such certificate of a loss, or it is older than a year.`,
    t`Check its number.`,
  ),
  AuditRegisterBeyondLoss: say(
    t`This is more than the loss that was certified and is not covered yet.`,
    t`Enter a smaller amount.`,
  ),
  AuditRegisterFixed: NO_POWER,
  AuditRegisterWrongYear: say(
    t`For this year a report was filed already, or the year is not over.`,
    t`Choose another year.`,
  ),

  // The reserve and the end
  ReserveFixed: NO_POWER,
  ReserveTooSmall: say(t`The reserve holds less than this asks for.`, t`Ask for a smaller amount.`),
  ReserveNothingToMove: say(t`There is nothing to move.`, t`Nothing was changed.`),
  ReserveUnfitBody: say(
    t`The body that inherits can be neither a part of the co-op nor a present or past member.`,
    t`Name another body.`,
  ),
  ReserveNotNamed: say(t`The members did not name this account as the body.`, t`Use the account they named.`),
  ReserveNoBody: say(
    t`No body has accepted yet to receive what remains.`,
    t`Ask the body that was named to accept, or name another one.`,
  ),
  ReserveNotClosed: say(t`The co-op is not closed.`, t`Nothing was moved.`),
  TreasuryClosed: say(
    t`The co-op is closed: its operating fund goes to the body that inherits.`,
    t`Nothing was changed.`,
  ),
  TreasuryNotClosed: say(t`The co-op is not closed.`, t`Nothing was moved.`),
  DirectoryClosed: say(t`The co-op is closed already.`, t`Nothing needs to be done.`),
  DirectoryTooEarly: ([from]) =>
    Number(from) === 0
      ? { what: t`The co-op is not winding up.`, next: t`Only the members together can begin that.` }
      : {
          what: t`The co-op has not been winding up for ninety days yet.`,
          next: t`It can be closed from ${whenTime(from)}.`,
        },
};

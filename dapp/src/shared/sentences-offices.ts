// What can be refused to officers: directors, auditors, and whoever acts for the co-op as a whole.
import { officeName } from "./motion/offices.ts";
import { DETOUR, NO_POWER, ONLY_BY_RESOLUTION, say, type Words, whenTime } from "./sentences-words.ts";

export const OFFICE_SENTENCES: Record<string, Words> = {
  // Offices and powers
  ModuleUnauthorised: NO_POWER,
  ModuleWrongPlace: NO_POWER,
  DirectoryUnauthorised: ONLY_BY_RESOLUTION,
  AuthorityTermOutOfBounds: say("An office ends in the future, and within four years.", "Choose another end."),
  AuthorityOfficeFull: say("An office has nine holders at most.", "Recall somebody first, or wait for a term to end."),
  AuthorityCallsNobody: say("The authority makes no calls for others.", "Let a resolution call the place itself."),
  AuthorityGrantNeedsEnd: say("Every office has an end.", "Name the date it ends."),
  AuthorityRoleReserved: say("The members' own powers are given to nobody.", "Choose an office."),
  AccessManagerUnauthorizedAccount: NO_POWER,
  AccessManagerUnauthorizedCall: NO_POWER,
  AccessManagerUnauthorizedCancel: NO_POWER,
  AccessManagerUnauthorizedConsume: NO_POWER,
  AccessManagerBadConfirmation: say("An office is laid down by its holder alone.", "Use the holder's account."),
  AccessManagerLockedRole: DETOUR,
  AccessManagerLockedFunction: DETOUR,
  AccessManagerAlreadyScheduled: DETOUR,
  AccessManagerNotScheduled: DETOUR,
  AccessManagerNotReady: DETOUR,
  AccessManagerExpired: DETOUR,
  AuthorityOfficesApart: ([role, other]) => ({
    what: `This account holds another office already (${officeName(Number(other))}), and nobody is ${officeName(Number(role))} besides.`,
    next: "Choose another person, or recall this one from the other office first.",
  }),
  AuthorityBoardTermTooLong: say("A third of the board's seats must end within each year.", "Choose an earlier end."),
  CoopFactoryBoardTooSmall: say("A board has at least three seats.", "Name more people, or none."),

  // The board together
  BoardNotADirector: say(
    "The account in your wallet may not do this: directors in office act together here, or members while there is no board.",
    "Ask a director.",
  ),
  BoardNoSuchAct: say("This was carried out or taken back already.", "Look at the list again."),
  BoardNotWhatWasDecided: say("This is not what was decided.", "Load the page again and try once more."),
  BoardSamePerson: say(
    "What one person decides another carries out.",
    "Ask another director, or another member while there is no board.",
  ),
  BoardActLapsed: say(
    "This was decided more than thirty days ago, or by somebody who no longer may.",
    "Decide it again.",
  ),
  BoardSecondMissing: say(
    "While there is no board, a second member must agree before a third carries it out.",
    "Ask another member to agree.",
  ),
  BoardInOffice: say(
    "A board is in office: one director decides, and nobody seconds.",
    "Let another director carry it out.",
  ),
  BoardTargetNotModule: say("This is not a part of the co-op.", "Nothing was changed."),

  // The auditor
  AuditRegisterNotAuditor: say("Only an auditor in office writes here.", "Use the auditor's account."),
  AuditRegisterIncomplete: say(
    "An opinion says which it is, and names its report.",
    "Choose the opinion and add the report.",
  ),
  AuditRegisterWrongBlock: say(
    "The records do not know this state of the books.",
    "Load the page again and try once more.",
  ),
  AuditRegisterNoCertificate: say(
    "There is no such certificate of a loss, or it is older than a year.",
    "Check its number.",
  ),
  AuditRegisterBeyondLoss: say(
    "This is more than the loss that was certified and is not covered yet.",
    "Enter a smaller amount.",
  ),
  AuditRegisterFixed: NO_POWER,
  AuditRegisterWrongYear: say(
    "For this year a report was filed already, or the year is not over.",
    "Choose another year.",
  ),

  // The reserve and the end
  ReserveFixed: NO_POWER,
  ReserveTooSmall: say("The reserve holds less than this asks for.", "Ask for a smaller amount."),
  ReserveNothingToMove: say("There is nothing to move.", "Nothing was changed."),
  ReserveUnfitBody: say(
    "The body that inherits can be neither a part of the co-op nor a present or past member.",
    "Name another body.",
  ),
  ReserveNotNamed: say("The members did not name this account as the body.", "Use the account they named."),
  ReserveNoBody: say(
    "No body has accepted yet to receive what remains.",
    "Ask the body that was named to accept, or name another one.",
  ),
  ReserveNotClosed: say("The co-op is not closed.", "Nothing was moved."),
  TreasuryClosed: say(
    "The co-op is closed: its operating fund goes to the body that inherits.",
    "Nothing was changed.",
  ),
  TreasuryNotClosed: say("The co-op is not closed.", "Nothing was moved."),
  DirectoryClosed: say("The co-op is closed already.", "Nothing needs to be done."),
  DirectoryTooEarly: ([from]) =>
    Number(from) === 0
      ? { what: "The co-op is not winding up.", next: "Only the members together can begin that." }
      : {
          what: "The co-op has not been winding up for ninety days yet.",
          next: `It can be closed from ${whenTime(from)}.`,
        },
};

// What can be refused where money and shares move.
import { NOT_MEMBER, say, type Words, whenTime } from "./sentences-words.ts";

export const MONEY_SENTENCES: Record<string, Words> = {
  // Money
  TreasuryFundTooSmall: say(
    "The fund holds less than this asks for.",
    "Wait until more has come in, or ask for a smaller amount.",
  ),
  TreasuryFundClosed: say(
    "Money does not go into or out of this fund this way.",
    "Use the operating fund or the commons fund.",
  ),
  TreasuryMoveClosed: say("Money does not go from this fund to that one.", "Nothing was changed."),
  TreasuryAssetUnlisted: say("The treasury keeps no book for this kind of money.", "Use the co-op's own unit."),
  TreasuryNothingToMove: say("An amount of zero moves nothing.", "Enter an amount."),
  TreasuryUnfitPayee: say("The treasury can not pay itself or nobody.", "Name another recipient."),
  SafeERC20FailedOperation: say("The money could not be moved.", "Check that there is enough of it, and try again."),
  ERC20InsufficientBalance: say("There is not enough money in this account.", "Add some, or choose a smaller amount."),
  ERC20InsufficientAllowance: say("The co-op may not take the money yet.", "Allow the amount first."),
  InsufficientBalance: say("There is not enough in this account.", "Add some, and try again."),

  TreasuryNeedsExtraordinary: say(
    "With this payment the co-op would part with more in twelve months than ordinary resolutions may.",
    "Bring it as an extraordinary resolution, or ask for less.",
  ),
  AmountTooLarge: say("The amount is larger than the treasury can keep.", "Choose a smaller one."),
  TreasuryUnderpaid: say("Not all of the money arrived.", "Nothing was recorded; try again."),
  TreasuryAssetFixed: say(
    "The treasury can not begin or end a book for this kind of money now.",
    "Look at the list of what it keeps; a book ends only when nothing is in it.",
  ),
  TreasuryAssetTwice: say(
    "This kind of money is the co-op's own unit under a second address.",
    "Nothing was paid; have the members take it off the list.",
  ),
  TreasuryBudgetClosed: say(
    "This budget has ended, or it is not for the office of your account.",
    "Use the account of whoever holds the office, or ask the members for a new budget.",
  ),
  TreasuryBudgetTooSmall: say(
    "The budget has less left than this.",
    "Choose a smaller amount, or ask the members for another budget.",
  ),
  TreasuryBudgetOutOfBounds: say(
    "A budget is for an office that a person holds, and for a year at most.",
    "Choose another office or an earlier end.",
  ),

  // A guardian's stop
  TreasuryHalted: ([until]) => ({
    what: "A guardian has stopped new money, bids and jobs for a while; what is owed to you can still be taken out.",
    next: `Try again from ${whenTime(until)}.`,
  }),
  TreasuryHaltOutOfBounds: say(
    "A stop ends in the future, and within the time that the charter gives.",
    "Choose an earlier end.",
  ),
  TreasuryHaltedLately: ([from]) => ({
    what: "After a stop everything must be open for as long as the stop was.",
    next: `It can be stopped again from ${whenTime(from)}.`,
  }),

  // Member income
  CommonsIncomeNotBrought: say(
    "Income is shared when it comes in: with rent, and with what the members give to everybody.",
    "Nothing needs to be done.",
  ),
  CommonsIncomeTooMuch: say("So much income can not be kept count of.", "Enter a smaller amount."),
  CommonsIncomeNothingDue: say("No whole unit of income is due to this member now.", "Look again after the next rent."),
  CommonsIncomeRecovering: say(
    "The member's account is being replaced; no income is paid out meanwhile.",
    "Try again when that is over.",
  ),
  CommonsIncomeGasTooLow: say(
    "Your wallet allowed too little work for paying out every part.",
    "Try again and leave your wallet's settings as they are.",
  ),
  CheckpointUnorderedInsertion: say("Income can not be shared for members in this order.", "Nothing was changed."),

  // Shares
  MemberSharesWindingUp: say("The co-op is winding up: no shares are sold any more.", "Nothing was bought."),
  MemberSharesNotMember: NOT_MEMBER,
  MemberSharesHoldingOutOfBounds: ([units, minimum, maximum]) => ({
    what: `You would hold ${units} shares; members hold between ${minimum} and ${maximum}.`,
    next: "Choose another number.",
  }),
  MemberSharesNotClosed: say("The co-op is not closed yet.", "Ask for a withdrawal instead."),
  MemberSharesNoUnits: say("The number of shares is missing.", "Enter how many."),
  MemberSharesPromised: ([promised, asked]) => ({
    what: `You have promised to take ${promised} more shares; this asks for ${asked}.`,
    next: "Pay for them or give up the promise first, or choose another number.",
  }),
  MemberSharesTooFew: ([units, asked]) => ({
    what: `You have ${units} shares that are not in the queue yet, not ${asked}.`,
    next: "Choose a smaller number.",
  }),
  MemberSharesNoSuchWithdrawal: say(
    "This withdrawal is not one of yours that still waits.",
    "Look at your withdrawals; it may be paid or cancelled already.",
  ),
  MemberSharesQueueWaits: say("No withdrawal can be paid now.", "Wait until the notice of the first one has passed."),
  MemberSharesSuspended: ([until]) => ({
    what: "The board has suspended withdrawals.",
    next: `The queue goes on from ${whenTime(until)}; your place is kept.`,
  }),
  MemberSharesSuspensionOutOfBounds: ([, latest]) => ({
    what: "A suspension must end in the future and within its limit.",
    next: `Choose an end by ${whenTime(latest)}.`,
  }),
  MemberSharesSuspendedLately: ([openUntil]) => ({
    what: "Withdrawals must first be open as long as they were suspended.",
    next: `They can be suspended again from ${whenTime(openUntil)}.`,
  }),
  MemberSharesRecovering: say(
    "The member's account is being replaced; nothing is paid out meanwhile.",
    "Try again when that is over.",
  ),
  MemberSharesNothingDue: say("There is nothing to pay out.", "Nothing was changed."),
  MemberSharesGasTooLow: say(
    "Your wallet allowed too little work for paying this out safely.",
    "Try again and leave your wallet's settings as they are.",
  ),
  MemberSharesRateOutOfBounds: say("The interest is above the cap.", "Choose a lower rate."),
  MemberSharesInterestTooSoon: ([from]) => ({
    what: "Interest is declared once a year.",
    next: `It can be declared again from ${whenTime(from)}.`,
  }),
  MemberSharesCutTooDeep: ([units, above]) => ({
    what: `Only ${above} shares lie above members' minimum holdings; ${units} can not be written down.`,
    next: "Choose a smaller number.",
  }),
  MemberSharesUnderpaid: say("Not exactly the price of the shares arrived.", "Nothing was bought; try again."),
  MemberSharesNotTransferable: say("Shares belong to their member and can not be given away.", "Nothing was changed."),
};

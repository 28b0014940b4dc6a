// What can be refused where money and shares move.
import { t } from "../../../books/say.ts";
import { NOT_MEMBER, say, type Words, whenTime } from "./sentences-words.ts";

export const MONEY_SENTENCES: Record<string, Words> = {
  // Money
  TreasuryFundTooSmall: say(
    t`The fund holds less than this asks for.`,
    t`Wait until more has come in, or ask for a smaller amount.`,
  ),
  TreasuryFundClosed: say(
    t`Money does not go into or out of this fund this way.`,
    t`Use the operating fund or the commons fund.`,
  ),
  TreasuryMoveClosed: say(t`Money does not go from this fund to that one.`, t`Nothing was changed.`),
  TreasuryAssetUnlisted: say(t`The treasury keeps no book for this kind of money.`, t`Use the co-op's own unit.`),
  TreasuryNothingToMove: say(t`An amount of zero moves nothing.`, t`Enter an amount.`),
  TreasuryUnfitPayee: say(t`The treasury can not pay itself or nobody.`, t`Name another recipient.`),
  SafeERC20FailedOperation: say(t`The money could not be moved.`, t`Check that there is enough of it, and try again.`),
  ERC20InsufficientBalance: say(
    t`There is not enough money in this account.`,
    t`Add some, or choose a smaller amount.`,
  ),
  ERC20InsufficientAllowance: say(t`The co-op may not take the money yet.`, t`Allow the amount first.`),
  InsufficientBalance: say(t`There is not enough in this account.`, t`Add some, and try again.`),

  TreasuryNeedsExtraordinary: say(
    t`With this payment the co-op would part with more in twelve months than ordinary resolutions may.`,
    t`Bring it as an extraordinary resolution, or ask for less.`,
  ),
  AmountTooLarge: say(t`The amount is larger than the treasury can keep.`, t`Choose a smaller one.`),
  TreasuryUnderpaid: say(t`Not all of the money arrived.`, t`Nothing was recorded; try again.`),
  TreasuryAssetFixed: say(
    t`The treasury can not begin or end a book for this kind of money now.`,
    t`Look at the list of what it keeps; a book ends only when nothing is in it.`,
  ),
  TreasuryAssetTwice: say(
    t`This kind of money is the co-op's own unit under a second address.`,
    t`Nothing was paid; have the members take it off the list.`,
  ),
  TreasuryBudgetClosed: say(
    t`This budget has ended, or it is not for the office of your account.`,
    t`Use the account of whoever holds the office, or ask the members for a new budget.`,
  ),
  TreasuryBudgetTooSmall: say(
    t`The budget has less left than this.`,
    t`Choose a smaller amount, or ask the members for another budget.`,
  ),
  TreasuryBudgetOutOfBounds: say(
    t`A budget is for an office that a person holds, and for a year at most.`,
    t`Choose another office or an earlier end.`,
  ),

  // A guardian's stop
  TreasuryHalted: ([until]) => ({
    what: t`A guardian has stopped new money, bids and jobs for a while; what is owed to you can still be taken out.`,
    next: t`Try again from ${whenTime(until)}.`,
  }),
  TreasuryHaltOutOfBounds: say(
    t`A stop ends in the future, and within the time that the charter gives.`,
    t`Choose an earlier end.`,
  ),
  TreasuryHaltedLately: ([from]) => ({
    what: t`After a stop everything must be open for as long as the stop was.`,
    next: t`It can be stopped again from ${whenTime(from)}.`,
  }),

  // Member income
  CommonsIncomeNotBrought: say(
    t`Income is shared when it comes in: with rent, and with what the members give to everybody.`,
    t`Nothing needs to be done.`,
  ),
  CommonsIncomeTooMuch: say(t`So much income can not be kept count of.`, t`Enter a smaller amount.`),
  CommonsIncomeNothingDue: say(
    t`No whole unit of income is due to this member now.`,
    t`Look again after the next rent.`,
  ),
  CommonsIncomeRecovering: say(
    t`The member's account is being replaced; no income is paid out meanwhile.`,
    t`Try again when that is over.`,
  ),
  CommonsIncomeGasTooLow: say(
    t`Your wallet allowed too little work for paying out every part.`,
    t`Try again and leave your wallet's settings as they are.`,
  ),
  CheckpointUnorderedInsertion: say(t`Income can not be shared for members in this order.`, t`Nothing was changed.`),

  // Shares
  MemberSharesWindingUp: say(t`The co-op is winding up: no shares are sold any more.`, t`Nothing was bought.`),
  MemberSharesNotMember: NOT_MEMBER,
  MemberSharesHoldingOutOfBounds: ([units, minimum, maximum]) => ({
    what: t`You would hold ${units} shares; members hold between ${minimum} and ${maximum}.`,
    next: t`Choose another number.`,
  }),
  MemberSharesNotClosed: say(t`The co-op is not closed yet.`, t`Ask for a withdrawal instead.`),
  MemberSharesNoUnits: say(t`The number of shares is missing.`, t`Enter how many.`),
  MemberSharesPromised: ([promised, asked]) => ({
    what: t`You have promised to take ${promised} more shares; this asks for ${asked}.`,
    next: t`Pay for them or give up the promise first, or choose another number.`,
  }),
  MemberSharesTooFew: ([units, asked]) => ({
    what: t`You have ${units} shares that are not in the queue yet, not ${asked}.`,
    next: t`Choose a smaller number.`,
  }),
  MemberSharesNoSuchWithdrawal: say(
    t`This withdrawal is not one of yours that still waits.`,
    t`Look at your withdrawals; it may be paid or cancelled already.`,
  ),
  MemberSharesQueueWaits: say(t`No withdrawal can be paid now.`, t`Wait until the notice of the first one has passed.`),
  MemberSharesSuspended: ([until]) => ({
    what: t`The board has suspended withdrawals.`,
    next: t`The queue goes on from ${whenTime(until)}; your place is kept.`,
  }),
  MemberSharesSuspensionOutOfBounds: ([, latest]) => ({
    what: t`A suspension must end in the future and within its limit.`,
    next: t`Choose an end by ${whenTime(latest)}.`,
  }),
  MemberSharesSuspendedLately: ([openUntil]) => ({
    what: t`Withdrawals must first be open as long as they were suspended.`,
    next: t`They can be suspended again from ${whenTime(openUntil)}.`,
  }),
  MemberSharesRecovering: say(
    t`The member's account is being replaced; nothing is paid out meanwhile.`,
    t`Try again when that is over.`,
  ),
  MemberSharesNothingDue: say(t`There is nothing to pay out.`, t`Nothing was changed.`),
  MemberSharesGasTooLow: say(
    t`Your wallet allowed too little work for paying this out safely.`,
    t`Try again and leave your wallet's settings as they are.`,
  ),
  MemberSharesRateOutOfBounds: say(t`The interest is above the cap.`, t`Choose a lower rate.`),
  MemberSharesInterestTooSoon: ([from]) => ({
    what: t`Interest is declared once a year.`,
    next: t`It can be declared again from ${whenTime(from)}.`,
  }),
  MemberSharesCutTooDeep: ([units, above]) => ({
    what: t`Only ${above} shares lie above members' minimum holdings; ${units} can not be written down.`,
    next: t`Choose a smaller number.`,
  }),
  MemberSharesUnderpaid: say(t`Not exactly the price of the shares arrived.`, t`Nothing was bought; try again.`),
  MemberSharesNotTransferable: say(
    t`Shares belong to their member and can not be given away.`,
    t`Nothing was changed.`,
  ),
};

// What can be refused where bonds buy machines and machines earn rent.
import { t } from "../../../books/say.ts";
import { formatDay } from "./format/time.ts";
import { clauseOf, DETOUR, say, type Words, whenTime } from "./sentences-words.ts";

/** By `Series.state` of IBondOffice.sol: the rest of "These bonds …". */
const SERIES = [
  t`do not exist`,
  t`still take bids`,
  t`are being handed out to those who bid`,
  t`run and bear interest`,
  t`did not raise enough, so every bid is handed back`,
  t`were repaid`,
  t`ended with their machine`,
];
/** By `MachineState` of IMachineRegister.sol. */
const MACHINES = [
  t`does not exist`,
  t`is ordered and not bought yet`,
  t`stands free`,
  t`is let`,
  t`is sold or gone`,
  t`was never bought`,
];

/** What the names of terms in BidBook, CouponSchedule, MachineAuctions and MachineRegister stand for. */
const TERMS: Record<string, string> = {
  highestRate: t`The highest rate is at most 15 % a year.`,
  lowestRate: t`The rates go in steps of a quarter of a per cent, at most 64 of them, from the lowest up.`,
  target: t`What the bonds are to raise is too little or too much.`,
  minimumBid: t`The least bid lies between nothing and all that is to be raised.`,
  closesAt: t`Bidding lasts a day at least, and ends before interest begins.`,
  amount: t`So much can not be offered at one rate.`,
  "issue date": t`The day on which interest begins is not a whole day of the calendar.`,
  anchor: t`The first coupon comes before interest begins, or its day is not a whole day of the calendar.`,
  maturity: t`The bonds end before their first coupon, or the day is not a whole day of the calendar.`,
  every: t`The time between two coupons is missing.`,
  dates: t`There would be more than 254 coupons.`,
  "distinct dates": t`Two coupons would fall on the same day.`,
  specification: t`What the machine is must be said.`,
  seller: t`The seller must be an account outside the co-op's own parts.`,
  price: t`The price is missing.`,
  contribution: t`The commons fund pays at most the price.`,
  rent: t`The rent is missing.`,
  rentPeriod: t`Rent is paid once in a day up to once in a year.`,
  periods: t`The number of rents is missing.`,
  upkeepShare: t`At most 30 % of the rent is for upkeep.`,
  grace: t`Rent may be late by a year at most.`,
  usefulLife: t`How long the machine lasts must be said.`,
  residual: t`What it is worth in the end is at most its price.`,
  lessee: t`Whoever asks for the machine must be an active member when the resolution is carried out.`,
  number: t`The co-op can have no more machines.`,
  floor: t`The least price is missing.`,
};

const termOf = (name: unknown): string => TERMS[clauseOf(name)] ?? t`One of its terms is out of bounds.`;

const outOfBounds: Words = ([name]) => ({ what: termOf(name), next: t`Bring it again with other terms.` });
const recovering = say(
  t`Another account asks to take over this membership; nothing is paid out meanwhile.`,
  t`Try again when that is decided. What is due stays.`,
);
const rate = (basisPoints: unknown): string => `${Number(basisPoints) / 100} %`;

export const COMMONS_SENTENCES: Record<string, Words> = {
  // Bonds
  BondOfficeWrongState: ([, state]) => ({
    what: t`These bonds ${SERIES[Number(state)] ?? t`are in another state`}.`,
    next: t`Look at their page for what can be done now.`,
  }),
  BondOfficeTermsOutOfBounds: outOfBounds,
  BondOfficeClosesAt: ([, closesAt]) => ({
    what: t`Bids are taken until ${whenTime(closesAt)}, and counted after that.`,
    next: t`Look at the page of these bonds for what can be done now.`,
  }),
  BondOfficeRateOutOfBounds: ([, lowest, highest]) => ({
    what: t`Rates lie between ${rate(lowest)} and ${rate(highest)} a year, in steps of a quarter of a per cent.`,
    next: t`Choose one of these.`,
  }),
  BondOfficeNotImproved: say(
    t`A bid can be improved, not taken back: offer more, or ask for a lower rate.`,
    t`Change the amount or the rate.`,
  ),
  BondOfficeBidTooSmall: say(t`This is less than the least that can be offered here.`, t`Offer more.`),
  BondOfficeMayNotHold: say(
    t`Bonds are for active members, and for members of co-ops that ours has recognised.`,
    t`Use the account that you were admitted with, or choose somebody else to send them to.`,
  ),
  BondOfficeAccountReplaced: say(
    t`This account is no longer its member's: another one took its place.`,
    t`Move what is there to the new account first; the page of the bonds offers it.`,
  ),
  BondOfficeRecovering: recovering,
  BondOfficeNothingToFollow: say(
    t`There is nothing to move: the account is still its member's.`,
    t`Nothing was changed.`,
  ),
  BondOfficeNothingDue: say(t`Nothing is due from these bonds at the moment.`, t`Look again after the next rent.`),
  BondOfficeDateOutOfBounds: say(
    t`Bonds can be repaid early on one of their coupon days, at least thirty days from now and before their last.`,
    t`Choose a later one.`,
  ),
  BondOfficeNotRedeemable: ([, , , date]) => ({
    what: t`Not all coupons and all of the principal are there yet, or the day has not come.`,
    next: t`They end on ${formatDay(Number(date))} at the earliest; what is missing comes from the rent.`,
  }),
  BondOfficeWindingUp: say(
    t`No new bids are taken: the co-op is winding up.`,
    t`What you have lent or bid stays yours.`,
  ),
  BondOfficeUnderpaid: say(t`Not all of the money arrived.`, t`Nothing was bid; try again.`),
  BondOfficeTooMuch: say(t`This is more than the principal still lacks.`, t`Enter a smaller amount.`),
  BondOfficeNoRegister: say(t`This is not the member register of a co-op.`, t`Ask the other co-op for its address.`),

  // Machines
  MachineWrongState: ([, state]) => ({
    what: t`This machine ${MACHINES[Number(state)] ?? t`is in another state`}.`,
    next: t`Look at its page for what can be done now.`,
  }),
  MachineTermsOutOfBounds: outOfBounds,
  MachineNotFunded: say(
    t`Its bonds have not raised the money yet.`,
    t`Wait until bidding is over and the bids are counted.`,
  ),
  MachineTooEarly: ([, from]) => ({
    what: t`The machine can still be bought.`,
    next: t`It can be called off from ${whenTime(from)}.`,
  }),
  MachineWindingUp: say(t`The co-op is winding up: nothing new begins.`, t`Nothing was changed.`),
  MachineUnderpaid: say(t`Not all of the money arrived.`, t`Nothing was recorded; try again.`),
  MachineNoDebt: say(t`This member owes no rent for this machine.`, t`Look at the machine's page for who does.`),
  MachineTooMuch: say(t`This is more rent than there is left to pay.`, t`Enter a smaller amount.`),
  MachineLeaseRuns: ([, until]) => ({
    what: t`The lease runs, and its rent is not late for longer than was agreed.`,
    next: t`It can be ended from ${whenTime(until)}, unless rent comes first.`,
  }),
  MachineNotLessee: say(t`Only the member who uses the machine can hand it back.`, t`Use that member's account.`),
  MachineInArrears: say(
    t`Rent is still owed, that of the running period included.`,
    t`Pay it first, then hand the machine back.`,
  ),
  MachineAuction: ([, kind, closesAt]) => {
    if (Number(kind) === 0) return { what: t`No auction is under way for this machine.`, next: t`Look at its page.` };
    return {
      what: t`An auction is under way; it takes bids until ${whenTime(closesAt)}.`,
      next: t`Bid before then, or settle it afterwards.`,
    };
  },
  MachineBidTooLow: say(
    t`A bid is at least the least price, and a hundredth above the best so far.`,
    t`Offer more; the page shows the least that counts.`,
  ),
  MachineMayNotBid: say(
    t`This auction is for members; those who owe rent, or whose use of services is suspended, do not bid for a lease.`,
    t`Pay what is owed first, or use the account that you were admitted with.`,
  ),
  MachineNothingDue: say(t`No deposit is held for this account.`, t`Nothing needs to be done.`),

  // Bonds and machines as tokens of their standards
  ERC1155InsufficientBalance: say(t`You do not hold so much of these bonds.`, t`Enter a smaller amount.`),
  ERC1155InvalidReceiver: say(t`This account can not receive bonds.`, t`Choose another one.`),
  ERC1155MissingApprovalForAll: say(t`Only the holder can send these bonds on.`, t`Use the holder's account.`),
  ERC1155InvalidApprover: DETOUR,
  ERC1155InvalidArrayLength: DETOUR,
  ERC1155InvalidOperator: DETOUR,
  ERC1155InvalidSender: DETOUR,
  ERC721NonexistentToken: say(t`There is no such machine.`, t`Go back to the list of machines.`),
  ERC721InvalidReceiver: say(t`This account can not have a machine.`, t`Choose another one.`),
  ERC721IncorrectOwner: say(t`The machine is not this account's.`, t`Use its owner's account.`),
  ERC721InsufficientApproval: say(t`The machine is not this account's.`, t`Use its owner's account.`),
  ERC721InvalidApprover: DETOUR,
  ERC721InvalidOperator: DETOUR,
  ERC721InvalidOwner: DETOUR,
  ERC721InvalidSender: DETOUR,
};

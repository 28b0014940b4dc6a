// What can be refused where bonds buy machines and machines earn rent.
import { formatDay } from "./format/time.ts";
import { clauseOf, DETOUR, say, type Words, whenTime } from "./sentences-words.ts";

/** By `Series.state` of IBondOffice.sol: the rest of "These bonds …". */
const SERIES = [
  "do not exist",
  "still take bids",
  "are being handed out to those who bid",
  "run and bear interest",
  "did not raise enough, so every bid is handed back",
  "were repaid",
  "ended with their machine",
];
/** By `MachineState` of IMachineRegister.sol. */
const MACHINES = [
  "does not exist",
  "is ordered and not bought yet",
  "stands free",
  "is let",
  "is sold or gone",
  "was never bought",
];

/** What the names of terms in BidBook, CouponSchedule, MachineAuctions and MachineRegister stand for. */
const TERMS: Record<string, string> = {
  highestRate: "The highest rate is at most 15 % a year.",
  lowestRate: "The rates go in steps of a quarter of a per cent, at most 64 of them, from the lowest up.",
  target: "What the bonds are to raise is too little or too much.",
  minimumBid: "The least bid lies between nothing and all that is to be raised.",
  closesAt: "Bidding lasts a day at least, and ends before interest begins.",
  amount: "So much can not be offered at one rate.",
  "issue date": "The day on which interest begins is not a whole day of the calendar.",
  anchor: "The first coupon comes before interest begins, or its day is not a whole day of the calendar.",
  maturity: "The bonds end before their first coupon, or the day is not a whole day of the calendar.",
  every: "The time between two coupons is missing.",
  dates: "There would be more than 254 coupons.",
  "distinct dates": "Two coupons would fall on the same day.",
  specification: "What the machine is must be said.",
  seller: "The seller must be an account outside the co-op's own parts.",
  price: "The price is missing.",
  contribution: "The commons fund pays at most the price.",
  rent: "The rent is missing.",
  rentPeriod: "Rent is paid once in a day up to once in a year.",
  periods: "The number of rents is missing.",
  upkeepShare: "At most 30 % of the rent is for upkeep.",
  grace: "Rent may be late by a year at most.",
  usefulLife: "How long the machine lasts must be said.",
  residual: "What it is worth in the end is at most its price.",
  lessee: "Whoever asks for the machine must be an active member when the resolution is carried out.",
  number: "The co-op can have no more machines.",
  floor: "The least price is missing.",
};

const termOf = (name: unknown): string => TERMS[clauseOf(name)] ?? "One of its terms is out of bounds.";

const outOfBounds: Words = ([name]) => ({ what: termOf(name), next: "Bring it again with other terms." });
const recovering = say(
  "Another account asks to take over this membership; nothing is paid out meanwhile.",
  "Try again when that is decided. What is due stays.",
);
const rate = (basisPoints: unknown): string => `${Number(basisPoints) / 100} %`;

export const COMMONS_SENTENCES: Record<string, Words> = {
  // Bonds
  BondOfficeWrongState: ([, state]) => ({
    what: `These bonds ${SERIES[Number(state)] ?? "are in another state"}.`,
    next: "Look at their page for what can be done now.",
  }),
  BondOfficeTermsOutOfBounds: outOfBounds,
  BondOfficeClosesAt: ([, closesAt]) => ({
    what: `Bids are taken until ${whenTime(closesAt)}, and counted after that.`,
    next: "Look at the page of these bonds for what can be done now.",
  }),
  BondOfficeRateOutOfBounds: ([, lowest, highest]) => ({
    what: `Rates lie between ${rate(lowest)} and ${rate(highest)} a year, in steps of a quarter of a per cent.`,
    next: "Choose one of these.",
  }),
  BondOfficeNotImproved: say(
    "A bid can be improved, not taken back: offer more, or ask for a lower rate.",
    "Change the amount or the rate.",
  ),
  BondOfficeBidTooSmall: say("This is less than the least that can be offered here.", "Offer more."),
  BondOfficeMayNotHold: say(
    "Bonds are for active members, and for members of co-ops that ours has recognised.",
    "Use the account that you were admitted with, or choose somebody else to send them to.",
  ),
  BondOfficeAccountReplaced: say(
    "This account is no longer its member's: another one took its place.",
    "Move what is there to the new account first; the page of the bonds offers it.",
  ),
  BondOfficeRecovering: recovering,
  BondOfficeNothingToFollow: say(
    "There is nothing to move: the account is still its member's.",
    "Nothing was changed.",
  ),
  BondOfficeNothingDue: say("Nothing is due from these bonds at the moment.", "Look again after the next rent."),
  BondOfficeDateOutOfBounds: say(
    "Bonds can be repaid early on one of their coupon days, at least thirty days from now and before their last.",
    "Choose a later one.",
  ),
  BondOfficeNotRedeemable: ([, , , date]) => ({
    what: "Not all coupons and all of the principal are there yet, or the day has not come.",
    next: `They end on ${formatDay(Number(date))} at the earliest; what is missing comes from the rent.`,
  }),
  BondOfficeWindingUp: say("No new bids are taken: the co-op is winding up.", "What you have lent or bid stays yours."),
  BondOfficeUnderpaid: say("Not all of the money arrived.", "Nothing was bid; try again."),
  BondOfficeTooMuch: say("This is more than the principal still lacks.", "Enter a smaller amount."),
  BondOfficeNoRegister: say("This is not the member register of a co-op.", "Ask the other co-op for its address."),

  // Machines
  MachineWrongState: ([, state]) => ({
    what: `This machine ${MACHINES[Number(state)] ?? "is in another state"}.`,
    next: "Look at its page for what can be done now.",
  }),
  MachineTermsOutOfBounds: outOfBounds,
  MachineNotFunded: say(
    "Its bonds have not raised the money yet.",
    "Wait until bidding is over and the bids are counted.",
  ),
  MachineTooEarly: ([, from]) => ({
    what: "The machine can still be bought.",
    next: `It can be called off from ${whenTime(from)}.`,
  }),
  MachineWindingUp: say("The co-op is winding up: nothing new begins.", "Nothing was changed."),
  MachineUnderpaid: say("Not all of the money arrived.", "Nothing was recorded; try again."),
  MachineNoDebt: say("This member owes no rent for this machine.", "Look at the machine's page for who does."),
  MachineTooMuch: say("This is more rent than there is left to pay.", "Enter a smaller amount."),
  MachineLeaseRuns: ([, until]) => ({
    what: "The lease runs, and its rent is not late for longer than was agreed.",
    next: `It can be ended from ${whenTime(until)}, unless rent comes first.`,
  }),
  MachineNotLessee: say("Only the member who uses the machine can hand it back.", "Use that member's account."),
  MachineInArrears: say(
    "Rent is still owed, that of the running period included.",
    "Pay it first, then hand the machine back.",
  ),
  MachineAuction: ([, kind, closesAt]) => {
    if (Number(kind) === 0) return { what: "No auction is under way for this machine.", next: "Look at its page." };
    return {
      what: `An auction is under way; it takes bids until ${whenTime(closesAt)}.`,
      next: "Bid before then, or settle it afterwards.",
    };
  },
  MachineBidTooLow: say(
    "A bid is at least the least price, and a hundredth above the best so far.",
    "Offer more; the page shows the least that counts.",
  ),
  MachineMayNotBid: say(
    "This auction is for members; those who owe rent, or whose use of services is suspended, do not bid for a lease.",
    "Pay what is owed first, or use the account that you were admitted with.",
  ),
  MachineNothingDue: say("No deposit is held for this account.", "Nothing needs to be done."),

  // Bonds and machines as tokens of their standards
  ERC1155InsufficientBalance: say("You do not hold so much of these bonds.", "Enter a smaller amount."),
  ERC1155InvalidReceiver: say("This account can not receive bonds.", "Choose another one."),
  ERC1155MissingApprovalForAll: say("Only the holder can send these bonds on.", "Use the holder's account."),
  ERC1155InvalidApprover: DETOUR,
  ERC1155InvalidArrayLength: DETOUR,
  ERC1155InvalidOperator: DETOUR,
  ERC1155InvalidSender: DETOUR,
  ERC721NonexistentToken: say("There is no such machine.", "Go back to the list of machines."),
  ERC721InvalidReceiver: say("This account can not have a machine.", "Choose another one."),
  ERC721IncorrectOwner: say("The machine is not this account's.", "Use its owner's account."),
  ERC721InsufficientApproval: say("The machine is not this account's.", "Use its owner's account."),
  ERC721InvalidApprover: DETOUR,
  ERC721InvalidOperator: DETOUR,
  ERC721InvalidOwner: DETOUR,
  ERC721InvalidSender: DETOUR,
};

// From ACTUS's terms to those of our bond office. It only translates: dates and amounts are the contracts' business.
import { type Contract, dateText, secondsOf } from "./bonds-file.ts";
import { decimalOf, type Fraction, fractionOf, isZero, times, wholeOf } from "./decimal.ts";

/** As SeriesTerms in IBondOffice. */
export type SeriesTerms = {
  plan: {
    issueDate: number;
    anchor: number;
    maturity: number;
    every: number;
    unit: number;
    longStub: boolean;
    endOfMonth: boolean;
    businessDays: number;
    dayCount: number;
  };
  closesAt: number;
  lowestRate: number;
  highestRate: number;
  minimumBid: bigint;
};

export type Bond = {
  contract: Contract;
  series: SeriesTerms;
  /** Smallest units of the settlement token. */
  principal: bigint;
  /** What the file adds to par at the first exchange: less than nothing is a discount. */
  premium: Fraction;
  /** 1 if the events are told by who lends, -1 by who borrows. */
  side: bigint;
};

/** Smallest units of the test euro in one. */
export const UNIT = 1_000_000n;
/** K2. */
const HIGHEST_RATE = 1_500n;
const LONGEST_CYCLE = 65_535;
const LARGEST_PRINCIPAL = 2n ** 95n - 1n;
const DAY = 86_400;

const DAY_COUNTS = ["A365", "A360", "30E360"];
const CONVENTIONS = ["NOS", "SCF", "SCMF", "SCP", "SCMP", "CSF", "CSMF", "CSP", "CSMP"];
const MONTHS_OF: Record<string, number> = { M: 1, Q: 3, H: 6, Y: 12 };
const DAYS_OF: Record<string, number> = { D: 1, W: 7 };

/** Terms that are translated, and those that change no date and no amount here. A rate multiplier only does where rates are reset. */
const READ = [
  ...["contractType", "contractRole", "statusDate", "initialExchangeDate", "maturityDate", "notionalPrincipal"],
  ...["nominalInterestRate", "cycleAnchorDateOfInterestPayment", "cycleOfInterestPayment", "dayCountConvention"],
  ...["endOfMonthConvention", "businessDayConvention", "calendar", "premiumDiscountAtIED", "accruedInterest"],
];
const SILENT = [
  ...["contractID", "contractDealDate", "currency", "settlementCurrency", "rateMultiplier", "counterpartyID"],
  ...["creatorID", "marketObjectCode", "seniority", "contractPerformance", "legalEntityIDRecordCreator"],
];

/** A contract that is no bond of ours, and the term that makes it none. */
export class NoSuchBond extends Error {
  override name = "NoSuchBond";
}

export function bondOf(contract: Contract): Bond {
  const { id, terms } = contract;
  const refuse = (name: string, because: string): never => {
    throw new NoSuchBond(`${id}: ${name} ${terms.get(name) ?? "is missing"}: ${because}.`);
  };
  const text = (name: string) => terms.get(name) ?? refuse(name, "the bond office needs it");
  const number = (name: string) => decimalOf(text(name)) ?? refuse(name, "it is not a number");
  const oneOf = (name: string, known: readonly string[], value = text(name)) => {
    const index = known.indexOf(value);
    return index < 0 ? refuse(name, `the bond office has ${known.join(", ")}`) : index;
  };
  const midnight = (name: string) => {
    const date = secondsOf(text(name)) ?? refuse(name, "it is not a date");
    return date % DAY === 0 ? date : refuse(name, "dates of bonds are midnight UTC");
  };

  const stranger = [...terms.keys()].find((name) => !READ.includes(name) && !SILENT.includes(name));
  if (stranger) refuse(stranger, "the bond office has no such term");
  oneOf("contractType", ["PAM"]);
  if (contract.observes) throw new NoSuchBond(`${id}: it depends on what is observed, and our bonds on nothing.`);
  if (terms.has("accruedInterest") && !isZero(number("accruedInterest"))) {
    refuse("accruedInterest", "interest of our bonds begins on the issue date");
  }

  const issueDate = midnight("initialExchangeDate");
  const status = terms.has("statusDate") ? (secondsOf(text("statusDate")) ?? 0) : 0;
  if (status > issueDate) refuse("statusDate", `the contract runs already, since ${dateText(issueDate)}`);
  const anchor = midnight("cycleAnchorDateOfInterestPayment");
  if (anchor < issueDate) refuse("cycleAnchorDateOfInterestPayment", "coupons are counted from the issue or later");
  const dayCount = oneOf("dayCountConvention", DAY_COUNTS);
  // Without a calendar every day is a business day.
  const moves = oneOf("calendar", ["NC", "MF"], terms.get("calendar") ?? "NC") === 1;
  const businessDays = oneOf("businessDayConvention", CONVENTIONS, terms.get("businessDayConvention") ?? "NOS");
  const rate = wholeOf(times(number("nominalInterestRate"), 10_000n));
  if (rate === undefined) return refuse("nominalInterestRate", "rates of bonds are whole basis points");
  if (rate < 0n || rate > HIGHEST_RATE) refuse("nominalInterestRate", "bonds bear from 0 to 15 % a year (K2)");
  const principal = wholeOf(times(number("notionalPrincipal"), UNIT));
  if (principal === undefined || principal <= 0n || principal > LARGEST_PRINCIPAL) {
    return refuse("notionalPrincipal", "it must be above nothing and below 2**95 millionths, in whole millionths");
  }

  return {
    contract,
    principal,
    premium: terms.has("premiumDiscountAtIED") ? number("premiumDiscountAtIED") : fractionOf(0n),
    side: oneOf("contractRole", ["RPA", "RPL"], terms.get("contractRole") ?? "RPA") === 0 ? 1n : -1n,
    series: {
      plan: {
        issueDate,
        anchor,
        maturity: midnight("maturityDate"),
        ...cycleOf(text("cycleOfInterestPayment"), (because) => refuse("cycleOfInterestPayment", because)),
        endOfMonth: oneOf("endOfMonthConvention", ["SD", "EOM"], terms.get("endOfMonthConvention") ?? "SD") === 1,
        businessDays: moves ? businessDays : 0,
        dayCount,
      },
      closesAt: issueDate,
      lowestRate: Number(rate),
      highestRate: Number(rate),
      minimumBid: principal,
    },
  };
}

/** "P2ML0": every two months, and what is left at the end joined to the last period; "L1": a period of its own. */
function cycleOf(text: string, refuse: (because: string) => never) {
  const [, count = "", period = "", stub] = /^P(\d+)([DWMQHY])L([01])$/.exec(text) ?? [];
  if (!stub) return refuse("it must be like P1ML0, with D, W, M, Q, H or Y, and 0 or 1 for a long or a short stub");
  const every = Number(count) * (MONTHS_OF[period] ?? DAYS_OF[period] ?? 0);
  if (every < 1 || every > LONGEST_CYCLE) return refuse(`a period has 1 to ${LONGEST_CYCLE} days or months`);
  return { every, unit: period in MONTHS_OF ? 1 : 0, longStub: stub === "0" };
}

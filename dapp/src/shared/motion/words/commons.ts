// What resolutions do with machines, bonds, budgets and what arrived unasked.

import { type Address, type Hex, zeroHash } from "viem";
import { fundSaid } from "../../../../../books/fund-names.ts";
import { COMMONS, MEMBER_INCOME } from "../../../../../books/funds.ts";
import { t } from "../../../../../books/say.ts";
import { nameIn, theMachine } from "../../commons/naming.ts";
import { DAY_COUNTS, everyCycle, everyPeriod } from "../../commons/terms.ts";
import { shortAddress } from "../../format/address.ts";
import { formatMoney } from "../../format/money.ts";
import { formatRate } from "../../format/rate.ts";
import { formatDay, formatMoment, formatSpan } from "../../format/time.ts";
import { amountOf, memberName, nameOf } from "../names.ts";
import { officeName } from "../offices.ts";
import { purposeIn } from "../purpose.ts";
import { type ActionContext, type Fact, type Words, words } from "./plain.ts";

type MachineTerms = {
  specification: Hex;
  seller: Address;
  price: bigint;
  contribution: bigint;
  rent: bigint;
  rentPeriod: number;
  periods: number;
  upkeepShare: number;
  grace: number;
  lessee: number;
  usefulLife: number;
  residual: bigint;
};
type SeriesTerms = {
  plan: { issueDate: number; maturity: number; every: number; unit: number; dayCount: number };
  closesAt: number;
  lowestRate: number;
  highestRate: number;
  minimumBid: bigint;
};
type Budget = readonly [role: bigint, fund: number, asset: Address, amount: bigint, until: number, memo: Hex];

const YEAR = 365 * 86_400;
const BEYOND = t`Also beyond what ordinary resolutions may part with.`;

const budget = (beyond: boolean): Words =>
  words(([role, fund, asset, amount, until, memo]: Budget, text, { settlement }) => ({
    sentence: t`Lets the ${officeName(Number(role))} pay up to ${amountOf(amount, asset, settlement)} out of the ${fundSaid(Number(fund))} until ${formatDay(Number(until))}.`,
    detail: [purposeOf(text, memo, "budget"), beyond && BEYOND].filter(Boolean).join(" "),
  }));

export const COMMONS_WORDS: Record<string, Words> = {
  "machines.order": words(([terms, series]: readonly [MachineTerms, SeriesTerms], text, context) => {
    const { coop, settlement } = context;
    const money = (amount: bigint) => formatMoney(amount, settlement);
    const described = purposeIn(text, terms.specification);
    const lessee = coop.members.get(Number(terms.lessee));
    return {
      sentence: t`Buys ${described ? `“${nameIn(described)}”` : t`a machine`} for ${money(terms.price)} from ${nameOf(terms.seller, coop)}, and lets it to ${lessee ? memberName(lessee, coop) : t`member ${terms.lessee}`} for ${money(terms.rent)} ${everyPeriod(Number(terms.rentPeriod))}.`,
      detail: described
        ? t`What it is: ${described}.`.replace(/\.\.$/, ".")
        : t`What it is stands in a document with the fingerprint ${terms.specification.slice(0, 10)}…; ask the proposer for it.`,
      account: terms.seller,
      facts: [...factsOfMachine(terms, money), ...factsOfSeries(terms, series, money)],
    };
  }),
  "machines.putUpForSale": words(([id, floor]: readonly [bigint, bigint], _, context) => ({
    sentence: t`Puts ${machine(id, context)} up for sale, for ${formatMoney(floor, context.settlement)} or more, to members first.`,
    detail: t`Its bonds are paid from what it brings and from nothing else: if that is less than they are owed, their holders bear it. What is left goes to the commons fund.`,
  })),
  "machines.writeOff": words(([id]: readonly [bigint], _, context) => ({
    sentence: t`Writes off ${machine(id, context)}: it brings nothing any more.`,
    detail: t`If its bonds are not repaid by then, their holders get what is set aside for them, and nothing else.`,
  })),
  "bonds.topUp": words(([id, amount]: readonly [bigint, bigint], _, context) => ({
    sentence: t`Sets ${formatMoney(amount, context.settlement)} from the commons fund aside to repay the bonds of ${machine(id, context)}.`,
    detail: t`It stays with these bonds, and more of the rent is left for all members.`,
  })),
  "bonds.announceRedemption": words(([id, index]: readonly [bigint, bigint], _, context) => {
    const date = context.commons?.series.get(Number(id))?.dates[Number(index)];
    return {
      sentence: t`Announces that the bonds of ${machine(id, context)} are repaid early, ${date === undefined ? t`on their coupon date No. ${index}` : t`on ${formatDay(date)}`}, at par.`,
      detail: t`All of the principal has to be there within seven days after that date; otherwise the bonds run on to their end.`,
    };
  }),
  "bonds.recognise": words(([register, recognised]: readonly [Address, boolean]) => ({
    sentence: recognised
      ? t`Lets members of the co-op whose member register is ${shortAddress(register)} bid for our bonds and hold them.`
      : t`No longer lets members of the co-op whose member register is ${shortAddress(register)} bid for our bonds or receive them.`,
    detail: recognised
      ? t`They lend and get interest; they get no vote here and no income. Check that the address is that co-op's.`
      : t`What they hold stays theirs, with its coupons and its repayment.`,
    account: register,
  })),
  "treasury.grantBudget": budget(false),
  "treasury.grantBudgetBeyond": budget(true),
  "treasury.post": words(
    ([fund, asset, amount, memo]: readonly [number, Address, bigint, Hex], text, { settlement }) => ({
      sentence: t`Books ${amountOf(amount, asset, settlement)} that arrived unasked to the ${fundSaid(Number(fund))}${Number(fund) === MEMBER_INCOME ? t`, shared at once by all members` : ""}.`,
      detail:
        Number(fund) === COMMONS && memo === zeroHash
          ? t`From there it can buy machines and help to repay their bonds.`
          : purposeOf(text, memo, "gift"),
    }),
  ),
  "treasury.listAsset": words(([asset, listed]: readonly [Address, boolean]) => ({
    sentence: listed
      ? t`Keeps a book from now on for another kind of money or goods, the token ${shortAddress(asset)}.`
      : t`Closes the book for the token ${shortAddress(asset)}, of which nothing is left.`,
    detail: listed
      ? t`It is counted in its own units and never valued in ours. Check that the address is the token that the text means.`
      : undefined,
    account: asset,
  })),
};

function machine(id: bigint, { coop, commons }: ActionContext): string {
  const found = commons?.machines.get(Number(id));
  return found ? theMachine(coop, found) : t`machine ${id}`;
}

function purposeOf(text: string, memo: Hex, what: string): string {
  if (memo === zeroHash) return t`No reason was attached to the ${what}.`;
  const purpose = purposeIn(text, memo);
  return purpose
    ? t`For: ${purpose}`
    : t`The reason is a document with the fingerprint ${memo.slice(0, 10)}…; ask the proposer for it.`;
}

type Money = (amount: bigint) => string;

function factsOfMachine(terms: MachineTerms, money: Money): Fact[] {
  const { price, contribution, rent, periods, upkeepShare, grace, usefulLife, residual } = terms;
  const fromBonds = price - contribution;
  const paying =
    fromBonds === 0n
      ? t`${money(contribution)} from the commons fund, and no bonds`
      : contribution === 0n
        ? t`${money(fromBonds)} from bonds, for which members bid`
        : t`${money(fromBonds)} from bonds, for which members bid, and ${money(contribution)} from the commons fund`;
  return [
    { name: t`Who pays`, says: paying },
    {
      name: t`Rent`,
      says: t`${periods} times, ${money(rent * BigInt(periods))} in all; ${Number(upkeepShare) / 100} % of each is for upkeep`,
    },
    {
      name: t`Late rent`,
      says:
        Number(grace) === 0
          ? t`Anyone can end the lease as soon as rent is late`
          : t`Anyone can end the lease when rent is ${formatSpan(Number(grace))} late`,
    },
    {
      name: t`In the books`,
      says: t`Written off evenly over ${yearsOf(Number(usefulLife))}, down to ${money(residual)}`,
    },
  ];
}

function factsOfSeries({ price, contribution }: MachineTerms, series: SeriesTerms, money: Money): Fact[] {
  if (price === contribution) return [];
  const { plan, closesAt, lowestRate, highestRate, minimumBid } = series;
  const [low, high] = [Number(lowestRate), Number(highestRate)];
  const rates = low === high ? t`at ${formatRate(low)} a year` : t`at ${formatRate(low)} to ${formatRate(high)} a year`;
  return [
    { name: t`Bids`, says: t`Until ${formatMoment(Number(closesAt))}, from ${money(minimumBid)}, ${rates}` },
    {
      name: t`Interest`,
      says: t`From ${formatDay(Number(plan.issueDate))}, paid ${everyCycle({ every: Number(plan.every), unit: Number(plan.unit) })} (${DAY_COUNTS[Number(plan.dayCount)]})`,
    },
    { name: t`Repaid`, says: t`On ${formatDay(Number(plan.maturity))}; a part of every rent is set aside for it` },
  ];
}

function yearsOf(seconds: number): string {
  const years = seconds / YEAR;
  if (!Number.isInteger(years)) return formatSpan(seconds);
  return years === 1 ? t`a year` : t`${years} years`;
}

// The calls that resolutions make, by the place of the module and the first four bytes: name, arguments, and what each argument
// is. Structs are written out, as the chain has them. test/books/calls.test.ts compares all of it with the contracts.
import { PLACE } from "../apply/founding.ts";
import { KIND_NAMES } from "../rules.ts";

/** What a word of an argument means to a reader. */
export type Meaning =
  | "account"
  | "asset"
  | "amount"
  | "money"
  | "fund"
  | "role"
  | "class"
  | "member"
  | "number"
  | "share"
  | "seconds"
  | "moment"
  | "yes"
  | "hash";

export type Parameter = readonly [name: string, meaning: Meaning];
/** Without parameters where an argument has no fixed length: such a call is shown as it is. */
export type KnownCall = { name: string; parameters?: readonly Parameter[] };

const PAYMENT = "fund:fund asset:asset to:account amount:amount memo:hash";
const BUDGET = "role:role fund:fund asset:asset amount:amount until:moment memo:hash";
const ADMISSION = "account:account class:class commitment:hash";
const MACHINE =
  "specification:hash seller:account price:money contribution:money rent:money rentPeriod:seconds periods:number upkeepShare:share grace:seconds lessee:member usefulLife:seconds residual:money";
const SERIES =
  "issueDate:moment anchor:moment maturity:moment every:number unit:number longStub:yes endOfMonth:yes businessDays:number dayCount:number closesAt:moment lowestRate:share highestRate:share minimumBid:money";
const OF_A_KIND =
  "notice:seconds period:seconds quorumNumber:number quorumShare:share threshold:share turnout:share delay:seconds window:seconds everyClass:yes";
const OF_VOTING =
  "byWeight:yes investorCap:share blockShare:share blockNumber:number secondersShare:share secondersNumber:number barredFor:seconds proxyLimit:number disposalShare:share";
const WEIGHTS = Array.from({ length: 8 }, (_, i) => `weights.${i}:share`);
const RULES = [
  ...KIND_NAMES.flatMap((kind) => OF_A_KIND.split(" ").map((parameter) => `${kind}.${parameter}`)),
  ...WEIGHTS,
  OF_VOTING,
].join(" ");

const {
  assembly,
  audits,
  authority,
  bonds,
  directory,
  machines,
  market,
  register,
  reserve,
  shares,
  surplus,
  treasury,
} = PLACE;

const TABLE: Record<number, Record<string, readonly [name: string, parameters?: string]>> = {
  [assembly]: {
    "0x68598bf9": ["minute", "matter:hash"],
    "0x1080f99b": ["setDaoURI"],
    "0xdf7fdb1e": ["setRules", RULES],
    "0x5edabc08": ["callOutside"],
  },
  [audits]: { "0x0eedbcb5": ["fileReport", "year:number report:hash"] },
  [authority]: {
    "0x1c7dbd2f": ["appoint", "role:role account:account until:moment"],
    "0xfcf5b96d": ["recall", "role:role account:account"],
  },
  [bonds]: {
    "0xa3c8bd15": ["announceRedemption", "series:number dateIndex:number"],
    "0x60f0f753": ["recognise", "register:account recognised:yes"],
    "0x0382effb": ["topUp", "series:number amount:money"],
  },
  [directory]: { "0x14cc5a85": ["replace"], "0xe476137b": ["windUp", ""], "0x4cbfd64c": ["statePurpose"] },
  [machines]: {
    "0x18226bf0": ["order", `${MACHINE} ${SERIES}`],
    "0xe734c728": ["putUpForSale", "machineId:number floor:money"],
    "0x9b3e2291": ["writeOff", "machineId:number"],
  },
  [market]: {
    "0xdb9a7ff5": [
      "setTerms",
      "fee:share commonsShare:share workShare:share window:seconds ruleWithin:seconds defaultAward:share speed:number membersOnly:yes",
    ],
  },
  [register]: {
    "0xcfaa966e": ["admit", ADMISSION],
    "0x88c9ed42": ["decideRecovery", "memberId:member newAccount:account grant:yes"],
    "0x061b6230": ["expel", "memberId:member grounds:hash"],
    "0x9c655530": ["readmit", ADMISSION],
    "0xe61f00d1": ["setTerms", "decideWithin:seconds suspensionLimit:seconds recoveryWait:seconds"],
  },
  [reserve]: {
    "0xdb022e2e": ["coverLoss", "certificateId:number amount:money"],
    "0x8dbca841": ["nameBody", "body:account"],
  },
  [shares]: {
    "0x2dfc1b59": ["setTerms", "notice:seconds suspensionLimit:seconds interestCap:share maximum:number"],
    "0xe38ad902": ["suspendWithdrawals", "until:moment reason:hash"],
    "0x2b160967": ["writeDown", "units:number certificateId:number"],
  },
  [surplus]: {
    "0x6a2d9ed4": ["declare", "period:number surplus:money interestRate:share"],
    "0x730f313e": ["setTerms", "period:seconds reserveShare:share communityShare:share inShares:share"],
  },
  [treasury]: {
    "0x27d3350d": ["pay", PAYMENT],
    "0xb82fd76a": ["dispose", PAYMENT],
    "0xa89ae3c5": ["post", "fund:fund asset:asset amount:amount memo:hash"],
    "0xca769ee1": ["grantBudget", BUDGET],
    "0xe8de6c94": ["grantBudgetBeyond", BUDGET],
    "0x26121c62": ["listAsset", "asset:account listed:yes"],
  },
};

export const PLACES_WITH_CALLS: readonly number[] = Object.keys(TABLE).map(Number);
export const selectorsAt = (place: number): readonly string[] => Object.keys(TABLE[place] ?? {});

export function knownCall(place: number, selector: string): KnownCall | undefined {
  const [name, parameters] = TABLE[place]?.[selector] ?? [];
  if (name === undefined) return undefined;
  if (parameters === undefined) return { name };
  const words = parameters === "" ? [] : parameters.split(" ");
  return { name, parameters: words.map((word) => word.split(":") as unknown as Parameter) };
}

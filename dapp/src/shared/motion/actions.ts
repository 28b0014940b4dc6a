// What a proposal would do, in plain words.
import { type Address, decodeFunctionData, type Hex, zeroHash } from "viem";
import type { Content, Coop, Member } from "../../../../books/coop.ts";
import { fundName } from "../../../../books/journal.ts";
import { ABI_OF } from "../chain/abis.ts";
import { MODULE_TITLES, type ModuleName } from "../chain/places.ts";
import type { Settlement } from "../chain/settlement.ts";
import { sameAddress, shortAddress } from "../format/address.ts";
import { formatMoney } from "../format/money.ts";
import { formatDay } from "../format/time.ts";
import { ENDED, memberOfClass } from "../format/words.ts";
import { groundsAreIn } from "./expulsion.ts";
import { officeName } from "./offices.ts";
import { purposeIn } from "./purpose.ts";

export type PlainAction = {
  sentence: string;
  /** What else a reader should know. */
  detail?: string;
  /** The whole address of a recipient, for checking. */
  account?: Address;
  /** A call that we have no words for. */
  unknown?: boolean;
  target: Address;
  data: Hex;
};

export type ActionContext = { coop: Coop; known: Map<string, ModuleName>; settlement: Settlement };

export function actionsOf(content: Content, context: ActionContext): PlainAction[] {
  return content.targets.map((target, i) => {
    const data = content.calldatas[i] ?? "0x";
    return { target, data, ...inPlainWords(target, data, content.description, context) };
  });
}

type Plain = Omit<PlainAction, "target" | "data">;
type Words = (args: readonly unknown[], description: string, context: ActionContext) => Plain;

/** Words for a call whose arguments the ABI has checked. */
const words = <Args extends readonly unknown[]>(
  write: (args: Args, description: string, context: ActionContext) => Plain,
): Words => write as unknown as Words;

function inPlainWords(target: Address, data: Hex, description: string, context: ActionContext): Plain {
  const module = moduleAt(target, context);
  if (!module) return unknownCall(`Calls ${shortAddress(target)}, which is not a part of this co-op.`);
  try {
    const call = decodeFunctionData({ abi: ABI_OF[module] as never, data }) as {
      functionName: string;
      args?: unknown[];
    };
    const known = WORDS[`${module}.${call.functionName}`];
    if (known) return known(call.args ?? [], description, context);
    return unknownCall(`Calls “${call.functionName}” of the ${MODULE_TITLES[module].toLowerCase()}.`);
  } catch {
    return unknownCall(`Calls something unknown of the ${MODULE_TITLES[module].toLowerCase()}.`);
  }
}

/** The directory lists all modules but itself. */
function moduleAt(target: Address, { known, coop: { directory } }: ActionContext): ModuleName | undefined {
  return directory && sameAddress(directory, target) ? "directory" : known.get(target.toLowerCase());
}

const unknownCall = (sentence: string): Plain => ({
  sentence,
  detail: "We have no plain words for this. Ask someone who can read the exact data below before you vote.",
  unknown: true,
});

const WORDS: Record<string, Words> = {
  "treasury.pay": words(
    ([fund, asset, to, amount, memo]: readonly [number, Address, Address, bigint, Hex], text, context) => ({
      sentence: `Pays ${amountOf(amount, asset, context)} from the ${fundName(Number(fund))} to ${nameOf(to, context.coop)}.`,
      detail: purposeLine(text, memo),
      account: to,
    }),
  ),
  "treasury.post": words(([asset, amount]: readonly [Address, bigint], _, context) => ({
    sentence: `Books ${amountOf(amount, asset, context)} that arrived unasked to the operating fund.`,
  })),
  "treasury.dispose": words(
    ([fund, asset, to, amount, memo]: readonly [number, Address, Address, bigint, Hex], text, context) => ({
      sentence: `Pays ${amountOf(amount, asset, context)} from the ${fundName(Number(fund))} to ${nameOf(to, context.coop)}, also beyond what ordinary resolutions may pay.`,
      detail: purposeLine(text, memo),
      account: to,
    }),
  ),
  "assembly.minute": words(() => ({ sentence: "Puts this text on record. No money moves and no rule changes." })),
  "assembly.setRules": words(() => ({
    sentence: "Replaces the rules by which the members decide.",
    detail: "The new figures are in the exact data; the text should name them.",
  })),
  "authority.appoint": words(([role, account, until]: readonly [bigint, Address, number], _, { coop }) => ({
    sentence: `Appoints ${nameOf(account, coop)} as ${officeName(Number(role))} until ${formatDay(until)}.`,
    account,
  })),
  "authority.recall": words(([role, account]: readonly [bigint, Address], _, { coop }) => ({
    sentence: `Recalls ${nameOf(account, coop)} as ${officeName(Number(role))} at once.`,
    account,
  })),
  "register.admit": words(([account, index]: readonly [Address, number], _, { coop }) => ({
    sentence: `Admits ${shortAddress(account)} as a member of the class ${coop.classes[index]?.name ?? index}.`,
    account,
  })),
  "register.expel": words(([id, grounds]: readonly [number, Hex], text, { coop }) => {
    const member = coop.members.get(Number(id));
    return {
      sentence: `Expels ${member ? memberName(member, coop) : `member ${id}`} at once. Their shares stay theirs.`,
      detail: groundsAreIn(text, grounds)
        ? "The grounds are in the text."
        : `The grounds are a document with the fingerprint ${grounds.slice(0, 10)}…; ask the proposer for it.`,
      account: member?.account,
    };
  }),
  "register.readmit": words(([account, index]: readonly [Address, number], _, { coop }) => ({
    sentence: `Admits ${nameOf(account, coop)} again, in the class ${coop.classes[index]?.name ?? index}.`,
    detail: "With a new member number; the old membership stays ended.",
    account,
  })),
  "directory.windUp": words(() => ({
    sentence: "Begins to wind the co-op up. It can not be taken back.",
    detail: "From then on nobody is admitted and no share is sold. Members go on voting on what is left to settle.",
  })),
  "assembly.setDaoURI": words(([uri]: readonly [string]) => ({
    sentence:
      uri === ""
        ? "Lets the co-op describe itself to the outside from its own records again."
        : `Says to the outside that the co-op describes itself at ${uri}.`,
  })),
  "directory.replace": words(([place, successor]: readonly [number, Address]) => ({
    sentence: `Replaces a part of the co-op itself (place ${place}) by ${shortAddress(successor)}.`,
    detail: "Whoever wrote the new part decides what it does: have it reviewed before you vote.",
    account: successor,
  })),
};

function purposeLine(description: string, memo: Hex): string | undefined {
  if (memo === zeroHash) return "No reason was attached to the payment.";
  const purpose = purposeIn(description, memo);
  return purpose
    ? `For: ${purpose}`
    : `The reason is a document with the fingerprint ${memo.slice(0, 10)}…; ask the proposer for it.`;
}

function amountOf(amount: bigint, asset: Address, { settlement }: ActionContext): string {
  if (sameAddress(asset, settlement.address)) return formatMoney(amount, settlement);
  return `${amount} of another token (${shortAddress(asset)})`;
}

/** "member 12 (driver)", a part of the co-op, or the ends of an outsider's address. */
export function nameOf(account: string, coop: Coop): string {
  const member = [...coop.members.values()].findLast((one) => sameAddress(one.account, account));
  return member ? memberName(member, coop) : `the outside account ${shortAddress(account)}`;
}

export function memberName({ id, class: index, status }: Member, coop: Coop): string {
  const className = memberOfClass(coop.classes[index]?.name ?? "member");
  return `member ${id} (${className}${ENDED[status] ?? ""})`;
}

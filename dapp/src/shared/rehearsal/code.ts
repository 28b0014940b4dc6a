// The code of an account, most often the Assembly's, for one `eth_call` in which it tries several calls in their order:
// rehearsal.yul, compiled.
import {
  type Address,
  concat,
  encodeAbiParameters,
  type Hex,
  hexToBigInt,
  size,
  slice,
  stringToHex,
  zeroAddress,
} from "viem";

/** What is tried: the call of a resolution, or a question before or after it. */
export type Call = { target: Address; value: bigint; data: Hex };
export type Answer = { well: boolean; data: Hex };

export const REHEARSAL: Hex =
  "0x682366a5e6a7a36327a560ba1b60003501605b57600060205b368110602357506000f35b90606090604080840135918284860182376000808483602089013589355af181523d60208201523d60008383013e3d01019201016018565b6000805260143860131901600c396000808051368280378136915af43d6000803e156085573d6000f35b3d6000fd";
const MARK = stringToHex("rehearsal", { size: 32 });
/** Where it stands meanwhile: an address that nobody has the key of. */
const STAGE: Address = "0x72656865617273616c0000000000000000000001";
/** A minimal clone (EIP-1167), before and after the address of its implementation. */
const [BEFORE, AFTER] = ["0x363d3d373d3d3d363d73", "0x5af43d82803e903d91602b57fd5bf3"] as const;
const CLONE = 45;
const DELEGATED = "0xef0100";

type Overrides = Record<Address, { code: Hex }>;

/** What has to stand where for the rehearsal: the account itself, with what it is at another address meanwhile. What a clone says of
 * itself behind its code stays there. */
export function stageOf(account: Address, code: Hex): Overrides {
  if (code === "0x") return { [account]: { code: concat([REHEARSAL, zeroAddress]) } };
  // A person's account that acts by the code of another (EIP-7702).
  if (code.startsWith(DELEGATED)) return { [account]: { code: concat([REHEARSAL, slice(code, 3)]) } };
  const isClone = code.startsWith(BEFORE) && size(code) >= CLONE && slice(code, 30, CLONE) === AFTER;
  if (!isClone) return { [account]: { code: concat([REHEARSAL, STAGE]) }, [STAGE]: { code } };
  const itself = size(code) > CLONE ? slice(code, CLONE) : "0x";
  return {
    [account]: { code: concat([BEFORE, STAGE, AFTER, itself]) },
    [STAGE]: { code: concat([REHEARSAL, slice(code, 10, 30)]) },
  };
}

const WORDS = [{ type: "address" }, { type: "uint256" }, { type: "uint256" }] as const;

export const written = (calls: readonly Call[]): Hex =>
  concat([
    MARK,
    ...calls.flatMap(({ target, value, data }) => [
      encodeAbiParameters(WORDS, [target, value, BigInt(size(data))]),
      data,
    ]),
  ]);

/** One answer a call. Throws when there are not as many. */
export function answersIn(data: Hex, count: number): Answer[] {
  const answers: Answer[] = [];
  let at = 0;
  while (answers.length < count) {
    const length = Number(hexToBigInt(slice(data, at + 32, at + 64, { strict: true })));
    const well = hexToBigInt(slice(data, at, at + 32)) === 1n;
    answers.push({ well, data: length === 0 ? "0x" : slice(data, at + 64, at + 64 + length, { strict: true }) });
    at += 64 + length;
  }
  if (at !== size(data)) throw new Error("More was answered than was asked.");
  return answers;
}

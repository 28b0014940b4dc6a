// What each claim would really bring, tried one after the other on the newest block; nothing is signed and nothing sent.
import { type Address, type Client, encodeFunctionData, hexToBigInt } from "viem";
import { tokenAbi } from "../../shared/chain/token.ts";
import { refusalOf, type Sentence, UNKNOWN } from "../../shared/errors.ts";
import type { Answer, Call as Tried } from "../../shared/rehearsal/code.ts";
import { alone, playTogether } from "../../shared/rehearsal/rehearse.ts";
import type { Claim } from "./claim.ts";

export type Amount = { gain: bigint; refused?: Sentence };
export type Amounts = {
  /** Whether the amounts were tried, or are those of the books because the node can not try. */
  tried: boolean;
  of: ReadonlyMap<string, Amount>;
};

export async function amountsOf(
  client: Client,
  { account, token }: { account: Address; token: Address },
  claims: readonly Claim[],
): Promise<Amounts> {
  const calls = claims.map(({ call: { address, ...call } }): Tried => {
    return { target: address, value: 0n, data: encodeFunctionData(call) };
  });
  const held = encodeFunctionData({ abi: tokenAbi, functionName: "balanceOf", args: [account] });
  const asked: Tried = { target: token, value: 0n, data: held };
  const played = await playTogether(client, {
    from: account,
    calls: [asked, ...calls.flatMap((call) => [call, asked])],
  });
  if (played) return { tried: true, of: differences(claims, played.answers) };
  const answers = await alone(client, { from: account, calls });
  return { tried: false, of: mapOf(claims, answers, ({ expected }) => expected) };
}

/** The money before each claim and after it stands between the answers. */
function differences(claims: readonly Claim[], answers: readonly Answer[]): Amounts["of"] {
  const held = (place: number) => hexToBigInt(answers[place]?.data ?? "0x0");
  const own = answers.filter((_, i) => i % 2 === 1);
  return mapOf(claims, own, (_, i) => held(2 * i + 2) - held(2 * i));
}

function mapOf(
  claims: readonly Claim[],
  answers: readonly Answer[],
  gainOf: (claim: Claim, place: number) => bigint,
): Amounts["of"] {
  return new Map(
    claims.map((claim, i): [string, Amount] => {
      const { well = false, data = "0x" } = answers[i] ?? {};
      return [claim.id, well ? { gain: gainOf(claim, i) } : { gain: 0n, refused: refusalOf(data) ?? UNKNOWN }];
    }),
  );
}

/** Steps with only those claims that bring at least a cent. */
export function payable<Step extends { claims: Claim[] }>(
  steps: readonly Step[],
  { of }: Amounts,
  cent: bigint,
): Step[] {
  return steps
    .map((step) => ({ ...step, claims: step.claims.filter(({ id }) => (of.get(id)?.gain ?? 0n) >= cent) }))
    .filter(({ claims }) => claims.length > 0);
}

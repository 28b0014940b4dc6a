// What the relay asks the Assembly about a vote: when it closes, and why a ballot would not count.
import type { Address } from "../../books/event.ts";
import type { ReceiptState } from "../../books/relay.ts";
import { assemblyWholeAbi, type Chain, revertOf, unreachable } from "../chain.ts";
import type { Kept, Paper } from "../paper.ts";
import { Refusal } from "../refusal.ts";

const PENDING = 0;
const ACTIVE = 1;

export const proposalOf = (matter: string): bigint => BigInt(matter.slice("vote:".length));

type Vote = "unknown" | "not-open" | "open" | "closed";

async function voteOf({ client }: Chain, assembly: Address, proposal: bigint): Promise<Vote> {
  const contract = { address: assembly, abi: assemblyWholeAbi } as const;
  try {
    const state = await client.readContract({ ...contract, functionName: "state", args: [proposal] });
    return state === PENDING ? "not-open" : state === ACTIVE ? "open" : "closed";
  } catch (error) {
    if (revertOf(error)) return "unknown";
    throw unreachable(error);
  }
}

/** The last second in which a ballot counts; undefined when there is no such vote. */
export async function deadlineOf(chain: Chain, { matter, target }: Paper): Promise<number | undefined> {
  const proposal = proposalOf(matter);
  if ((await voteOf(chain, target, proposal)) === "unknown") return undefined;
  const contract = { address: target, abi: assemblyWholeAbi } as const;
  return Number(await chain.client.readContract({ ...contract, functionName: "proposalDeadline", args: [proposal] }));
}

const REFUSALS: Record<Exclude<Vote, "open">, readonly [number, string, string]> = {
  unknown: [404, "no-such-vote", "There is no such vote in this co-op. Look the proposal up on the co-op's page."],
  "not-open": [409, "not-open", "This vote has not begun. Cast your ballot once it is open."],
  closed: [409, "closed", "This vote is closed, so no ballot counts any more."],
};

/** Why the Assembly would not count it. */
export async function whyNot(
  chain: Chain,
  { target, matter, voter }: Paper,
  seat: number,
  signed: () => Promise<boolean>,
): Promise<Refusal> {
  const proposal = proposalOf(matter);
  const vote = await voteOf(chain, target, proposal);
  if (vote !== "open") return new Refusal(...REFUSALS[vote]);
  if (seat === 0) {
    return new Refusal(
      403,
      "not-a-member",
      "The account is not an active member's, so its ballot would not count. See which account your wallet is on.",
    );
  }
  const contract = { address: target, abi: assemblyWholeAbi } as const;
  const voted = await chain.client
    .readContract({ ...contract, functionName: "hasVoted", args: [proposal, voter] })
    .catch((error) => {
      throw unreachable(error);
    });
  if (voted) {
    return new Refusal(
      409,
      "voted-already",
      "Your vote is on the chain already, and only you can change it there: vote directly, with a transaction of your own.",
    );
  }
  return (await signed()) ? notOnRoll() : notTheirs();
}

export const notTheirs = () =>
  new Refusal(
    422,
    "bad-signature",
    "This ballot was not signed by the account that it names, or not for this vote. See which account your wallet is on, and sign again.",
  );

const notOnRoll = () =>
  new Refusal(
    403,
    "not-on-roll",
    "You are not on the roll of this vote: it closed before you became a member, or the vote is about you.",
  );

const CHOICE = 7;
const BY_PROXY = 8;

/** What a closed vote has of each: this very position, another ballot of the member's own, or none. */
export function endedVotes({ client }: Chain, papers: readonly Kept[]): Promise<ReceiptState[]> {
  return Promise.all(
    papers.map(async ({ target, matter, seat, support }) => {
      const contract = { address: target, abi: assemblyWholeAbi } as const;
      const args = [proposalOf(matter), seat] as const;
      const said = await client.readContract({ ...contract, functionName: "ballotOf", args });
      if (said === 0 || said >= BY_PROXY) return "late";
      return (said & CHOICE) === support + 1 ? "counted" : "passed-over";
    }),
  );
}

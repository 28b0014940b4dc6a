// What the events add up to, beside what the contracts say.
import type { Client } from "viem";
import { readContract } from "viem/actions";
import { assemblyDeskAbi, memberRegisterAbi, memberSharesAbi, treasuryAbi } from "../../../../books/abi.ts";
import type { Coop } from "../../../../books/coop.ts";
import { fundName } from "../../../../books/fund-names.ts";
import { checkBalance, imbalanceOf, journalOf } from "../../../../books/journal.ts";
import { outcomeOf, tallyOf, VERDICTS } from "../../../../books/outcome.ts";
import { capitalised } from "../../../../books/words.ts";
import type { Head } from "../../shared/chain/reader.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { tokenAbi } from "../../shared/chain/token.ts";
import type { Modules } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { numberedProposals } from "../../shared/motion/numbering.ts";
import { textOf } from "../../shared/motion/text.ts";

export type Check = { about: string; detail?: string; fromEvents: string; fromContract: string; agrees: boolean };
export type Subject = { client: Client; coop: Coop; head: Head; modules: Modules; settlement: Settlement };

const compare = (about: string, fromEvents: string, fromContract: string, detail?: string): Check => ({
  about,
  detail,
  fromEvents,
  fromContract,
  agrees: fromEvents === fromContract,
});

/** All checks, at one block. */
export async function runChecks(subject: Subject): Promise<Check[]> {
  const lists = await Promise.all([checkMoney(subject), checkRoll(subject), checkShares(subject), checkVotes(subject)]);
  return lists.flat();
}

async function checkMoney({ client, coop, head, modules, settlement }: Subject): Promise<Check[]> {
  const at = { blockNumber: head.number };
  const asset = settlement.address;
  const key = asset.toLowerCase();
  const treasury = { address: modules.treasury, abi: treasuryAbi, ...at } as const;
  const money = (amount: bigint) => formatMoney(amount, settlement);
  const funds = await Promise.all(
    [...coop.funds.keys()].map(async (fund) => {
      const held = await readContract(client, { ...treasury, functionName: "balanceOf", args: [fund, asset] });
      return compare(capitalised(fundName(fund)), money(coop.funds.get(fund)?.get(key) ?? 0n), money(held));
    }),
  );
  const booked = await readContract(client, { ...treasury, functionName: "booked", args: [asset] });
  const held = await readContract(client, {
    address: asset,
    abi: tokenAbi,
    functionName: "balanceOf",
    args: [modules.treasury],
    ...at,
  });
  const entries = journalOf(coop.moves);
  const balances = checkBalance(entries);
  const loose = held > booked ? held - booked : 0n;
  return [
    ...funds,
    compare("All funds together", money(coop.booked.get(key) ?? 0n), money(booked)),
    compare(
      "Money the treasury really holds",
      money((coop.booked.get(key) ?? 0n) + loose),
      money(held),
      looseWords(loose, money),
    ),
    compare("Assets less liabilities and equity", money(imbalanceOf(balances, key)), money(0n), "double-entry journal"),
  ];
}

const looseWords = (loose: bigint, money: (amount: bigint) => string): string | undefined =>
  loose === 0n ? undefined : `${money(loose)} arrived unasked and is not booked`;

async function checkRoll({ client, coop, head, modules }: Subject): Promise<Check[]> {
  const rolls = await readContract(client, {
    address: modules.register,
    abi: memberRegisterAbi,
    functionName: "roll",
    blockNumber: head.number,
  });
  const active = [...coop.members.values()].filter(({ status }) => status === "active");
  return coop.classes.map(({ index, name }) => {
    const counted = active.filter((member) => member.class === index).length;
    return compare(`Members: ${name}`, String(counted), String(rolls[index]?.active ?? 0));
  });
}

async function checkShares({ client, coop, head, modules }: Subject): Promise<Check[]> {
  const issued = await readContract(client, {
    address: modules.shares,
    abi: memberSharesAbi,
    functionName: "totalSupply",
    blockNumber: head.number,
  });
  const held = [...coop.members.values()].reduce((sum, { units }) => sum + units, 0n);
  return [compare("Shares in issue", String(held), String(issued))];
}

async function checkVotes({ client, coop, head }: Subject): Promise<Check[]> {
  return Promise.all(
    numberedProposals(coop).map(async (proposal) => {
      const read = {
        address: proposal.assembly,
        abi: assemblyDeskAbi,
        args: [proposal.id],
        blockNumber: head.number,
      } as const;
      const [tally, outcome] = await Promise.all([
        readContract(client, { ...read, functionName: "tally" }),
        readContract(client, { ...read, functionName: "outcome" }),
      ]);
      const ours = tallyOf(coop, proposal).map(({ roll, votes }) => tallyWords(roll, votes));
      const theirs = tally.map(({ roll, votes }) => tallyWords(roll, votes));
      const soFar = head.timestamp <= proposal.voteEnd ? " so far" : "";
      return compare(
        `Votes on No. ${proposal.number}`,
        `${ours.join("; ")}: ${outcomeOf(coop, proposal).verdict}${soFar}`,
        `${theirs.join("; ")}: ${VERDICTS[outcome.verdict]}${soFar}`,
        textOf(proposal.description).title,
      );
    }),
  );
}

/** For, against, abstained and blocked, of a roll. */
const tallyWords = (roll: number, [against, inFavour, abstained, blocked]: readonly number[]): string =>
  `${inFavour}/${against}/${abstained}/${blocked} of ${roll}`;

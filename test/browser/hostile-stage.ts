// What somebody could put on chain to spoil a page: words without an end, letters that turn, amounts beyond all money, a co-op
// in which nothing has happened yet.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Abi,
  type Address,
  createPublicClient,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  http,
  maxUint256,
  parseEventLogs,
  zeroHash,
} from "viem";
import { hardhat } from "viem/chains";
import { assemblyAbi, assemblyDeskAbi, assemblyLobbyAbi, treasuryAbi } from "../../books/abi.ts";
import { charterFrom, TEMPLATES } from "../../books/charter/templates.ts";
import type { LivingCoop } from "../../scripts/demo/living-coop.ts";
import { BOARD, Outsider } from "../../scripts/demo/people.ts";
import { account, hashOf } from "../../scripts/demo/world.ts";
import { founder, Position } from "../../scripts/deploy/charter.ts";
import { foundCoop } from "../../scripts/deploy/found.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";

/** Turns what follows it around, in a page that lets it. */
const TURN = "\u202e";
const ENDLESS = "Wassergenossenschaftsversammlungseinladung".repeat(8);
const RIGHT_TO_LEFT = "הצעה להחליף את הצמיגים לפני החורף";
const MARKUP = "<h1>No</h1> <img src=x onerror=alert(1)> [vote](javascript:alert(1)) **bold**";
const TEXT = [ENDLESS, RIGHT_TO_LEFT, MARKUP, `- ${ENDLESS}\n- ${RIGHT_TO_LEFT}`, `| a | ${ENDLESS} |`].join("\n\n");
/** Two thousand letters. */
const REASON = `${RIGHT_TO_LEFT} ${TURN}${ENDLESS} ${MARKUP} `.padEnd(1_400, "why ").padEnd(2_000, "y");
const MOST_ACTIONS = 16;
const OPERATING_FUND = 1;

type Living = Pick<LivingCoop, "rpcUrl" | "world" | "pageUrl">;

/** Puts all of it on the chain behind the pages. Answers where the other co-op stands. */
export async function hostileWorld({ rpcUrl, world, pageUrl }: Living): Promise<Address> {
  const client = createPublicClient({ transport: http(rpcUrl) });
  const chain = { ...hardhat, id: await client.getChainId() };
  const wallet = (place: number) =>
    createWalletClient({ account: account(world, place), chain, transport: http(rpcUrl) });
  const { assembly, treasury } = world.coop;
  const send = async (place: number, to: Address, data: Hex) => {
    const hash = await wallet(place).sendTransaction({ to, data, gas: 15_000_000n });
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`The chain refused ${data.slice(0, 10)}.`);
    return receipt;
  };
  const minute = encodeFunctionData({
    abi: assemblyDeskAbi,
    functionName: "minute",
    args: [hashOf("nothing")],
  });
  const pays = Array.from({ length: MOST_ACTIONS }, (_, i) =>
    encodeFunctionData({
      abi: treasuryAbi,
      functionName: "pay",
      args: [OPERATING_FUND, world.euro, account(world, i), i === 0 ? maxUint256 : 10n ** BigInt(5 + 2 * i), zeroHash],
    }),
  );
  const [director = 0] = BOARD;
  const put = (functionName: "draft" | "propose", by: number, targets: Address[], calls: Hex[], text: string) =>
    send(
      by,
      assembly,
      encodeFunctionData({
        abi: [...assemblyAbi, ...assemblyDeskAbi] as Abi,
        functionName,
        args: [targets, calls.map(() => 0n), calls, text, ...(functionName === "draft" ? [0] : [])],
      }),
    );
  const proposed = await put("propose", director, [assembly], [minute], `${TURN}${ENDLESS}\n\n${TEXT}`);
  const [created] = parseEventLogs({ abi: assemblyAbi, eventName: "ProposalCreated", logs: proposed.logs });
  if (!created) throw new Error("No proposal was created.");
  for (const voter of [0, 1, 2]) {
    const args = [created.args.proposalId, Position.For, REASON] as const;
    await send(voter, assembly, encodeFunctionData({ abi: assemblyAbi, functionName: "castVoteWithReason", args }));
  }
  await put(
    "draft",
    0,
    pays.map(() => treasury),
    pays,
    `${ENDLESS}`,
  );
  await put("draft", 1, [assembly], [minute], "");
  const poll = [account(world, director), ENDLESS, [ENDLESS, RIGHT_TO_LEFT, MARKUP, "", "a", "b", "c"]] as const;
  await send(director, assembly, encodeFunctionData({ abi: assemblyLobbyAbi, functionName: "openPoll", args: poll }));
  return hostileCoop();

  /** A co-op of three founders in which nothing has happened, counting in money of eighteen decimals without a sign. */
  async function hostileCoop(): Promise<Address> {
    const file = join(repositoryRoot, "artifacts/contracts/mocks/WeirdToken.sol/WeirdToken.json");
    const { abi, bytecode } = JSON.parse(await readFile(file, "utf8")) as { abi: Abi; bytecode: Hex };
    const hash = await wallet(0).deployContract({ abi, bytecode, args: [`${TURN}${ENDLESS}`, 18] });
    const { contractAddress } = await client.waitForTransactionReceipt({ hash });
    if (!contractAddress) throw new Error("No token was deployed.");
    const [template] = TEMPLATES;
    if (!template) throw new Error("There is no template.");
    const charter = charterFrom(template, {
      name: ENDLESS.slice(0, 90),
      purpose: `${ENDLESS} ${TURN}${RIGHT_TO_LEFT} ${MARKUP}`.slice(0, 900),
      settlementToken: contractAddress,
      body: account(world, Outsider.foundation),
      decimals: 18,
      founders: [0, 1, 2].map((i) => founder(account(world, i), 0)),
      officers: [],
    });
    const classes = charter.classes.map(({ kind }) => ({ kind, name: ENDLESS.slice(0, 50) }));
    const shares = { ...charter.shares, par: 5n * 10n ** 28n };
    const { factory } = (await (await fetch(`${pageUrl}/coop.json`)).json()) as { factory: { address: Address } };
    const founded = await foundCoop(client as never, wallet(0) as never, factory.address, {
      ...charter,
      classes,
      shares,
    });
    return founded.directory;
  }
}

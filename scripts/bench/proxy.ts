// Gas of a proxy's vote with five principals: six ballots in one transaction.
import { encodeFunctionData, keccak256, toHex } from "viem";
import { assemblyDeskAbi } from "../../books/abi.ts";
import { ClassKind, Position, Topic } from "../deploy/charter.ts";
import { foundCoop } from "../deploy/found.ts";
import { type Bench, entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";
import { enter } from "./enter.ts";

const PRINCIPALS = 5;
/** A proxy may speak for a tenth of its class. */
const MEMBERS = 10 * PRINCIPALS;

/** One class, so that the limit reaches five; others have voted before, as in `vote.direct`. */
export async function measureProxy(bench: Bench) {
  const { viem, client, wallets, factory, gasOf } = bench;
  const charter = await benchCharter(bench, [ClassKind.Worker], 1);
  const coop = await foundCoop(client as never, entry(wallets, 0) as never, factory.address, charter);
  const assembly = await viem.getContractAt("Assembly", coop.assembly);
  const lobby = await viem.getContractAt("AssemblyLobby", coop.assembly);
  for (let i = 1; i < MEMBERS; i++) await enter(bench, coop.register, i, 0);

  const proxy = entry(wallets, 10).account;
  for (const { account } of wallets.slice(11, 11 + PRINCIPALS)) {
    await lobby.write.nameProxy([Topic.General, proxy.address], { account });
    await lobby.write.acceptProxy([Topic.General, account.address], { account: proxy });
  }
  const text = "A matter on which five have a proxy";
  const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args: [keccak256(toHex(text))] });
  await assembly.write.propose([[coop.assembly], [0n], [data], text]);
  const id = await assembly.read.getProposalId([[coop.assembly], [0n], [data], keccak256(toHex(text))]);
  for (const { account } of wallets.slice(0, 2)) await assembly.write.castVote([id, Position.Against], { account });
  return gasOf(assembly.write.castVote([id, Position.For], { account: proxy }));
}

// A resolution tried out before it is carried out: together, on top of each other; alone, where a node can do no more.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import {
  type Abi,
  type Address,
  type Client,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  zeroHash,
} from "viem";
import { assemblyDeskAbi, treasuryAbi } from "../../books/abi.ts";
import { refusalOf } from "../../dapp/src/shared/errors.ts";
import { answersIn, type Call, REHEARSAL } from "../../dapp/src/shared/rehearsal/code.ts";
import { movedBetween } from "../../dapp/src/shared/rehearsal/looks.ts";
import { playTogether, rehearse } from "../../dapp/src/shared/rehearsal/rehearse.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { Fund, PAYER, withPayer } from "../commons/setting.ts";
import { type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { account, addressOf } from "../helpers/motions.ts";

const solc = createRequire(import.meta.url)("solc") as { compile: (input: string) => string };
const FOLDER = join(repositoryRoot, "dapp", "src", "shared", "rehearsal");
const SOMEBODY = 50;

describe("Trying a resolution out", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await withPayer(chain, coop);
    const deposit = [Fund.Operating, chain.euro.address, 1_000n, zeroHash] as const;
    await coop.treasuryContract.write.deposit(deposit, { account: account(chain, PAYER) });
    return { chain, coop, client: chain.client as unknown as Client };
  });
  let chain: Chain;
  let coop: Coop;
  let client: Client;
  beforeEach(() => {
    ({ chain, coop, client } = given());
  });

  const dispose = (amount: bigint, fund: number = Fund.Operating): Call => ({
    target: coop.treasury,
    value: 0n,
    data: encodeFunctionData({
      abi: treasuryAbi,
      functionName: "dispose",
      args: [fund, chain.euro.address, addressOf(chain, SOMEBODY), amount, zeroHash],
    }),
  });
  const holds = (fund: number): Call => ({
    target: coop.treasury,
    value: 0n,
    data: encodeFunctionData({ abi: treasuryAbi, functionName: "balanceOf", args: [fund, chain.euro.address] }),
  });
  const trying = async (calls: readonly Call[], node: Client = client, questions = [holds(Fund.Operating)]) =>
    rehearse(node, {
      ...{ assembly: coop.assembly, calls, questions },
      block: BigInt((await client.request({ method: "eth_blockNumber" })) as Hex),
    });

  it("the code that stands in for the Assembly is what its source says", () => {
    const source = readFileSync(join(FOLDER, "rehearsal.yul"), "utf8");
    const settings = {
      ...{ optimizer: { enabled: true, details: { yul: true } }, evmVersion: "paris" },
      outputSelection: { "*": { "*": ["evm.bytecode.object"] } },
    };
    const input = { language: "Yul", sources: { "rehearsal.yul": { content: source } }, settings };
    const { contracts } = JSON.parse(solc.compile(JSON.stringify(input)));
    expect(`0x${contracts["rehearsal.yul"].Rehearsal.evm.bytecode.object}`).to.equal(REHEARSAL);
  });

  it("says that it would go through, and what would move, and changes nothing", async () => {
    const { together, answers, before = [], after = [] } = await trying([dispose(300n)]);
    expect(together).to.equal(true);
    expect(answers.map(({ well }) => well)).to.deep.equal([true]);
    const looks = [{ name: "operating fund", call: holds(Fund.Operating) }];
    expect(movedBetween(looks, before, after)).to.deep.equal([{ name: "operating fund", before: 1_000n, after: 700n }]);
    expect(await coop.treasuryContract.read.balanceOf([Fund.Operating, chain.euro.address])).to.equal(1_000n);
  });

  it("tries each action on top of the one before: two that could each go alone do not go together", async () => {
    const { together, answers, after } = await trying([dispose(600n), dispose(600n), dispose(1n)]);
    expect(together).to.equal(true);
    expect(answers.map(({ well }) => well)).to.deep.equal([true, false]);
    expect(after).to.equal(undefined);
    expect(refusalOf(answers[1]?.data ?? "0x")?.what).to.match(/fund/i);
  });

  it("leaves the Assembly what it is: modules that ask it, and actions on itself, find it", async () => {
    const uri = "https://coop.example";
    const data = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "setDaoURI", args: [uri] });
    const asked = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "daoURI" });
    const call = { target: coop.assembly, value: 0n, data };
    const { together, answers, after } = await trying([call], client, [{ ...call, data: asked }]);
    expect([together, answers[0]?.well]).to.deep.equal([true, true]);
    const said = after?.[0]?.data ?? "0x";
    expect(decodeFunctionResult({ abi: assemblyDeskAbi, functionName: "daoURI", data: said })).to.equal(uri);
  });

  it("asks each action alone where the node can not put another code in its place, and says so", async () => {
    const plain = without(client, ([, , overrides]) => overrides === undefined);
    const { together, answers, before } = await trying([dispose(600n), dispose(600n)], plain);
    expect(together).to.equal(false);
    expect(answers.map(({ well }) => well)).to.deep.equal([true, true]);
    expect(before).to.equal(undefined);
    const refused = await trying([dispose(1_001n)], plain);
    expect(refusalOf(refused.answers[0]?.data ?? "0x")?.what).to.match(/fund/i);
  });

  it("does not take silence for a refusal, and asks the silent once", async () => {
    let asked = 0;
    const request = async () => {
      asked += 1;
      throw Object.assign(new Error("gone"), { name: "TimeoutError" });
    };
    const said = await trying([dispose(1n)], { request } as unknown as Client).catch((error: Error) => error.message);
    expect([said, asked]).to.deep.equal(["gone", 1]);
  });

  it("reads what a node tells that plays whole blocks, and what it would record", async () => {
    const log = { address: coop.treasury as Address, topics: [zeroHash], data: "0x" as Hex };
    const played = (status: Hex, logs: unknown[] = []) => ({ status, returnData: "0x", logs });
    const node = (calls: unknown[]) => ({ request: async () => [{ calls }] }) as unknown as Client;
    const well = await trying([dispose(1n)], node([played("0x1"), played("0x1", [log]), played("0x1")]));
    expect(well.logs).to.deep.equal([log]);
    const error = { code: 3, data: "0x1234" };
    const refused = await trying([dispose(1n)], node([played("0x1"), { ...played("0x0"), error }, played("0x1")]));
    expect(refused.answers).to.deep.equal([{ well: false, data: "0x1234" }]);
  });

  it("tries the calls of a person's account too, whatever it is: by its key alone, by code of another, by code of its own", async () => {
    const from = addressOf(chain, SOMEBODY);
    const token = { address: chain.euro.address, abi: chain.euro.abi } as const;
    await chain.euro.write.mint([from, 100n]);
    const say = (functionName: "approve" | "transfer" | "balanceOf", args: readonly unknown[]): Call => ({
      ...{ target: token.address, value: 0n },
      data: encodeFunctionData({ abi: token.abi as Abi, functionName, args }),
    });
    const to = coop.treasury;
    const calls = [say("transfer", [to, 60n]), say("transfer", [to, 60n]), say("balanceOf", [from])];
    const another = `0xef0100${"00".repeat(19)}04` as const;
    for (const code of ["0x", another, "0x60006000fd"] as const) {
      await client.request({ method: "hardhat_setCode" as never, params: [from, code] as never });
      const played = await playTogether(client, { from, calls });
      expect(played?.answers.map(({ well }) => well)).to.deep.equal([true, false, true]);
      expect(BigInt(played?.answers[2]?.data ?? "0x0")).to.equal(40n);
    }
    expect(await chain.euro.read.balanceOf([from])).to.equal(100n);
  });

  it("reads no more answers than there are", () => {
    expect(() => answersIn(`0x${"00".repeat(64)}ff`, 1)).to.throw("More was answered");
  });
});

/** The same node, refusing what `allows` does not let through. */
function without(client: Client, allows: (params: readonly unknown[]) => boolean): Client {
  const request = async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
    if (method === "eth_simulateV1") throw new Error("the method does not exist");
    if (method === "eth_call" && !allows(params ?? [])) throw new Error("too many arguments");
    return client.request({ method: method as never, params: params as never });
  };
  return { request } as unknown as Client;
}

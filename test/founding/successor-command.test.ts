// npm run successor: what it prints is what the members decide on, and what it cannot make sense of it says.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Address, decodeFunctionData } from "viem";
import { assemblyDeskAbi } from "../../books/abi.ts";
import { defaultMarket, Kind, Place } from "../../scripts/deploy/charter.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";
import { serveRpc } from "../audit/rpc-proxy.ts";
import { type Chain, type Coop, coopWith } from "../helpers/coop.ts";
import { asAssembly } from "../helpers/motions.ts";
import { secondEdition } from "../scenarios/replaced-market.ts";

type Said = { code: number; out: string; err: string };
const TERMS = [defaultMarket];

describe("npm run successor", function () {
  this.timeout(60_000);
  let chain: Chain;
  let coop: Coop;
  let code: Address;
  let rpc: Awaited<ReturnType<typeof serveRpc>>;
  let folder: string;
  before(async () => {
    ({ chain, coop } = await coopWith());
    code = await secondEdition(chain);
    rpc = await serveRpc(chain.connection.provider);
    folder = mkdtempSync(join(tmpdir(), "successor-"));
  });
  after(async () => {
    await rpc.close();
    rmSync(folder, { recursive: true });
  });

  const fileOf = (text: string): string => {
    const path = join(folder, "terms.json");
    writeFileSync(path, text);
    return path;
  };
  /** The command itself; `over` replaces words of one that is in order. */
  const run = (over: Record<string, string> = {}, file = fileOf(JSON.stringify(TERMS))): Promise<Said> => {
    const words = { rpc: rpc.url, coop: coop.directory, at: "market", code, with: file, ...over };
    const list = Object.entries(words).flatMap(([name, word]) => [`--${name}`, word]);
    const { INIT_CWD: _, ...env } = process.env;
    return new Promise((done) => {
      execFile(process.execPath, ["scripts/successor.ts", ...list], { cwd: repositoryRoot, env }, (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  };

  it("prints the draft that a member brings, and the address at which the successor then stands", async () => {
    const { code: exit, out, err } = await run({ text: "A market with a window of a week" });
    expect(exit, err).to.equal(0);
    const told = JSON.parse(out);
    expect(told.predecessor.toLowerCase()).to.equal(coop.market.toLowerCase());
    expect(told.draft.target.toLowerCase()).to.equal(coop.assembly.toLowerCase());
    const { functionName, args } = decodeFunctionData({ abi: assemblyDeskAbi, data: told.draft.data });
    expect([functionName, args]).to.deep.equal([
      "draft",
      [[told.action.target], [0n], [told.action.data], "A market with a window of a week", Kind.Constitutional],
    ]);
    const { account } = await asAssembly(chain, coop);
    await chain.wallets[0]?.sendTransaction({ to: told.action.target, data: told.action.data, account } as never);
    expect(await coop.directoryContract.read.moduleAt([Place.Market])).to.equal(told.address);
  });

  const USAGE = /^Usage: npm run successor -- .*\nPLACE is one of authority, board, /m;
  const refusals: Record<string, [over: () => Record<string, string>, said: RegExp, file?: string]> = {
    "a place whose module is never replaced": [() => ({ at: "reserve" }), USAGE],
    "an address that is none": [() => ({ code: "0x12" }), USAGE],
    "a word that it does not know": [() => ({ cope: "0x12" }), /^Unknown option '--cope'.*\nUsage: /],
    "a file that is not there": [() => ({ with: "none.json" }), /none\.json can not be read as JSON \(ENOENT/],
    "a file that is no JSON": [() => ({}), /terms\.json can not be read as JSON \(/, "[{"],
    "terms without their list": [() => ({}), /terms\.json is no list: write the arguments/, "{}"],
    "arguments that do not fit": [() => ({}), /terms\.json is not what initialize of market takes \(/, "[1, 2]"],
    "code that there is not": [
      () => ({ code: "0x1000000000000000000000000000000000000001" }),
      /^There is no code of its own at 0x1000/,
    ],
    "an address without a co-op": [() => ({ coop: code }), /^There is no co-op at 0x\w+: name its directory\./],
    "a node that does not answer": [() => ({ rpc: "http://127.0.0.1:1" }), /^No chain answers \(.*\): start the node/],
  };
  for (const [what, [over, said, file]] of Object.entries(refusals)) {
    it(`refuses ${what}`, async () => {
      const { code: exit, out, err } = await run(over(), file === undefined ? undefined : fileOf(file));
      expect([exit, out]).to.deep.equal([1, ""]);
      expect(err).to.match(said);
    });
  }
});

// npm run found: from a file to a co-op, whatever happens on the way.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Address } from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { coopFactoryAbi } from "../../books/abi.ts";
import { parseCoopFile } from "../../dapp/src/shared/config/coopFile.ts";
import { readArguments } from "../../scripts/found/arguments.ts";
import { Failure } from "../../scripts/lib/failure.ts";
import { serveRpc } from "../audit/rpc-proxy.ts";
import { freshChain } from "../helpers/coop.ts";
import { addressOf, foundStage, run, type Stage } from "./found-stage.ts";

const WORKERS = "worker-co-op.json";
const IN_FULL = "ride-co-op-in-full.json";
const SEPOLIA = 11_155_111;
/** Nobody listens there. */
const NOBODY = "http://127.0.0.1:1";

describe("npm run found", function () {
  this.timeout(120_000);
  let stage: Stage;
  beforeEach(async () => {
    stage = await foundStage();
  });
  afterEach(() => stage.end());

  const transactions = async () => {
    const client = await stage.chain.connection.viem.getPublicClient();
    const [wallet] = await stage.chain.connection.viem.getWalletClients();
    return client.getTransactionCount({ address: wallet?.account.address as Address });
  };

  it("deploys, founds, prints the addresses and writes coop.json; run again it finds all of it standing", async () => {
    const out = join(stage.folder, "site");
    const first = await stage.run(stage.charter(WORKERS), "--out", out);
    expect(first.code, first.err).to.equal(0);
    expect(first.out).to.match(/Founding takes [\d,]+ gas: 0\.\d+ of the chain's coin at [\d.]+ gwei\./);
    expect(first.out).to.match(/"Kiel Bicycle Couriers" is founded in block \d+/);
    const directory = addressOf("directory", first.out);
    const file = parseCoopFile(readFileSync(join(out, "coop.json"), "utf8"));
    if ("missing" in file) throw new Error(file.missing);
    expect(file.found).to.include({ directory, name: "Kiel Bicycle Couriers", chainId: 31_337, local: false });
    expect(file.found.rpcUrl).to.equal(stage.chain.rpcUrl);

    const sent = await transactions();
    const again = await stage.run(stage.charter(WORKERS), "--out", out);
    expect(again.code, again.err).to.equal(0);
    expect(again.out).to.contain('"Kiel Bicycle Couriers" stands already:').and.not.contain("deployed ");
    expect(addressOf("directory", again.out)).to.equal(directory);
    expect(await transactions()).to.equal(sent);
    expect(parseCoopFile(readFileSync(join(out, "coop.json"), "utf8"))).to.deep.equal(file);

    const other = await stage.run(stage.charter(IN_FULL));
    expect(other).to.include({ code: 1, out: "" });
    expect(other.err).to.contain('has founded "Kiel Bicycle Couriers" before: choose another number.');
    const second = await stage.run(stage.charter(IN_FULL), "--salt", "1");
    expect(second.code, second.err).to.equal(0);
    expect(addressOf("factory", second.out)).to.equal(addressOf("factory", first.out));
    expect(addressOf("directory", second.out)).to.not.equal(directory);
    expect(await transactions()).to.equal(sent + 1);
  });

  it("names every problem of a file with its place, and sends nothing", async () => {
    const sent = await transactions();
    const form = await stage.run(stage.charter(WORKERS, (file) => Object.assign(file, { purpse: "", body: "0x1" })));
    expect(form).to.include({ code: 1, out: "" });
    expect(form.err)
      .to.contain('  purpse: "purpse" is not known here. The nearest known key is "purpose".\n')
      .and.contain('  body: "0x1" is not an address');
    const chain = await stage.run(
      stage.charter(WORKERS, (file) => {
        file.settlementToken = "0x1000000000000000000000000000000000000001";
        file.body = "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
      }),
    );
    expect(chain.err)
      .to.contain("  settlementToken: At 0x1000000000000000000000000000000000000001 is no token on chain 31337")
      .and.contain("  body: 0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266 has a wrong digit");
    const law = await stage.run(
      stage.charter(WORKERS, (file) => {
        file.decisions = { ordinary: { noticeDays: 1 }, constitutional: { noticeDays: 3 } };
        file.market = { fee: "30 %" };
      }),
    );
    expect(law.err)
      .to.match(/^ {2}decisions\.ordinary\.notice: \w.+ \(V1\)$/m)
      .and.match(/^ {2}decisions\.constitutional\.notice: \w.+ \(V6\)$/m)
      .and.match(/^ {2}market\.fee: \w.+ \(J1\)$/m);
    expect((await stage.run(join(stage.folder, "none.json"))).err).to.match(
      /^The charter can not be read from .* \(ENOENT\)/,
    );
    expect(await transactions()).to.equal(sent);
  });

  it("says the contract's own sentence when the factory refuses, before anything is paid for", async () => {
    const { code, out, err } = await stage.run(stage.charter(WORKERS), "--dry-run");
    expect(code, err).to.equal(0);
    expect(out).to.contain("The charter is in order.").and.contain("not on this chain yet");
    expect(await transactions()).to.equal(1);
    const founded = await stage.run(stage.charter(WORKERS));
    const sent = await transactions();
    const client = await stage.chain.connection.viem.getPublicClient();
    const [wallet] = await stage.chain.connection.viem.getWalletClients();
    const factory = addressOf("factory", founded.out);
    const args = [wallet?.account.address as Address, `0x${"7".padStart(64, "0")}`] as const;
    const body = await client.readContract({ address: factory, abi: coopFactoryAbi, functionName: "predict", args });
    const refused = await stage.run(
      stage.charter(WORKERS, (file) => Object.assign(file, { body })),
      "--salt",
      "7",
    );
    expect(refused).to.include({ code: 1, out: "" });
    expect(refused.err).to.match(/^The factory refuses this charter\. \w.+\. \w.+\.\n$/);
    expect(refused.err).not.to.contain("not one we know");

    const dry = await stage.run(stage.charter(WORKERS), "--salt", "7", "--dry-run");
    expect(dry.out).to.contain("Founding takes").and.contain("A dry run founds nothing.");
    expect(await transactions()).to.equal(sent);
  });

  it("goes on where it was killed, and pays for nothing twice", async () => {
    const killed = stage.start(stage.charter(WORKERS));
    await new Promise<void>((seen) =>
      killed.stdout?.on("data", () => killed.said().includes("deployed Leaving") && seen()),
    );
    killed.kill("SIGKILL");
    await new Promise((ended) => killed.once("close", ended));
    expect(killed.said()).not.to.contain("deployed Assembly\n");
    const { code, out, err } = await stage.run(stage.charter(WORKERS));
    expect(code, err).to.equal(0);
    expect(out).to.contain("deployed CoopFactory").and.not.contain("deployed Kinds");
    const libraries = new Set([...`${killed.said()}${out}`.matchAll(/deployed (\w+)/g)].map(([, name]) => name));
    // The euro, one transaction for each contract, and the founding.
    expect(await transactions()).to.equal(1 + libraries.size + 1);
  });

  it("hands in the founders beyond twelve, also when it ended between the two calls", async () => {
    const founders = Array.from({ length: 15 }, (_, i) => ({
      account: `0x3${String(i).padStart(39, "0")}`,
      class: "Workers",
    }));
    const path = stage.charter(WORKERS, (file) => Object.assign(file, { founders, officers: [] }));
    // The founding is let through, the call after it is not.
    let sent = 0;
    const rpc = await serveRpc(stage.chain.connection.provider, async (method, result, params) => {
      const [{ to }] = [(params[0] ?? {}) as { to?: string }];
      if (method === "eth_sendTransaction" && to && ++sent === 1) await rpc.close();
      return result;
    });
    expect((await stage.run(path, "--rpc", rpc.url)).code).to.equal(1);
    const { code, out, err } = await stage.run(path);
    expect(code, err).to.equal(0);
    expect(out).to.match(/^3 more founders are admitted, for [\d,]+ gas\.\n"Kiel Bicycle Couriers" stands already:/m);
    expect((await stage.run(path)).out).not.to.contain("more founders");
  });

  it("says that the node is gone, and goes on when it is back", async () => {
    expect((await run([stage.charter(WORKERS), "--rpc", NOBODY])).err).to.match(
      /^No chain answers at http:\/\/127\.0\.0\.1:1 /,
    );
    let left = 12;
    const rpc = await serveRpc(stage.chain.connection.provider, async (method, result) => {
      if (method === "eth_sendTransaction" && --left === 0) await rpc.close();
      return result;
    });
    const gone = await stage.run(stage.charter(WORKERS), "--rpc", rpc.url);
    expect(gone.code).to.equal(1);
    expect(gone.err).to.match(/^The node stopped answering \(.*run the same command again once it is back\.\n$/s);
    const { code, out, err } = await stage.run(stage.charter(WORKERS));
    expect(code, err).to.equal(0);
    expect(addressOf("directory", out)).to.match(/^0x/);
  });

  it("refuses words that it does not know, and those that are not what they stand for", async () => {
    const wrong = [
      ["a.json", "--dryrun"],
      ["a.json", "b.json"],
      [],
      ["a.json", "--salt", "x"],
      ["a.json", "--rpc", "node"],
      ["a.json", "--factory", "0x12"],
      ["--verify", "0x1"],
    ];
    for (const list of wrong) {
      expect(() => readArguments(list), list.join(" ")).to.throw(Failure, "\nUsage: npm run found -- CHARTER.json");
    }
    const { code, err } = await run(["a.json", "--dryrun"]);
    expect(code).to.equal(1);
    expect(err).to.match(/^Unknown option '--dryrun'.*\nUsage: /);
  });

  it("refuses a network that is another, and one that is unknown", async () => {
    const path = stage.charter(WORKERS);
    expect((await run([path, "--network", "sepola"])).err).to.match(
      /^There is no network "sepola" to found on: localhost, /,
    );
    expect(
      (
        await run([path, "--network", "sepolia"], {
          SEPOLIA_RPC_URL: stage.chain.rpcUrl,
          FOUNDER_KEY: generatePrivateKey(),
        })
      ).err,
    ).to.contain("is of chain 31337, and the network sepolia is chain 11155111");
    expect((await run([path, "--network", "sepolia"])).err).to.match(
      /^The network sepolia needs (\w+): keep it with `npx hardhat keystore set \1`\.\n$/,
    );
    expect((await stage.run(path, "--factory", stage.euro)).err).to.contain("is not a factory of co-ops");
    expect((await stage.run(path, "--factory", "0x1000000000000000000000000000000000000001")).err).to.contain(
      "There is no contract at",
    );
  });

  it("signs with the key that is kept for a public chain, and keeps that chain's address out of coop.json", async () => {
    const { connection, euro } = await freshChain(SEPOLIA);
    const rpc = await serveRpc(connection.provider);
    const key = generatePrivateKey();
    const path = stage.charter(WORKERS, (file) => Object.assign(file, { settlementToken: euro.address }));
    const site = join(stage.folder, "site");
    const found = (more: string[], env: NodeJS.ProcessEnv) =>
      run([path, "--network", "sepolia", "--deployments", stage.deployments, ...more], {
        SEPOLIA_RPC_URL: rpc.url,
        ...env,
      });
    try {
      expect((await found([], {})).err).to.contain("The network sepolia needs FOUNDER_KEY");
      expect((await found([], { FOUNDER_KEY: "0x12" })).err).to.contain("FOUNDER_KEY is not a private key");
      expect((await found(["--out", site], { FOUNDER_KEY: key })).err).to.contain(
        "say with --page-rpc which one is for the public",
      );
      expect((await found([], { FOUNDER_KEY: key })).err).to.contain("has 0 of the chain's coin");
      await connection.provider.request({
        method: "hardhat_setBalance",
        params: [privateKeyToAddress(key), `0x${(10n ** 18n).toString(16)}`],
      });
      const { code, out, err } = await found(["--out", site, "--page-rpc", "https://rpc.example"], {
        FOUNDER_KEY: key,
      });
      expect(code, err).to.equal(0);
      expect(existsSync(join(stage.deployments, `chain-${SEPOLIA}`, "journal.jsonl"))).to.equal(true);
      const file = JSON.parse(readFileSync(join(site, "coop.json"), "utf8"));
      expect(file).to.include({
        rpcUrl: "https://rpc.example",
        directory: addressOf("directory", out),
        chainId: SEPOLIA,
      });
    } finally {
      await rpc.close();
      await connection.close();
    }
  });
});

describe("npm run found -- --verify", function () {
  this.timeout(120_000);
  let stage: Stage;
  let founded: string;
  before(async () => {
    stage = await foundStage();
    founded = (await stage.run(stage.charter(WORKERS))).out;
  });
  after(() => stage.end());
  const verify = () => stage.run("--verify", addressOf("directory", founded));

  it("finds the code, the places and the power as they should be, and says what is still to be done", async () => {
    const { code, out, err } = await verify();
    expect(code, out + err).to.equal(0);
    expect(out).to.match(/^ok {5}All 16 places of the directory hold clones of this repository's code, \d+ contracts/m);
    expect(out).to.match(/^ok {5}The factory 0x\w+ is of this repository's code\./m);
    expect(out).to.match(/^ok {5}Only the Assembly is administrator/m);
    expect(out.match(/^ok {5}Board until \d{4}-\d\d-\d\d: 0x/gm)).to.have.length(3);
    expect(out).to.match(/^OPEN {3}The asset-locked body 0x\w+ has not accepted yet/m);
  });

  it("finds code that was changed, in a module, in a library it is linked to, and in the factory", async () => {
    const { viem, provider } = stage.chain.connection;
    const client = await viem.getPublicClient();
    const deployed = JSON.parse(
      readFileSync(join(stage.deployments, `chain-31337-${await instance()}`, "deployed_addresses.json"), "utf8"),
    ) as Record<string, Address>;
    for (const [contract, said] of Object.entries({
      Treasury: /^WRONG {2}Place 8 holds 0x\w+, whose code is not of this repository\./m,
      Kinds: /^WRONG {2}Place 5 holds 0x\w+/m,
      CoopFactory: /^WRONG {2}The factory 0x\w+ is not of this repository's code/m,
    })) {
      const address = deployed[`Rochdale#${contract}`] as Address;
      const before = (await client.getCode({ address })) as string;
      const middle = before.length >> 1;
      const digit = before[middle] === "0" ? "1" : "0";
      const changed = before.slice(0, middle) + digit + before.slice(middle + 1);
      await provider.request({ method: "hardhat_setCode", params: [address, changed] });
      const { code, out } = await verify();
      await provider.request({ method: "hardhat_setCode", params: [address, before] });
      expect(code, out).to.equal(1);
      expect(out).to.match(said);
    }
  });

  it("says that an address is no co-op's directory", async () => {
    const { code, err } = await stage.run("--verify", stage.euro);
    expect(code).to.equal(1);
    expect(err).to.contain(`founded a co-op at ${stage.euro}: name its directory.`);
  });

  async function instance(): Promise<string> {
    const metadata = await stage.chain.connection.provider.request({ method: "hardhat_metadata" });
    return (metadata as { instanceId: string }).instanceId.slice(2, 12);
  }
});

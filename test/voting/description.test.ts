// Where the co-op describes itself to the outside (ERC-4824), and which interfaces it answers.
import { expect } from "chai";
import { type Abi, toFunctionSelector } from "viem";
import * as abis from "../../books/abi.ts";
import { Kind } from "../../scripts/deploy/charter.ts";
import { resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, found, perTest, standardCharter } from "../helpers/coop.ts";
import { asAssembly, carryOut, describing } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const PREFIX = "data:application/json;base64,";
const BY_RESOLUTION = ["ipfs://bafy", `https://example.org/${"x".repeat(100)}`];

describe("Assembly: description", () => {
  const given = perTest(async () => coopWith());
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const documentOf = (uri: string) => {
    expect(uri.startsWith(PREFIX)).to.equal(true);
    return JSON.parse(Buffer.from(uri.slice(PREFIX.length), "base64").toString("utf8"));
  };

  it("is a document in the URI itself until the members say otherwise", async () => {
    expect(documentOf(await coop.deskContract.read.daoURI())).to.deep.equal({
      "@context": "http://www.daostar.org/schemas",
      type: "DAO",
      name: "Test co-op",
      description: "A platform co-operative: one member, one vote, by stakeholder class.",
    });
  });

  const names = ['The "Rochdale" pioneers', "C:\\co-op\\", "Line\none\ttab\u0007bell", "Käse & 山 <b>", '"}', "\\"];
  for (const [i, name] of names.entries()) {
    it(`is valid JSON for a co-op called ${JSON.stringify(name)} [case 82]`, async () => {
      const charter = await standardCharter(chain, { name });
      const other = await found(chain, charter, `0x${"0".repeat(62)}a${i}`);
      const told = documentOf(await other.deskContract.read.daoURI());
      expect(Object.keys(told)).to.deep.equal(["@context", "type", "name", "description"]);
      expect(told.name).to.equal(name);
    });
  }

  it("is elsewhere when the members say so, by ordinary resolution", async () => {
    for (const uri of BY_RESOLUTION) {
      const step = resolution(chain, coop, [describing(coop, uri)], `Our pages: ${uri}`);
      const [targets, values, calldatas] = step.content;
      expect(await coop.deskContract.read.leastKind([targets, values, calldatas])).to.equal(Kind.Ordinary);
      await step.propose();
      await carryOut(step, [0, 1, 2]);
      const [event] = await coop.deskContract.getEvents.DAOURIUpdate();
      expect(event?.args.daoURI).to.equal(uri);
      expect(event?.args.daoAddress?.toLowerCase()).to.equal(coop.assembly.toLowerCase());
      expect(await coop.deskContract.read.daoURI()).to.equal(uri);
    }
    await coop.deskContract.write.setDaoURI([""], await asAssembly(chain, coop));
    expect(documentOf(await coop.deskContract.read.daoURI()).name).to.equal("Test co-op");
  });

  it("is nobody's to set alone, not even the board's", async () => {
    await reverts(coop.deskContract.write.setDaoURI(["https://evil.example"]), "AssemblyOnlyByResolution");
  });

  it("says which interfaces the Assembly answers", async () => {
    const supports = (id: `0x${string}`) => coop.assemblyContract.read.supportsInterface([id]);
    const proxies = [
      "nameProxy",
      "acceptProxy",
      "endProxy",
      "declineProxy",
      "countPrincipals",
      "proxyOf",
      "principalsOf",
      "proxyLimit",
    ];
    const polls = ["draftPoll", "openPoll", "answer", "pollRecord", "pollTally", "answerOf", "pollsEver"];
    expect(await supports(interfaceId(abis.assemblyDeskAbi, ["daoURI"]))).to.equal(true);
    expect(await supports(interfaceId(abis.assemblyLobbyAbi, proxies))).to.equal(true);
    expect(await supports(interfaceId(abis.assemblyLobbyAbi, polls))).to.equal(true);
    expect(await supports("0x01ffc9a7")).to.equal(true);
    expect(await supports("0xffffffff")).to.equal(false);
    expect(await supports("0x4e2312e0")).to.equal(false);
  });

  /** ERC-165: the selectors of all its functions, one laid over the other. */
  function interfaceId(abi: Abi, functions: readonly string[]): `0x${string}` {
    const selectors = functions.map((name) => {
      const entry = abi.find((e) => e.type === "function" && e.name === name);
      if (entry?.type !== "function") throw new Error(`There is no function ${name}.`);
      return Number.parseInt(toFunctionSelector(entry).slice(2), 16);
    });
    const id = selectors.reduce((all, one) => (all ^ one) >>> 0, 0);
    return `0x${id.toString(16).padStart(8, "0")}`;
  }
});

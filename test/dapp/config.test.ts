import { expect } from "chai";
import { parseCoopFile } from "../../dapp/src/shared/config/coopFile.ts";

const GOOD = {
  chainId: 31337,
  rpcUrl: "http://127.0.0.1:8545",
  directory: `0x${"ab".repeat(20)}`,
  fromBlock: 3,
  instance: "one",
  name: "Wheelwright Rides",
  local: true,
  explorer: null,
  people: [{ key: "ana", label: "Ana, driver", account: `0x${"cd".repeat(20)}`, does: "votes" }, { key: "nobody" }],
};

describe("coop.json", () => {
  it("is read as it is, without people who are none", () => {
    const answer = parseCoopFile(JSON.stringify(GOOD));
    if (!("found" in answer)) throw new Error(answer.missing);
    expect(answer.found).to.deep.include({ chainId: 31337, instance: "one", local: true, explorer: null });
    expect(answer.found.people.map(({ key }) => key)).to.deep.equal(["ana"]);
  });
  it("names an indexer only by an address of the web", () => {
    const named = (indexer: unknown) => {
      const answer = parseCoopFile(JSON.stringify({ ...GOOD, indexer }));
      return "found" in answer ? answer.found.indexer : answer.missing;
    };
    expect(named("http://127.0.0.1:5190")).to.equal("http://127.0.0.1:5190");
    for (const odd of ["javascript:alert(1)", "/indexer", 5190, undefined]) expect(named(odd)).to.equal(undefined);
  });
  it("names a factory instead of a co-op, on a page that is there to found one", () => {
    const factory = { address: `0x${"ef".repeat(20)}`, block: 7 };
    const tokens = [`0x${"12".repeat(20)}`, "a euro"];
    const answer = parseCoopFile(JSON.stringify({ ...GOOD, directory: undefined, name: undefined, factory, tokens }));
    if (!("found" in answer)) throw new Error(answer.missing);
    expect(answer.found).to.deep.include({ factory, tokens: [tokens[0]], name: "Rochdale" });
    expect(answer.found.directory).to.equal(undefined);
    const broken = parseCoopFile(JSON.stringify({ ...GOOD, directory: "0x12", factory }));
    expect(broken).to.have.property("missing");
  });
  for (const missing of ["chainId", "rpcUrl", "directory"] as const) {
    it(`says so when it lacks ${missing}`, () => {
      expect(parseCoopFile(JSON.stringify({ ...GOOD, [missing]: undefined }))).to.have.property("missing");
    });
  }
  for (const text of ["", "<!doctype html>", "null", "[]"]) {
    it(`does not take "${text}" for one`, () => expect(parseCoopFile(text)).to.have.property("missing"));
  }
});

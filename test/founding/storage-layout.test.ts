// Contracts that run on the storage of one clone agree on what stands where.
import { expect } from "chai";
import { storageOf } from "../../scripts/checks/storage-layout.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";

const PARTS = ["voting/Assembly", "voting/AssemblyDesk", "voting/AssemblyLobby"];

describe("Storage of the Assembly's parts", function () {
  this.timeout(120_000);

  it("is the same in all three: what one writes the others read [case 100]", () => {
    const [whole, ...others] = [...storageOf(repositoryRoot, PARTS).values()];
    expect(whole?.map(({ label }) => label)).to.include.members(["_boxes", "_records", "_rules", "_daoURI"]);
    for (const part of others) expect(part).to.deep.equal(whole);
  });

  it("would be seen to differ if a part declared something of its own", () => {
    const edit = (file: string, text: string) =>
      file === "contracts/voting/AssemblyLobby.sol"
        ? text.replace("Aggregating {}", "Aggregating { uint256 own; }")
        : text;
    const [whole, , lobby] = [...storageOf(repositoryRoot, PARTS, edit).values()];
    expect(lobby?.length).to.equal((whole?.length ?? 0) + 1);
  });
});

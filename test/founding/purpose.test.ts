// What a co-op is for (A8): stated in the charter, restated by constitutional resolution, read from the books.
import { expect } from "chai";
import { encodeFunctionData, keccak256, toHex } from "viem";
import { coopOf } from "../../books/coop.ts";
import { Position } from "../../scripts/deploy/charter.ts";
import { admit, decideWith, resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, found, perTest, standardCharter } from "../helpers/coop.ts";
import { readLived } from "../helpers/lived-books.ts";
import { reverts } from "../helpers/reverts.ts";

const LONGEST = 2_000;

describe("The purpose of a co-op", () => {
  const given = perTest(async () => coopWith());
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const inTheBooks = async () => {
    const { provider } = chain.connection;
    return coopOf((await readLived({ provider, directory: coop.directory })).events).purpose;
  };
  const stated = async () => coop.directoryContract.read.purposeHash();

  it("is stated in the charter, and in the books [A8]", async () => {
    const { purpose } = await standardCharter(chain);
    expect(await stated()).to.equal(keccak256(toHex(purpose)));
    expect(await inTheBooks()).to.equal(purpose);
  });

  it("has something to say, and not more than a page [A8]", async () => {
    const attempt = async (purpose: string, salt: number) =>
      found(chain, await standardCharter(chain, { purpose }), toHex(salt, { size: 32 }));
    await reverts(attempt("", 1), "DirectoryPurposeOutOfBounds", [0n]);
    await reverts(attempt("ä".repeat(LONGEST / 2 + 1), 2), "DirectoryPurposeOutOfBounds", [BigInt(LONGEST + 2)]);
    await attempt("ä".repeat(LONGEST / 2), 3);
  });

  it("is changed by constitutional resolution alone [A8] [V6]", async () => {
    const { abi, write } = coop.directoryContract;
    await reverts(write.statePurpose(["To please one of us"]), "DirectoryUnauthorised");
    await admit(chain, coop, 3, 6);
    const purpose = "To carry people, and to mend bicycles.";
    const data = encodeFunctionData({ abi, functionName: "statePurpose", args: [purpose] });
    const step = resolution(chain, coop, [{ target: coop.directory, data }], "We mend too");
    await step.propose();
    expect((await coop.deskContract.read.proposalRecord([await step.id()])).kind).to.equal(3);
    await decideWith(step, Array(6).fill(Position.For));
    await step.toEta();
    await step.execute();
    expect(await stated()).to.equal(keccak256(toHex(purpose)));
    expect(await inTheBooks()).to.equal(purpose);
  });
});

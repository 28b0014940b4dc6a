// The books of the replays' samples: assets less liabilities less equity is nothing after every event, and what comes out of them is
// accepted by real ledger programs.
import { expect } from "chai";
import { exportFiles } from "../../books/export/files.ts";
import { proofFiles } from "../../books/export/proof.ts";
import { verifyProof } from "../../books/export/verify-proof.ts";
import { incomeStatementOf } from "../../books/statements/income-statement.ts";
import { readRides } from "../../scripts/replay/rides-file.ts";
import { type Replayed, replayRides } from "../../scripts/replay/rides-run.ts";
import { replay } from "../../scripts/replay/run.ts";
import { readRecorded } from "../../scripts/replay/votes-file.ts";
import { CHECKERS, type Checker, refusalBy, requireChecker } from "../helpers/ledger-checkers.ts";
import { balancedThroughout, readLived } from "../helpers/lived-books.ts";

const FIXTURES = "test/replay/fixtures";

describe("The books of the vote replay", function () {
  this.timeout(120_000);

  it("are in balance after every event, and prove every resolution", async () => {
    const recorded = readRecorded(`${FIXTURES}/votes.csv`, `${FIXTURES}/counts.csv`);
    const { electorate, ballots, proposals } = await replay(recorded, () => {});
    const { events, token } = await readLived(electorate);
    const { books } = balancedThroughout(events, token.address);
    const of = { chainId: 31_337, directory: electorate.directory, block: 1, token };
    const proofs = proofFiles(books.coop, of, Number.MAX_SAFE_INTEGER).map(({ text }) => JSON.parse(text));
    expect(proofs).to.have.length(proposals);
    expect(proofs.flatMap(verifyProof)).to.deep.equal([]);
    const cast = proofs.flatMap((proof) => proof.ballots as { changes: number }[]);
    expect(cast.reduce((sum, { changes }) => sum + 1 + changes, 0)).to.equal(ballots);
  });
});

describe("The books of the ride replay", function () {
  this.timeout(120_000);
  let replayed: Replayed;
  let lived: Awaited<ReturnType<typeof readLived>>;

  before(async () => {
    replayed = await replayRides(readRides(`${FIXTURES}/rides.csv`), () => {});
    const { provider, coop } = replayed.house;
    lived = await readLived({ provider, directory: coop.directory });
  });

  it("are in balance after every event, and have every fee as income", () => {
    const { address } = lived.token;
    const { entries } = balancedThroughout(lived.events, address);
    const { income } = incomeStatementOf(entries, address, { from: 0, until: Number.POSITIVE_INFINITY });
    const { fees } = replayed;
    expect(Object.fromEntries(income.map(({ account, amount }) => [account.name, amount]))).to.deep.equal({
      "fees of the market": fees.operating,
      "fees for the commons": fees.commons,
      "fees for the reserve": fees.reserve,
    });
  });

  for (const checker of Object.keys(CHECKERS) as Checker[]) {
    it(`are accepted by ${checker}`, function () {
      requireChecker(this, checker);
      const { books } = balancedThroughout(lived.events, lived.token.address);
      const { directory } = replayed.house.coop;
      const files = exportFiles(books, { chainId: 31_337, directory, block: 1, token: lived.token });
      const text = files.find(({ name }) => name === CHECKERS[checker].file)?.text ?? "";
      expect(text).to.contain("job 1, paid into escrow");
      expect(refusalBy(checker, text)).to.equal(undefined);
    });
  }
});

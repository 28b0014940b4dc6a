// Another chain under an open page: the page must notice by itself and show nothing of the old one.
import { expect } from "chai";
import { castVote, choose, openProposal, shows } from "./acts.ts";
import { freshStage, type Stage } from "./stage.ts";

const OPEN_PROPOSAL = "A paid day of training for every new driver";

describe("browser: the chain is started again under the page", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  it("forgets the old chain without being told", async function () {
    this.timeout(60_000);
    const { page, close } = await stage.open("/?demo=ana");
    await shows(page, "Member 1");
    await openProposal(page, OPEN_PROPOSAL);
    await choose(page, "For");
    await (await castVote(page)).click();
    await shows(page, "13 of 56 members");

    const before = await (await fetch(`${stage.coop.pageUrl}/coop.json`)).json();
    await stage.coop.restartChain();
    const now = await (await fetch(`${stage.coop.pageUrl}/coop.json`)).json();
    expect(now.instance).to.not.equal(before.instance);
    expect(now.rpcUrl).to.equal(before.rpcUrl);

    await shows(page, "12 of 56 members");
    expect(await page.getByText(/You voted/).count()).to.equal(0);
    await (await castVote(page)).waitFor();
    await close();
  });

  it("is taken back to where its story ends, between the tests of two files", async function () {
    this.timeout(60_000);
    const vote = async (before: string, after: string) => {
      const { page, problems, close } = await stage.open("/?demo=ana");
      await shows(page, "Member 1");
      await openProposal(page, OPEN_PROPOSAL);
      await shows(page, before);
      await choose(page, "For");
      await (await castVote(page)).click();
      await shows(page, after);
      await close();
      expect(problems).to.deep.equal([]);
    };
    await vote("12 of 56 members", "13 of 56 members");
    await stage.coop.rewind();
    await vote("12 of 56 members", "13 of 56 members");
  });
});

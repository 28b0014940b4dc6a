// What somebody could put on chain to spoil the pages: they are read nevertheless, fit on every screen, and nothing acts.
import { expect } from "chai";
import { expectQuiet, shows } from "./acts.ts";
import { hostileWorld } from "./hostile-stage.ts";
import { fits, lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

/** Of the co-op in which nothing has happened, counting in money without a name; by who looks. */
const EMPTY = {
  visitor: ["", "proposals", "polls", "members", "apply", "applications", "board", "recoveries", "treasury"].concat([
    "treasury/statements",
    "income",
    "surplus",
    "market",
    "machines",
    "bonds",
    "audit",
    "audit/rules",
    "audit/offices",
  ]),
  ana: ["", "proposals/new", "you", "shares"],
};

describe("browser: hostile and empty", () => {
  let stage: Stage;
  let directory: string;
  before(async function () {
    stage = await freshStage(this);
    directory = await hostileWorld(stage.coop);
  });

  const open = async (path: string) => {
    const visit = await stage.open(path);
    await visit.page.getByRole("heading", { level: 1 }).first().waitFor();
    await visit.page.getByText("Adding up", { exact: true }).waitFor({ state: "detached" });
    return visit;
  };

  it("words without an end, letters that turn and long reasons are read, and do nothing [case 124]", async function () {
    this.timeout(60_000);
    const { page, problems, close } = await open("/proposals?state=all");
    await page.getByRole("link", { name: /^\ufffdWassergenossenschaft/ }).click();
    await shows(page, "The whole reason");
    await page.getByText("The whole reason").first().click();
    const said = await page.getByRole("region", { name: "Who voted" }).innerText();
    expect(said)
      .to.contain("\ufffd")
      .and.not.match(/[\u202a-\u202e]/);
    expect(await page.locator("main img, main script").count()).to.equal(0);
    await lookAt(page, "hostile-proposal");
    expectQuiet(problems);
    await close();
  });

  it("amounts beyond all money, and why they can not be paid", async function () {
    this.timeout(60_000);
    const { page, problems, close } = await open("/proposals");
    await page
      .getByRole("link", { name: /^Wassergenossenschaft/ })
      .first()
      .click();
    await shows(page, /A figure in it is beyond what can be reckoned with/);
    await fits(page);
    expectQuiet(problems);
    await close();
  });

  it("a motion without a word, and options without words, have a name", async function () {
    this.timeout(60_000);
    const { page, problems, close } = await open("/proposals?demo=ana");
    await page.getByRole("link", { name: "Without a title" }).click();
    await shows(page, "The proposer wrote no more than the title.");
    await fits(page);
    await page.goto(`${stage.coop.pageUrl}/polls`);
    await page.getByRole("link", { name: /^Wassergenossenschaft/ }).click();
    await page.getByRole("radio", { name: "(without words)" }).waitFor();
    await lookAt(page, "hostile-poll");
    expectQuiet(problems);
    await close();
  });

  for (const [who, paths] of Object.entries(EMPTY)) {
    it(`every page of an empty co-op fits and says so, to ${who}`, async function () {
      this.timeout(90_000);
      const { page, problems, close } = await open(`/?coop=${directory}&demo=${who}`);
      for (const path of paths) {
        await page.goto(`${stage.coop.pageUrl}/${path}?coop=${directory}`);
        await page.getByRole("heading", { level: 1 }).first().waitFor();
        await page.getByText("Adding up", { exact: true }).waitFor({ state: "detached" });
        await fits(page, `/${path}`);
        expect(await page.getByText("can not be reached").count(), path).to.equal(0);
      }
      expectQuiet(problems);
      await close();
    });
  }
});

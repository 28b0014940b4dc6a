// Whom the board did not hear turns to the members; and a member moves to another class.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { Outsider } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { sentBy } from "./test-wallet.ts";

const ANA = 0;
const DIRECTOR = 3;
const WORDS = "I have driven here for two years and nobody answered me.";

describe("browser: turned down, and on the move", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  const visit = async (place: number): Promise<Visit> => {
    const visitor = await stage.open("/", { wallet: { account: account(stage.coop.world, place) } });
    await connect(visitor.page);
    return visitor;
  };
  const go = async (page: Page, path: string, heading: string | RegExp) => {
    await page.goto(`${stage.coop.pageUrl}${path}`);
    await page.getByRole("heading", { name: heading }).first().waitFor();
  };

  it("an applicant whom nobody answered appeals, and a member backs the appeal", async () => {
    const applicant = await visit(Outsider.unheard);
    await go(applicant.page, "/apply", "The board did not answer in time");
    await applicant.page.getByText("Write the appeal", { exact: true }).click();
    await applicant.page.getByLabel("Why you should be admitted").fill(WORDS);
    await applicant.page.getByRole("button", { name: "Appeal to the members" }).click();
    await applicant.page.getByRole("heading", { name: "Your appeal" }).waitFor();
    await shows(applicant.page, /6 more members must back it/);
    expect(await sentBy(applicant.page)).to.equal(1);
    // Once: the form is gone.
    expect(await applicant.page.getByText("Write the appeal", { exact: true }).count()).to.equal(0);
    await applicant.page.getByRole("link", { name: "See your appeal" }).click();
    await shows(applicant.page, WORDS);

    const ana = await visit(ANA);
    await ana.page.goto(applicant.page.url());
    await ana.page.getByRole("button", { name: "Second this draft" }).click();
    await shows(ana.page, "You back this draft.");
    await go(applicant.page, "/apply", "Your appeal");
    await shows(applicant.page, /5 more members must back it/);
    for (const visitor of [applicant, ana]) {
      expectQuiet(visitor.problems);
      await visitor.close();
    }
  });

  it("a member moves to another class, told beforehand what becomes of open votes", async () => {
    const [ana, dana] = [await visit(ANA), await visit(DIRECTOR)];
    await go(ana.page, "/apply", "Change your class");
    await ana.page.getByRole("radio", { name: /^Riders/ }).check();
    await ana.page.getByRole("button", { name: "Apply to move" }).click();
    await ana.page.getByRole("heading", { name: "Your application is with the board" }).waitFor();

    await go(dana.page, "/applications", "For you to decide");
    const row = dana.page.getByRole("listitem").filter({ hasText: "Member 1 wants to move" });
    await row.getByRole("button", { name: "Agree to the move" }).click();
    await row.getByText(/can move until/).waitFor();

    await go(ana.page, "/apply", "You can move to Riders");
    await shows(ana.page, /In the votes that are under way now you can not vote any more/);
    await ana.page.getByRole("button", { name: "Move to Riders" }).click();
    await ana.page.getByRole("button", { name: /^Member 1 rider/ }).waitFor();
    for (const visitor of [ana, dana]) {
      expectQuiet(visitor.problems);
      await visitor.close();
    }
  });
});

// The pages in Spanish: chosen by the browser's language or by the reader, kept, and as accessible as in English.
import { expect } from "chai";
import { expectQuiet, shows } from "./acts.ts";
import { fits, lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

const SPANISH = { locale: "es-ES" };
const PAGES: Record<string, string> = {
  home: "/?demo=ana",
  proposals: "/proposals?state=all",
  proposal: "/proposals/12?demo=ana",
  "proposal-new": "/proposals/new?demo=ana",
  polls: "/polls?demo=ana",
  treasury: "/treasury",
  market: "/market?demo=ana",
  income: "/income?demo=ana",
  claims: "/claims?demo=ben",
  shares: "/shares?demo=ana",
  machines: "/machines",
  bonds: "/bonds",
  surplus: "/surplus?demo=ana",
  members: "/members",
  you: "/you?demo=ana",
  apply: "/apply",
  audit: "/audit/rules",
};

describe("browser: in Spanish", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  it("speaks the language of the browser, and another one when the reader chooses it, until the reader chooses again", async () => {
    const { page, problems, close } = await stage.open("/", SPANISH);
    await shows(page, "Se decide ahora");
    expect(await page.locator("html").getAttribute("lang")).to.equal("es");
    await page.getByRole("button", { name: "English" }).click();
    await shows(page, "Being decided now");
    await page.reload();
    await shows(page, "Being decided now");
    await page.getByRole("button", { name: "Español" }).click();
    await shows(page, "Se decide ahora");
    // Its words are the longer ones: in the narrowest head of a page with a menu, and on the smallest phone.
    await fits(page, "", [1024, 320]);
    expectQuiet(problems);
    await close();
  });

  for (const [name, path] of Object.entries(PAGES)) {
    it(`${name} is accessible and fits`, async function () {
      this.timeout(40_000);
      const { page, problems } = await stage.look(path, SPANISH);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await lookAt(page, `es-${name}`);
      expectQuiet(problems);
    });
  }
});

// Every page in both themes and three widths: no accessibility violation, nothing wider than the screen.
import { expect } from "chai";
import type { LivingCoop } from "../../scripts/demo/living-coop.ts";
import { expectQuiet } from "./acts.ts";
import { lookAt } from "./look.ts";
import { draftPage, proposalPage, type Standing } from "./numbers.ts";
import { freshStage, type Stage } from "./stage.ts";

/** A page that is found once the chain is there. */
type Found = (coop: LivingCoop) => Promise<string>;

const proposal =
  (key: string, stands: Standing, as = ""): Found =>
  async (coop) =>
    `${await proposalPage(coop, key, stands)}${as && `?demo=${as}`}`;

const WALLET_DIALOG = "wallet-dialog";
const PAGES: Record<string, string | Found> = {
  home: "/",
  "home-member": "/?demo=ana",
  proposals: "/proposals?state=all",
  "proposals-found": "/proposals?find=charging",
  "proposal-open": proposal("charging-post", "Open", "ana"),
  "proposal-notice": proposal("lift-parts", "On notice"),
  "proposal-waiting": proposal("auditor-again", "Waiting"),
  "proposal-ready": proposal("dispatch-phones", "Ready", "ben"),
  "proposal-carried-out": proposal("night-bonus", "Carried out"),
  "proposal-held": proposal("night-base", "Lost"),
  "proposal-rules": proposal("shorter-notice", "Lost"),
  "proposal-lapsed": proposal("market-stand", "Lapsed"),
  draft: async (coop) => `${await draftPage(coop, "book-ahead")}?demo=ana`,
  "proposal-new": "/proposals/new?demo=ana",
  "proposal-expulsion": proposal("part-with-49", "On notice", "ana"),
  polls: "/polls?demo=ana",
  "poll-open": "/polls/2?demo=ana",
  "poll-closed": "/polls/1",
  "poll-draft": "/polls/drafts/2?demo=ana",
  "poll-new": "/polls/new?demo=dana",
  "proposal-machines": proposal("first-machines", "Carried out"),
  "treasury-officer": "/treasury?demo=chidi",
  "treasury-guardian": "/treasury?demo=hana",
  income: "/income?demo=ana",
  "income-visitor": "/income",
  members: "/members",
  "members-found": "/members?find=7",
  "members-nobody": "/members?find=0x99",
  you: "/you?demo=ana",
  "you-nobody": "/you",
  [WALLET_DIALOG]: "/",
  missing: "/no-such-page",
};

describe("browser: every page", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  for (const [name, path] of Object.entries(PAGES)) {
    it(`${name} is accessible and fits, light and dark, wide and narrow`, async function () {
      this.timeout(40_000);
      const { page, problems, close } = await stage.look(typeof path === "string" ? path : await path(stage.coop));
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.getByText("Adding up", { exact: true }).waitFor({ state: "detached" });
      if (name === WALLET_DIALOG) {
        await page.getByRole("button", { name: "Connect a wallet", exact: true }).click();
        await page.getByRole("dialog").waitFor();
      }
      await lookAt(page, name);
      await close();
      expectQuiet(problems);
    });
  }

  it("a proposal is found by what one types, in the address too, and a member by number", async function () {
    this.timeout(40_000);
    const { page, close } = await stage.look("/proposals");
    await page.getByLabel("Find a proposal").fill("POST charging");
    await page.getByText("No. 17", { exact: true }).waitFor();
    await page.getByText("No. 20", { exact: true }).waitFor({ state: "detached" });
    await page.waitForURL(/[?&]find=POST(\+|%20)charging$/);
    await page.goto(`${new URL(page.url()).origin}/members`);
    await page.getByLabel("Find a member").fill("7");
    await page.getByRole("rowheader", { name: /^No\. 7\b/ }).waitFor();
    expect(await page.getByRole("rowheader").count()).to.equal(1);
    await close();
  });
});

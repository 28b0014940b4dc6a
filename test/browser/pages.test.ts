// Every page in both themes and three widths: no accessibility violation, nothing wider than the screen, a picture to
// look at, in .local/screenshots.
import { commons } from "../../scripts/demo/proposals/commons.ts";
import { decided, putAgain } from "../../scripts/demo/proposals/decided.ts";
import { running } from "../../scripts/demo/proposals/running.ts";
import { declarations } from "../../scripts/demo/proposals/surplus.ts";
import { expectQuiet } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

/** Proposals are numbered by the time of their notice. */
const byNotice = [...decided, ...running, ...commons, ...declarations, putAgain].sort(
  (a, b) => b.noticeDaysAgo - a.noticeDaysAgo,
);
const proposal = (key: string) => `/proposals/${byNotice.findIndex((one) => one.key === key) + 1}`;

/** Drafts are numbered by the time they were opened; those that found their seconders came first. */
const DRAFTS_NOTICED = [...decided, ...running].filter(({ seconders }) => seconders).length;

const WALLET_DIALOG = "wallet-dialog";
const PAGES: Record<string, string> = {
  home: "/",
  "home-member": "/?demo=ana",
  proposals: "/proposals?state=all",
  "proposal-open": `${proposal("charging-post")}?demo=ana`,
  "proposal-notice": proposal("lift-parts"),
  "proposal-waiting": proposal("auditor-again"),
  "proposal-ready": `${proposal("dispatch-phones")}?demo=ben`,
  "proposal-carried-out": proposal("night-bonus"),
  "proposal-held": proposal("night-base"),
  "proposal-rules": proposal("shorter-notice"),
  "proposal-lapsed": proposal("market-stand"),
  draft: `/drafts/${DRAFTS_NOTICED + 1}?demo=ana`,
  "proposal-new": "/proposals/new?demo=ana",
  "proposal-expulsion": `${proposal("part-with-49")}?demo=ana`,
  polls: "/polls?demo=ana",
  "poll-open": "/polls/2?demo=ana",
  "poll-closed": "/polls/1",
  "poll-draft": "/polls/drafts/2?demo=ana",
  "poll-new": "/polls/new?demo=dana",
  "proposal-machines": proposal("first-machines"),
  "treasury-officer": "/treasury?demo=chidi",
  "treasury-guardian": "/treasury?demo=hana",
  income: "/income?demo=ana",
  "income-visitor": "/income",
  members: "/members",
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
      const { page, problems, close } = await stage.open(path);
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
});

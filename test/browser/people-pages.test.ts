// The pages about people and their shares, as those see them whom they concern.
import { Lost, Outsider } from "../../scripts/demo/people.ts";
import { account } from "../../scripts/demo/world.ts";
import { connect, expectQuiet } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage } from "./stage.ts";

/** By name: the page, who looks at it (a named person, or the account of a wallet), and what is opened there. */
const PAGES: Record<string, { path: string; as?: string | number; open?: string }> = {
  "apply-nobody": { path: "/apply" },
  apply: { path: "/apply", as: "visitor" },
  "apply-waiting": { path: "/apply", as: "farid" },
  "apply-accepted": { path: "/apply", as: Outsider.welcome },
  "apply-refused": { path: "/apply", as: Outsider.refused },
  "apply-unheard": { path: "/apply", as: Outsider.unheard },
  "apply-move": { path: "/apply", as: "ana" },
  applications: { path: "/applications" },
  "applications-board": { path: "/applications", as: "dana", open: "Refuse" },
  board: { path: "/board", as: "gita" },
  recoveries: { path: "/recoveries", as: "dana" },
  "recoveries-own": { path: "/recoveries", as: "ines" },
  "recoveries-stranger": { path: "/recoveries", as: "visitor" },
  shares: { path: "/shares", as: "ana", open: "Why this amount" },
  "shares-promised": { path: "/shares", as: 12 },
  "home-board": { path: "/", as: "gita" },
  "home-veto": { path: "/", as: Lost.first },
  "home-accepted": { path: "/", as: Outsider.welcome },
  "you-leaving": { path: "/you", as: "gita", open: "What happens when I leave" },
};

describe("browser: people and their shares", () => {
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });

  for (const [name, { path, as, open }] of Object.entries(PAGES)) {
    it(`${name} is accessible and fits, light and dark, wide and narrow`, async function () {
      this.timeout(60_000);
      const wallet = typeof as === "number" ? { account: account(stage.coop.world, as) } : undefined;
      const named = typeof as === "string" ? `?demo=${as}` : "";
      const { page, problems, close } = wallet
        ? await stage.open("/", { wallet })
        : await stage.look(`${path}${named}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      if (wallet) {
        await connect(page);
        if (path !== "/") await page.goto(`${stage.coop.pageUrl}${path}`);
        await page.getByRole("heading", { level: 1 }).first().waitFor();
      }
      for (const words of ["Adding up", "Reading the terms", "Reading your shares"]) {
        await page.getByText(words, { exact: true }).waitFor({ state: "detached" });
      }
      if (open) await page.getByText(open, { exact: true }).first().click();
      await lookAt(page, name);
      await close();
      expectQuiet(problems);
    });
  }
});

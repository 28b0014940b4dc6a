// The board asks at once, a member with seconders; members answer, and change their answer.
import { account } from "../../scripts/demo/world.ts";
import { ask, connect, expectQuiet, shows } from "./acts.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";

const QUESTION = "Where should the new stop be?";
const OPTIONS = ["At the mill", "At the school", "Nowhere"];

describe("browser: the members are asked", () => {
  let stage: Stage;
  let dana: Visit;
  let ana: Visit;

  before(async function () {
    stage = await freshStage(this);
    ana = await stage.open("/", { wallet: { account: account(stage.coop.world, 0) } });
    dana = await stage.open("/", { wallet: { account: account(stage.coop.world, 3) } });
    await connect(ana.page);
    await connect(dana.page);
  });
  after(async () => {
    await ana?.close();
    await dana?.close();
  });

  it("the board's question opens at once", async () => {
    await ask(dana.page, QUESTION, OPTIONS, "Open the poll now");
    await shows(dana.page, "nothing is decided by it");
    await shows(dana.page, "0 of 60 answered");
  });

  it("a member finds it at home, answers, and changes the answer", async () => {
    await ana.page.getByRole("link", { name: QUESTION }).click();
    await ana.page.getByRole("radio", { name: "At the mill" }).check();
    await ana.page.getByRole("button", { name: "Give my answer" }).click();
    await shows(ana.page, "You answered At the mill");
    await shows(ana.page, "1 of 60 answered");
    await ana.page.getByRole("radio", { name: "Nowhere" }).check();
    await ana.page.getByRole("button", { name: "Change my answer" }).click();
    await shows(ana.page, "You answered Nowhere");
    await shows(ana.page, "1 of 60 answered");
  });

  it("it closes by the clock and keeps its answers", async () => {
    await ana.page.getByRole("button", { name: /To when the poll has closed/ }).click();
    await shows(ana.page, "What the members answered");
    await shows(ana.page, "You answered Nowhere");
  });

  it("a member's question gathers seconders first, and can be given up", async () => {
    await ask(ana.page, "Shall we sing at the meeting?", ["Yes", "No"], "Open it for seconding");
    await shows(ana.page, /0 of 6 members needed/);
    await dana.page.goto(ana.page.url());
    await dana.page.getByRole("button", { name: "Second this draft" }).click();
    await shows(dana.page, "You back this draft.");
    await shows(ana.page, /1 of 6 members needed/);
    await ana.page.getByRole("button", { name: "Withdraw this draft" }).click();
    await shows(ana.page, "Its author gave this draft up.");
    expectQuiet(ana.problems);
    expectQuiet(dana.problems);
  });
});

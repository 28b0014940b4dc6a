// Voting through the relay, and what a member can do about one that drops, delays or says nothing.
import { expect } from "chai";
import type { Page, Route } from "playwright-core";
import { encodeFunctionData, keccak256, toHex } from "viem";
import { assemblyAbi, assemblyDeskAbi, ballotKeysAbi } from "../../books/abi.ts";
import { account } from "../../scripts/demo/world.ts";
import { castVote, choose, connect, expectQuiet, openMembership, openProposal, shows, signVote } from "./acts.ts";
import { lookAt } from "./look.ts";
import { freshStage, type Stage, type Visit } from "./stage.ts";
import { changeWhileSigning, declineNext, sentBy } from "./test-wallet.ts";

const TITLE = "A charging post for the yard behind the office";
const OTHER = "A paid day of training for every new driver";
const HOLD_S = 20;
/** Dana sits on the board. */
const DIRECTOR = 3;

describe("browser: voting through the relay", function () {
  this.timeout(90_000);
  let stage: Stage;
  before(async function () {
    stage = await freshStage(this);
  });
  const visits: Visit[] = [];
  afterEach(async () => {
    for (const visit of visits.splice(0)) await visit.close();
  });

  async function visit(member: number, title = TITLE, chainId?: number): Promise<Visit> {
    const wallet = { account: account(stage.coop.world, member), ...(chainId && { chainId }) };
    const opened = await stage.open("/", { wallet });
    visits.push(opened);
    await connect(opened.page);
    await openProposal(opened.page, title);
    return opened;
  }
  const clock = async (seconds: number) => {
    const { provider } = stage.coop.chain.connection;
    await provider.request({ method: "evm_increaseTime", params: [seconds] });
    await provider.request({ method: "evm_mine", params: [] });
  };
  const posted = async () => {
    await clock(HOLD_S);
    await stage.coop.relay.look();
  };
  /** A director gives notice of an advisory motion, which is open at once. */
  const propose = async (title: string) => {
    const { coop } = stage.coop.world;
    const minute = encodeFunctionData({
      abi: assemblyDeskAbi,
      functionName: "minute",
      args: [keccak256(toHex(title))],
    });
    const args = [[coop.assembly], [0n], [minute], title] as const;
    const data = encodeFunctionData({ abi: assemblyAbi, functionName: "propose", args });
    const from = account(stage.coop.world, DIRECTOR);
    const params = [{ from, to: coop.assembly, data, gas: toHex(2_000_000) }];
    await stage.coop.chain.connection.provider.request({ method: "eth_sendTransaction", params });
  };
  const intercept = (page: Page, path: string, answer: (route: Route) => Promise<void>) =>
    page.route((url) => url.pathname.startsWith(path), answer);

  it("takes one signature and no transaction, however often it is clicked: accepted by the relay, replaced, on chain [case 122]", async () => {
    const { page, problems } = await visit(0);
    let handedIn = 0;
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/papers")) handedIn += 1;
    });
    await shows(page, "31 of 56 members");
    await choose(page, "For");
    await lookAt(page, "relay-before");
    await signVote(page).dblclick();
    await shows(page, "Your vote is handed in: for.");
    expect(handedIn).to.equal(1);
    await lookAt(page, "relay-accepted");
    await choose(page, "Against");
    await page.getByRole("button", { name: "Replace my ballot" }).click();
    await shows(page, "Your vote is handed in: against.");
    await posted();
    await shows(page, "32 of 56 members");
    await shows(page, /You voted against/);
    if ((await sentBy(page)) !== 0) throw new Error("The page sent a transaction.");
    expectQuiet(problems);
  });

  const revokeKey = (member: number) => {
    const data = encodeFunctionData({ abi: ballotKeysAbi, functionName: "revoke" });
    const params = [{ from: account(stage.coop.world, member), to: stage.coop.world.coop.ballotKeys, data }];
    return stage.coop.chain.connection.provider.request({ method: "eth_sendTransaction", params });
  };
  /** Votes on a motion of which notice is given now, with a wallet that would say no to everything. */
  async function voteWithOneTap(page: Page, title: string): Promise<void> {
    await stage.coop.relay.look();
    await clock(5);
    await propose(title);
    await clock(5);
    await openProposal(page, title);
    await shows(page, "Your ballot key in this browser signs your ballot, without your wallet.");
    await choose(page, "For");
    await declineNext(page);
    await signVote(page).click();
    await shows(page, "Your vote is handed in: for.");
    const { metrics } = stage.coop.relay;
    const before = metrics.of("relay_papers_counted_total");
    // The key is packed first, then the ballot is handed in, and is believed when it is deep.
    for (let look = 0; look < 6; look++) await posted();
    expect(metrics.of("relay_papers_counted_total")).to.be.greaterThan(before);
    await shows(page, /You voted for/);
  }

  it("takes one tap and no wallet once the ballot key is registered, on votes that are noticed after it", async () => {
    // In the story member 1 has a key that this wallet did not make.
    await revokeKey(1);
    const { page, problems } = await visit(1);
    await page.getByRole("button", { name: "Vote with one tap from now on" }).click();
    await shows(page, "Your ballot key is being registered.");
    await voteWithOneTap(page, "Tea in the yard");
    expectQuiet(problems);
  });

  it("brings a ballot key to another browser, and makes another one when it was revoked", async () => {
    const { page, problems } = await visit(1);
    await page.getByRole("button", { name: "Bring my ballot key to this browser" }).click();
    await shows(page, "Your ballot key is in this browser again.");
    await voteWithOneTap(page, "Biscuits with the tea");
    await revokeKey(1);
    await openProposal(page, TITLE);
    await page.getByRole("button", { name: "Vote with one tap from now on" }).click();
    await shows(page, "Your ballot key is being registered.");
    await lookAt(page, "relay-key-again");
    await voteWithOneTap(page, "Milk for the tea");
    expectQuiet(problems);
  });

  it("ends the ballot key on one's own page, and the wallet signs from then on", async () => {
    const { page, problems } = await visit(1);
    await openMembership(page);
    await lookAt(page, "ballot-key");
    await page.getByRole("button", { name: "End my ballot key" }).click();
    await shows(page, "You have none, so your wallet signs every ballot.");
    await openProposal(page, TITLE);
    await shows(page, "Vote with one tap from now on");
    await declineNext(page);
    await choose(page, "For");
    await signVote(page).click();
    await shows(page, "You declined in your wallet.");
    expectQuiet(problems);
  });

  it("does nothing when the member declines in the wallet [case 119]", async () => {
    const { page, problems } = await visit(1);
    await choose(page, "For");
    await declineNext(page);
    await signVote(page).click();
    await shows(page, "You declined in your wallet. Nothing was handed in.");
    expectQuiet(problems);
  });

  it("hands in nothing when the wallet changes accounts in the middle [case 119]", async () => {
    const { page } = await visit(1, OTHER);
    let handedIn = 0;
    await intercept(page, "/papers", (route) => {
      handedIn += 1;
      return route.continue();
    });
    await choose(page, "For");
    await changeWhileSigning(page, { account: account(stage.coop.world, 3) });
    await signVote(page).click();
    await shows(page, "Your wallet changed accounts meanwhile, so nothing was handed in.");
    expect(handedIn).to.equal(0);
  });

  it("has the wallet change to the co-op's network before it signs, and again when it changed away in the middle [case 119]", async () => {
    const { page } = await visit(3, OTHER, 1);
    await choose(page, "For");
    await changeWhileSigning(page, { chainId: 5 });
    await signVote(page).click();
    await shows(page, "Your wallet changed to another network meanwhile, so nothing was handed in.");
    await signVote(page).click();
    await shows(page, "Your vote is handed in: for.");
  });

  it("keeps what was signed when the relay does not answer and the tab is closed [case 123]", async () => {
    const { page } = await visit(1);
    await intercept(page, "/papers", (route) => route.abort());
    await choose(page, "For");
    await signVote(page).click();
    await shows(page, "The relay does not answer, so it is not certain that it has your ballot.");
    await page.reload();
    await shows(page, "You signed a ballot for, and the relay has not said that it has it.");
    await lookAt(page, "relay-silent");
    await page.unrouteAll();
    await page.getByRole("button", { name: "Hand it in again" }).click();
    await shows(page, "Your vote is handed in: for.");
    await posted();
    await shows(page, /You voted for/);
  });

  it("is beaten by the member when it drops a ballot that it accepted [case 33]", async () => {
    const { page } = await visit(3);
    const { timestamp } = await latest();
    const receipt = { postBy: timestamp + 60 };
    await intercept(page, "/papers", (route) => route.fulfill({ json: { id: "0x01", receipt }, headers: ANYBODY }));
    await intercept(page, "/receipts", (route) => route.fulfill({ json: { state: "waiting" }, headers: ANYBODY }));
    await choose(page, "For");
    await signVote(page).click();
    await shows(page, "Your vote is handed in: for.");
    await clock(660);
    await shows(page, /It promised to post it by .* and has not\. Send your vote yourself/);
    await lookAt(page, "relay-dropped");
    await (await castVote(page)).click();
    await shows(page, /You voted for/);
  });

  it("is beaten by the member when it posts another ballot later than the member's own vote [case 33]", async () => {
    const { page } = await visit(0, OTHER);
    await choose(page, "For");
    await signVote(page).click();
    await shows(page, "Your vote is handed in: for.");
    await choose(page, "Against");
    await (await castVote(page)).click();
    await shows(page, /You voted against/);
    await posted();
    await clock(1);
    await page.reload();
    await shows(page, /You voted against/);
  });

  it("says why the relay refuses", async () => {
    const { page } = await visit(1, OTHER);
    const error = "Too many ballots are arriving at once. Try again in a few seconds, or vote directly.";
    await intercept(page, "/papers", (route) => route.fulfill({ status: 503, json: { error }, headers: ANYBODY }));
    await choose(page, "For");
    await signVote(page).click();
    await shows(page, error);
  });

  const latest = async () => {
    const block = await stage.coop.chain.connection.provider.request({
      method: "eth_getBlockByNumber",
      params: ["latest", false],
    });
    return { timestamp: Number((block as { timestamp: string }).timestamp) };
  };
});

const ANYBODY = { "access-control-allow-origin": "*" };

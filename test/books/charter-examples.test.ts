// The worked examples of a charter are what the co-op's own arithmetic says, and change with the figures.
import { expect } from "chai";
import type { Charter } from "../../books/charter/charter.ts";
import { decisionExamples, moneyExamples } from "../../books/charter/examples.ts";
import { charterFrom, TEMPLATES } from "../../books/charter/templates.ts";
import type { Kind } from "../../books/rules.ts";
import { at } from "../helpers/coop.ts";
import { dice } from "./sample.ts";

const nobody = `0x${"00".repeat(20)}` as const;
const EUR = { decimals: 2, symbol: "EUR" };
const charterOf = (id: string): Charter => {
  const template = TEMPLATES.find((one) => one.id === id) ?? at(TEMPLATES, 0);
  const parties = { settlementToken: nobody, body: nobody, decimals: EUR.decimals, founders: [], officers: [] };
  return charterFrom(template, { name: id, purpose: "To show it.", ...parties });
};
const [worker, multiStakeholder, fairShares, communityBenefit] = [
  "worker",
  "multi-stakeholder",
  "fairshares",
  "community-benefit",
].map(charterOf) as [Charter, Charter, Charter, Charter];
const votes = (charter: Charter, members: readonly number[], kind: Kind): string[] =>
  decisionExamples(charter, members)
    .filter((example) => example.kind === kind)
    .map(({ situation, outcome }) => `${situation} ${outcome}`);
/** What an example says of money, line by line. */
const money = (charter: Charter, id: string): string[] =>
  moneyExamples(charter, EUR)
    .filter((example) => example.id === id)
    .flatMap(({ lines }) => lines.map(({ words, amount }) => `${words}: ${amount}`));

describe("Worked examples of decisions", () => {
  it("show what quorum, majority and turnout mean in a co-op of twelve", () => {
    expect(votes(worker, [12], 0)).to.deep.equal([
      "6 of 12 members vote for it, and nobody else votes. Passed: 100 % for.",
    ]);
    expect(votes(worker, [12], 1)).to.deep.equal([
      "5 of 12 members vote for it, and nobody else votes. Adjourned: it had its majority but was one ballot short of the 6 it needed; it may be put again once. 100 % for.",
      "All 12 members vote, 6 of them for it and 6 against. Lost without the majority it needed: 50 % for.",
    ]);
    expect(votes(worker, [12], 2)).to.deep.equal([
      "6 of 12 members vote for it, and nobody else votes. Adjourned: it had its majority but was one ballot short of the 7 it needed; it may be put again once. 100 % for.",
      "All 12 members vote, 8 of them for it and 4 against. Lost without the majority it needed: 67 % for.",
    ]);
    expect(votes(worker, [12], 3)).to.deep.equal([
      "7 of 12 members vote for it, and nobody else votes. Passed: 100 % for.",
    ]);
  });

  it("show what becomes of classes that disagree, of blocks and of investors", () => {
    const ordinary = votes(multiStakeholder, [6, 20, 3, 4], 1);
    expect(ordinary).to.include.members([
      "Workers all for, users all against, the others abstain. Passed: Workers 100 % for, users 0 %.",
      "Users all for, workers all against, the others abstain. Lost without the majority it needed: Workers 0 % for, users 100 %.",
      "Four members block it, everybody else is for it. Held, because four of 33 ballots block it: Workers 83 % for, users 95 %, supporters 67 %, investors 75 %.",
      "Investors all for, everybody else abstains. Lost, because only investors count in it: Investors 100 % for.",
    ]);
    expect(votes(multiStakeholder, [6, 20, 3, 4], 3)).to.include(
      "Supporters all against, everybody else for. Lost, because the supporters stand against it: Workers 100 % for, users 100 %, supporters 0 %, investors 100 %.",
    );
    expect(votes(fairShares, [6, 20, 3, 4], 2)).to.include.members([
      "Users all against, everybody else for. Lost, because the users stand against it: Founders 100 % for, labour members 100 %, users 0 %, investors 100 %.",
      "Investors all against, everybody else for. Passed: Founders 100 % for, labour members 100 %, users 100 %, investors 0 %.",
    ]);
  });

  it("change with the charter and with the members, and leave out whom there is not", () => {
    const two = structuredClone(multiStakeholder) as Charter & { rules: { voting: { byWeight: boolean } } };
    two.rules.voting.byWeight = false;
    const disagree = "Workers all for, users all against, the others abstain.";
    expect(votes(multiStakeholder, [6, 20, 1], 1)).to.include(`${disagree} Passed: Workers 100 % for, users 0 %.`);
    expect(votes(two, [6, 20, 1], 1).find((said) => said.startsWith(disagree))).to.contain("Lost");
    expect(votes(multiStakeholder, [6, 20], 1).join(" ")).not.to.match(/[Ii]nvestors|abstain|supporters/);
    expect(votes(worker, [12], 1).join(" ")).not.to.match(/block/);
    expect(votes(worker, [1], 1)).to.deep.equal(["The only member votes for it. Passed: 100 % for."]);
    expect(decisionExamples(multiStakeholder, [0, 0, 0, 0])).to.deep.equal([]);
    // Two speakers do not stop what three quarters of the others want; three do (C4).
    const place = "Speakers for the place all against, everybody else for.";
    const withSpeakers = (n: number) =>
      votes(communityBenefit, [20, 5, n, 4], 2).find((said) => said.startsWith(place));
    expect(withSpeakers(2)).to.contain(" Passed:");
    expect(withSpeakers(3)).to.contain("Lost, because the speakers for the place stand against it");
  });

  it("are about as many votes as there are members, in a co-op of any size", () => {
    const roll = dice(9);
    for (let n = 0; n < 300; n++) {
      const charter = charterOf(at(TEMPLATES, n % TEMPLATES.length).id);
      const members = charter.classes.map(() => roll(n < 150 ? 4 : 400));
      const all = members.reduce((sum, size) => sum + size, 0);
      for (const { kind, situation, outcome, verdict } of decisionExamples(charter, members)) {
        const [voters = 0, of = all] = (/^(\d+) of (\d+) members/.exec(situation) ?? []).slice(1).map(Number);
        expect(of, situation).to.equal(all);
        expect(voters, situation).to.be.lessThan(all);
        // One ballot too few of the kinds between, and enough of the mildest and the strictest.
        if (voters > 0)
          expect(verdict, `${situation} ${outcome}`).to.equal(kind === 1 || kind === 2 ? "adjourned" : "passed");
        const [inFavour, against] = (/, (\d+) of them for it and (\d+) against/.exec(situation) ?? [])
          .slice(1)
          .map(Number);
        if (inFavour !== undefined) expect(inFavour + (against ?? 0), situation).to.equal(all);
        if (/block/.test(situation)) expect(verdict, situation).to.equal("held");
      }
    }
  });
});

describe("Worked examples of money", () => {
  it("divide a fare as the market does", () => {
    expect(money(multiStakeholder, "fare")).to.deep.equal([
      "to the provider: 1800",
      "of the fee to the commons fund: 100",
      "of the fee to the operating fund: 100",
      "points for the work: 50",
      "points for the custom: 50",
    ]);
    expect(money(multiStakeholder, "non-member")).to.deep.equal([
      "to the provider: 1800",
      "of the fee to the commons fund: 100",
      "of the fee to the operating fund: 50",
      "of the fee to the reserve: 50",
      "points for the work: 50",
      "points for the custom: 0",
    ]);
    expect(money(worker, "non-member").slice(-2)).to.deep.equal([
      "points for the work: 100",
      "points for the custom: 0",
    ]);
    const closed = { ...worker, market: { ...worker.market, membersOnly: true } };
    expect(money(closed, "non-member")).to.deep.equal([]);
  });

  it("divide a surplus as the rules do, to the last unit", () => {
    expect(money(multiStakeholder, "surplus")).to.deep.equal([
      "to the reserve: 200000",
      "to the community fund: 50000",
      "to the members, by points: 750000",
    ]);
    expect(money(fairShares, "surplus").at(-1)).to.equal("of that to be taken in shares, at least: 187500");
    expect(money(communityBenefit, "surplus")).to.deep.equal([
      "to the reserve: 500000",
      "to the community fund: 500000",
      "to the members, by points: 0",
    ]);
    const odd = { ...worker, surplus: { ...worker.surplus, reserveShare: 3_333, communityShare: 1_111 } };
    const [surplus] = moneyExamples(odd, { decimals: 6, symbol: "EUR" }).filter(({ id }) => id === "surplus");
    expect(surplus?.lines.reduce((sum, { amount }) => sum + amount, 0n)).to.equal(10_000_000_000n);
  });

  it("pay back at par, with interest up to its limit, and stay within the bounds of a holding", () => {
    expect(money(multiStakeholder, "shares")).to.deep.equal([
      "paid for them: 10000",
      "interest in the year, at most: 500",
      "paid back 90 days later, when the share-capital fund has it: 10000",
    ]);
    expect(money(communityBenefit, "shares")[1]).to.equal("interest in the year, at most: 0");
    const bounds = (minimum: bigint, maximum: bigint) =>
      money({ ...worker, shares: { ...worker.shares, minimum, maximum, notice: 0 } }, "shares");
    expect(bounds(250n, 1_000n)[0]).to.equal("paid for them: 25000");
    expect(bounds(1n, 20n)).to.deep.equal([
      "paid for them: 2000",
      "interest in the year, at most: 100",
      "paid back at once, when the share-capital fund has it: 2000",
    ]);
  });
});

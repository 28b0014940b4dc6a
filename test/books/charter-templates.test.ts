// The templates are complete, lawful and true to the models that they are named after.
import { expect } from "chai";
import { ClassKind, Role } from "../../books/charter/charter.ts";
import { problemsOf } from "../../books/charter/check.ts";
import { charterFrom, TEMPLATES, type Template } from "../../books/charter/templates.ts";
import { at } from "../helpers/coop.ts";

const NOW = 1_790_000_000;
const nobody = `0x${"00".repeat(20)}` as const;
const named = (id: string): Template =>
  at(
    TEMPLATES.filter((one) => one.id === id),
    0,
  );
const kinds = (id: string) => named(id).classes.map(({ kind }) => kind);
const weights = (id: string) => named(id).classes.map(({ weight }) => weight);

describe("Templates as data", () => {
  it("are the six, each with its words", () => {
    expect(TEMPLATES.map(({ id }) => id)).to.deep.equal([
      "worker",
      "multi-stakeholder",
      "fairshares",
      "solidarity",
      "integral",
      "community-benefit",
    ]);
    for (const { id, name, forWhom, about, source, classes } of TEMPLATES) {
      for (const sentence of [forWhom, about, source, ...classes.map((one) => one.about)]) {
        expect(sentence, id).to.match(/^[A-Z].{10,}\.$/);
      }
      // One sentence for whom; a model's figures with title and year, and what of them is ours.
      expect(forWhom.match(/[.!?]/g), id).to.have.length(1);
      expect(source, id).to.match(/\b(19|20)\d\d\b.*: ours\./);
      expect(new Set([name, ...classes.map((one) => one.name)]).size, id).to.equal(classes.length + 1);
    }
  });

  it("weigh their classes so that they make up the whole, and nobody else", () => {
    for (const { id, classes, rules } of TEMPLATES) {
      expect(
        classes.reduce((sum, { weight }) => sum + weight, 0),
        id,
      ).to.equal(10_000);
      const expected = Array.from({ length: 8 }, (_, i) => classes[i]?.weight ?? 0);
      expect(rules.voting.weights, id).to.deep.equal(expected);
    }
  });

  it("become a charter with the par of a share in smallest units, and nothing of the template's words", () => {
    const parties = { settlementToken: nobody, body: nobody, founders: [], officers: [] };
    for (const template of TEMPLATES) {
      const charter = charterFrom(template, { name: "A", purpose: "To be.", decimals: 18, ...parties });
      expect(charter.shares.par, template.id).to.equal(template.shares.par * 10n ** 18n);
      expect(charter.classes, template.id).to.deep.equal(template.classes.map(({ kind, name }) => ({ kind, name })));
      const { rules, membership, market, surplus, haltLimit } = template;
      expect(charter).to.deep.include({ name: "A", purpose: "To be.", rules, membership, market, surplus, haltLimit });
    }
  });

  it("are lawful as they stand: the check of charters finds nothing", () => {
    const account = (n: number) => `0x${String(n).padStart(40, "0")}` as const;
    const people = [3, 4, 5].map(account);
    for (const template of TEMPLATES) {
      const charter = charterFrom(template, {
        ...{ name: "A", purpose: "To be.", decimals: 6, settlementToken: account(1), body: account(2) },
        founders: people.map((one) => ({ account: one, class: 0, commitment: `0x${"00".repeat(32)}` as const })),
        officers: people.map((one) => ({ role: Role.Board, account: one, until: NOW + 180 * 86_400 })),
      });
      expect(problemsOf(charter, NOW), template.id).to.deep.equal([]);
    }
  });

  it("have the marks of their models", () => {
    const { Worker, User, Supporter, Community, Investor } = ClassKind;
    expect([kinds("worker"), named("worker").rules.voting.byWeight]).to.deep.equal([[Worker], false]);
    expect(named("worker").market.workShare).to.equal(10_000);

    expect(kinds("multi-stakeholder")).to.deep.equal([Worker, User, Supporter, Investor]);
    expect(named("multi-stakeholder").rules.voting.byWeight).to.equal(true);

    expect(kinds("fairshares")).to.deep.equal([Supporter, Worker, User, Investor]);
    expect(new Set(weights("fairshares"))).to.deep.equal(new Set([2_500]));
    expect(named("fairshares").rules.kinds.map(({ everyClass }) => everyClass)).to.deep.equal([
      false,
      false,
      true,
      true,
    ]);

    expect(kinds("solidarity")).to.deep.equal([Worker, User, Supporter]);
    expect(weights("solidarity")[2]).to.be.at.most(3_300);

    const integral = named("integral");
    expect(integral.market.commonsShare).to.equal(5_000);
    expect(integral.rules.voting.blockShare).to.be.greaterThan(0);
    expect(Math.min(...integral.rules.kinds.map(({ threshold }) => threshold))).to.be.at.least(7_500);

    const { surplus } = named("community-benefit");
    expect(surplus.reserveShare + surplus.communityShare).to.equal(10_000);
    expect(kinds("community-benefit").filter((kind) => kind === Community)).to.have.length(2);
  });
});

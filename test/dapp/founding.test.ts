// The draft of a co-op: what is written, what comes of it, and what is kept.
import { expect } from "chai";
import { problemsOf } from "../../books/charter/check.ts";
import { readCharterFile, writeCharterFile } from "../../books/charter/file.ts";
import { TEMPLATES } from "../../books/charter/templates.ts";
import { charterOf, draftPath } from "../../dapp/src/features/founding/draft/charter.ts";
import {
  type Draft,
  fromCharter,
  fromTemplate,
  newDraft,
  readDraft,
} from "../../dapp/src/features/founding/draft/draft.ts";
import { FIGURES, textOf, valueAt, valueWritten } from "../../dapp/src/features/founding/draft/figures.ts";
import { STEPS, stepOf } from "../../dapp/src/features/founding/step-list.ts";
import { accountOf } from "./helpers.ts";

const NOW = 1_796_000_000;
const DECIMALS = 6;
const CONTEXT = { decimals: DECIMALS, now: NOW };

/** A complete draft of a template with three founders, who are its board. */
function drafted(template = TEMPLATES[0]): Draft {
  if (!template) throw new Error("There is no template.");
  const people = [1, 2, 3].map(accountOf);
  const draft = fromTemplate(newDraft(NOW, accountOf(50)), template);
  return {
    ...draft,
    ...{ name: "Weavers", purpose: "To weave.", body: accountOf(60) },
    founders: people.map((account) => ({ account, class: 0 })),
    offices: { ...draft.offices, board: people, auditor: [accountOf(70)] },
  };
}

const charterIn = (draft: Draft) => charterOf(draft, DECIMALS).charter;

describe("The draft of a co-op", () => {
  for (const template of TEMPLATES) {
    it(`of a ${template.name} is a lawful charter with the template's own figures`, () => {
      const { charter, unread } = charterOf(drafted(template), DECIMALS);
      expect(unread).to.deep.equal([]);
      expect(problemsOf(charter, NOW)).to.deep.equal([]);
      const { rules, market, surplus, membership, haltLimit } = template;
      expect(charter).to.deep.include({ rules, market, surplus, membership, haltLimit });
      expect(charter.shares).to.deep.equal({ ...template.shares, par: template.shares.par * 10n ** BigInt(DECIMALS) });
    });
  }

  it("knows every figure of a charter, and reads what it wrote", () => {
    const charter = charterIn(drafted());
    for (const figure of FIGURES) {
      const value = valueAt(charter, figure.path) as number;
      expect(value, figure.path).to.not.equal(undefined);
      expect(valueWritten(figure, textOf(figure, value, DECIMALS), DECIMALS), figure.path).to.equal(value);
    }
    const { rules, ...parts } = charter;
    const { weights: _, ...voting } = rules.voting;
    const leaves = [...rules.kinds, voting, parts.membership, parts.shares, parts.market, parts.surplus];
    const count = leaves.reduce((sum, part) => sum + Object.keys(part).length, 0);
    expect(FIGURES.length).to.equal(count + 1);
  });

  it("says at its place what can not be read, and stays a draft", () => {
    const draft = drafted();
    draft.figures["shares.par"] = "one euro";
    draft.founders[1] = { account: "0x12", class: 0 };
    draft.body = "";
    draft.until = "";
    const { unread } = charterOf(draft, DECIMALS);
    expect(unread.map(({ path }) => path)).to.have.members([
      "shares.par",
      "founders.1.account",
      "body",
      "officers.until",
    ]);
    expect(unread.map(({ sentence }) => sentence)).to.include("Write an amount, such as 1.00.");
  });

  it("leads from an officer of the charter to the office in the form", () => {
    const draft = drafted();
    expect(draftPath(draft, "officers.1.account")).to.equal("offices.board.1");
    expect(draftPath(draft, "officers.3.account")).to.equal("offices.auditor.0");
    expect(draftPath(draft, "officers.3.until")).to.equal("officers.until");
    expect(draftPath(draft, "rules.kinds.1.notice")).to.equal("rules.kinds.1.notice");
  });

  it("has a step for every place that can be wrong", () => {
    expect(stepOf("rules.voting.weights.2")).to.equal("classes");
    expect(stepOf("rules.voting.blockShare")).to.equal("decisions");
    expect(stepOf("offices.board.0")).to.equal("members");
    expect(stepOf("settlementToken")).to.equal("money");
    for (const { path } of FIGURES) expect(stepOf(path), path).to.not.equal("check");
    expect(new Set(STEPS.map(({ id }) => id)).size).to.equal(7);
  });

  it("is the same after a way through the charter file", () => {
    const draft = drafted(TEMPLATES[3]);
    const text = writeCharterFile(charterIn(draft), CONTEXT);
    const read = readCharterFile(text, CONTEXT);
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    const back = fromCharter(newDraft(NOW), read.charter, DECIMALS);
    expect(charterIn(back)).to.deep.equal(charterIn(draft));
  });

  it("that has gaps is a file too, and comes back with them", () => {
    const draft = { ...drafted(), body: "", founders: [{ account: "", class: 0 }] };
    const read = readCharterFile(writeCharterFile(charterIn(draft), CONTEXT), CONTEXT);
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    const back = fromCharter(newDraft(NOW), read.charter, DECIMALS);
    expect(back).to.include({ body: "" });
    expect(back.founders[0]?.account).to.equal("");
  });
});

describe("A kept draft", () => {
  it("is read as it was written", () => {
    const draft = drafted();
    expect(readDraft(JSON.stringify(draft))).to.deep.equal(draft);
  });
  for (const [what, broken] of [
    ["cut off", '{"version":1,'],
    ["of another version", JSON.stringify({ ...drafted(), version: 2 })],
    ["without classes", JSON.stringify({ ...drafted(), classes: undefined })],
    ["with a number for a text", JSON.stringify({ ...drafted(), name: 7 })],
    ["with a founder in no class", JSON.stringify({ ...drafted(), founders: [{ account: "", class: 9 }] })],
    ["with an office too few", JSON.stringify({ ...drafted(), offices: { board: [] } })],
    ["of nothing", "null"],
  ] as const) {
    it(`is put aside when it is ${what}`, () => expect(readDraft(broken)).to.equal(undefined));
  }
});

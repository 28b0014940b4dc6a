import { expect } from "chai";
import { formatMoney, parseMoney } from "../../dapp/src/shared/format/money.ts";
import { formatRelative, formatSpan } from "../../dapp/src/shared/format/time.ts";
import { memberOfClass } from "../../dapp/src/shared/format/words.ts";

const EURO = { symbol: "tEUR", decimals: 6 };

describe("Amounts as people write them", () => {
  const understood: [string, bigint][] = [
    ["1250", 1_250_000_000n],
    ["1,250.50", 1_250_500_000n],
    ["1.250,50", 1_250_500_000n],
    ["12,5", 12_500_000n],
    ["€ 89.50", 89_500_000n],
    ["1 000", 1_000_000_000n],
    ["1,250,000", 1_250_000_000_000n],
  ];
  for (const [text, amount] of understood) {
    it(`understands ${text}`, () => expect(parseMoney(text, EURO)).to.equal(amount));
  }
  for (const text of ["", "0", "-5", "1.250", "12.345", "1,2,3", "1e3", "0x10", "ten", "1..2", "∞"]) {
    it(`does not guess at "${text}"`, () => expect(parseMoney(text, EURO)).to.equal(undefined));
  }
  it("reads a grouped whole number only in the English way", () => {
    expect(parseMoney("1,250", EURO)).to.equal(1_250_000_000n);
  });
  it("writes cents always, and smaller parts only where there are any", () => {
    expect(formatMoney(1_250_000_000n, EURO)).to.equal("€1,250.00");
    expect(formatMoney(1n, EURO)).to.equal("€0.000001");
    expect(formatMoney(-5_500_000n, EURO)).to.equal("−€5.50");
    expect(formatMoney(2n * 10n ** 18n, { symbol: "DAI", decimals: 18 })).to.equal("2.00 DAI");
    // What has no parts has no cents, and another asset than the co-op's money no name.
    expect(formatMoney(-1_500n, { symbol: "HOUR", decimals: 0 })).to.equal("−1,500 HOUR");
    expect(formatMoney(1_500n, { symbol: "", decimals: 0 })).to.equal("1,500");
  });
});

describe("Times in words", () => {
  it("chooses the unit that says most", () => {
    expect(formatSpan(1)).to.equal("1 second");
    expect(formatSpan(119)).to.equal("119 seconds");
    expect(formatSpan(600)).to.equal("10 minutes");
    expect(formatSpan(3 * 3_600)).to.equal("3 hours");
    expect(formatSpan(14 * 86_400)).to.equal("14 days");
  });
  it("looks both ways", () => {
    expect(formatRelative(1_000, 1_000)).to.equal("just now");
    expect(formatRelative(1_000 + 86_400 * 3, 1_000)).to.equal("in 3 days");
    expect(formatRelative(1_000, 1_000 + 7_200)).to.equal("2 hours ago");
  });
});

describe("One member of a class", () => {
  it("is the singular of a plain plural", () => {
    expect(memberOfClass("Drivers")).to.equal("driver");
    expect(memberOfClass("Staff")).to.equal("staff");
    expect(memberOfClass("Boss")).to.equal("boss");
    expect(memberOfClass("IT")).to.equal("IT");
  });
});

// viem and ethers decode the same logs to the same events: the two hosts of the books agree before any book is kept.
import { expect } from "chai";
import { Interface, type InterfaceAbi } from "ethers";
import { type AbiEvent, decodeEventLog, encodeAbiParameters, encodeEventTopics, getAddress, type Hex } from "viem";
import {
  assemblyAbi,
  assemblyDeskAbi,
  assemblyLobbyAbi,
  auditRegisterAbi,
  boardAbi,
  directoryAbi,
  jobMarketAbi,
  memberRegisterAbi,
  memberSharesAbi,
  patronageAbi,
  reserveAbi,
  surplusAbi,
  treasuryAbi,
} from "../../books/abi.ts";
import { type AbiParameter, argsFrom } from "../../books/normalise.ts";
import { defaultMarket, defaultSurplus } from "../../scripts/deploy/charter.ts";
import { ASSET, account, hash, SHARE_TERMS, sampleRules } from "./sample.ts";

const content = {
  targets: [account(1), account(2)],
  values: [0n, 1n],
  calldatas: ["0x12345678", "0x"],
  description: "Zwölf",
};
const question = { question: "Wann?", options: ["Früh", "", "Spät"] };
const CASES: [readonly unknown[], string, Record<string, unknown>][] = [
  [assemblyDeskAbi, "RulesSet", { version: 2, rules: sampleRules(6_000, 4_000) }],
  [assemblyDeskAbi, "Drafted", { draftId: 2n ** 200n, proposer: account(3), kind: 2, ...content }],
  [
    assemblyAbi,
    "NoticeGiven",
    {
      proposalId: 9n,
      draftId: 0n,
      kind: 1,
      rulesVersion: 1,
      round: 65_535,
      topic: 5,
      excluded: 2 ** 32 - 1,
      terms: { mayHold: false, mayAdjourn: true, relieved: false, everyClass: true },
      rolls: [3, 0],
      serials: [2 ** 24 - 1, 0],
    },
  ],
  [assemblyAbi, "VoteCast", { voter: account(4), proposalId: 9n, support: 3, weight: 1n, reason: "no" }],
  [assemblyDeskAbi, "SignedBallotsCast", { proposalId: 9n, ballots: "0x0101000001" }],
  [assemblyDeskAbi, "Petitioned", { proposalId: 9n, class: 7, petitioner: account(4), petitioners: 2 ** 24 - 1 }],
  [assemblyDeskAbi, "BallotPassedOver", { proposalId: 9n, voter: account(4), why: 5 }],
  [assemblyDeskAbi, "CalledOutside", { target: account(6), data: "0x1234567890" }],
  [assemblyDeskAbi, "Heard", { proposalId: 2n ** 255n, member: account(4), statement: hash(7) }],
  [assemblyDeskAbi, "DAOURIUpdate", { daoAddress: account(5), daoURI: "ipfs://zwölf" }],
  [assemblyLobbyAbi, "ProxyNamed", { principal: 2 ** 32 - 1, proxy: 1, topic: 5 }],
  [assemblyLobbyAbi, "ProxyAccepted", { principal: 1, proxy: 2 ** 24, topic: 0 }],
  [assemblyLobbyAbi, "ProxyEnded", { principal: 1, proxy: 2, topic: 3 }],
  [assemblyLobbyAbi, "VotedByProxy", { proposalId: 9n, proxy: 7, support: 3, principals: [1, 2 ** 32 - 1] }],
  [assemblyLobbyAbi, "VotedByProxy", { proposalId: 9n, proxy: 7, support: 0, principals: [] }],
  [assemblyLobbyAbi, "PollDrafted", { draftId: 2n ** 200n, proposer: account(3), ...question }],
  [
    assemblyLobbyAbi,
    "PollOpened",
    {
      pollId: 3n,
      draftId: 0n,
      proposer: account(3),
      closesAt: 2 ** 40 - 1,
      ...question,
      rolls: [3, 0],
      serials: [2 ** 24 - 1, 0],
    },
  ],
  [assemblyLobbyAbi, "Answered", { pollId: 3n, member: account(4), option: 7 }],
  [memberRegisterAbi, "Expelled", { memberId: 2 ** 32 - 1, account: account(4), seat: 2 ** 32 - 1, grounds: hash(2) }],
  [
    memberRegisterAbi,
    "MembershipTermsSet",
    { terms: { decideWithin: 2 ** 32 - 1, suspensionLimit: 0, recoveryWait: 604_800 } },
  ],
  [memberRegisterAbi, "Applied", { account: account(4), class: 7, commitment: hash(2), until: 2 ** 40 - 1 }],
  [memberRegisterAbi, "Suspended", { memberId: 2 ** 32 - 1, until: 2 ** 40 - 1, reason: hash(2) }],
  [memberRegisterAbi, "RecoveryAttested", { memberId: 1, newAccount: account(4), by: account(5), forBoard: true }],
  [boardAbi, "ActDecided", { actId: 2n ** 200n, by: account(4), target: account(5), data: "0x12", reason: hash(2) }],
  [reserveAbi, "BodyNamed", { body: account(4), effectiveAt: 2 ** 40 - 1 }],
  [
    auditRegisterAbi,
    "OpinionFiled",
    { opinionId: 1n, auditor: account(4), blockNumber: 2n ** 60n, blockHash: hash(1), report: hash(2), opinion: 4 },
  ],
  [auditRegisterAbi, "ReportFiled", { year: 65_535, by: account(4), report: hash(2) }],
  [memberSharesAbi, "TermsSet", { ...SHARE_TERMS, par: 2n ** 200n }],
  [memberSharesAbi, "InterestPosted", { period: 1n, rate: 800, unitDays: 2n ** 90n, amount: 2n ** 100n }],
  [directoryAbi, "PurposeStated", { purpose: "Zum Fahren" }],
  [directoryAbi, "WindingUp", { since: 2n ** 200n }],
  [
    treasuryAbi,
    "Moved",
    { from: 0, to: 2 ** 32 - 1, asset: getAddress(ASSET), party: account(5), amount: 2n ** 255n, memo: hash(4) },
  ],
  [
    jobMarketAbi,
    "JobOffered",
    {
      jobId: 2n ** 200n,
      customer: account(3),
      provider: account(0),
      kind: 1,
      role: 255,
      fare: 2n ** 96n - 1n,
      passThrough: 0n,
      tip: 1n,
      acceptBy: 2 ** 40 - 1,
      doBy: 2 ** 40 - 1,
      details: hash(1),
    },
  ],
  [
    jobMarketAbi,
    "JobAccepted",
    { jobId: 1n, provider: account(3), providerId: 2 ** 32 - 1, customerId: 0, terms: 65_535 },
  ],
  [
    jobMarketAbi,
    "JobEnded",
    { jobId: 1n, how: 7, pay: 2n ** 97n, refund: 0n, commons: 1n, operating: 2n, reserve: 3n },
  ],
  [
    jobMarketAbi,
    "MarketTermsSet",
    { number: 65_535, terms: { ...defaultMarket, window: 2 ** 24 - 1, membersOnly: true } },
  ],
  [jobMarketAbi, "PaymentHeld", { jobId: 1n, account: account(3), amount: 2n ** 98n }],
  [
    patronageAbi,
    "PointsEarned",
    { period: 2 ** 32 - 1, providerId: 0, customerId: 2 ** 32 - 1, work: 2n ** 111n, custom: 0n },
  ],
  [
    patronageAbi,
    "DividendClaimed",
    { period: 1, memberId: 2, account: account(3), amount: 2n ** 127n, units: 2n ** 64n },
  ],
  [surplusAbi, "SurplusTermsSet", { terms: { ...defaultSurplus, period: 2 ** 32 - 1 } }],
  [
    surplusAbi,
    "SurplusDeclared",
    { period: 1, surplus: 2n ** 120n, reserve: 1n, community: 2n, interest: 3n, dividends: 4n },
  ],
];

function logOf(event: AbiEvent, args: Record<string, unknown>): { topics: [Hex, ...Hex[]]; data: Hex } {
  const open = event.inputs.filter(({ indexed }) => !indexed);
  const data = encodeAbiParameters(
    open,
    open.map(({ name }) => args[name ?? ""]),
  );
  return { topics: encodeEventTopics({ abi: [event], args } as never) as [Hex, ...Hex[]], data };
}

describe("Decoders", () => {
  for (const [abi, name, args] of CASES) {
    it(`give the same arguments of ${name}`, () => {
      const event = abi.find(
        (item) => (item as AbiEvent).type === "event" && (item as AbiEvent).name === name,
      ) as AbiEvent;
      const log = logOf(event, args);
      const byViem = decodeEventLog({ abi: [event], ...log }).args as unknown as Record<string, unknown>;
      const parsed = new Interface(abi as InterfaceAbi).parseLog(log);
      const byEthers = argsFrom(event.inputs as readonly AbiParameter[], parsed?.args.toArray() ?? []);
      expect(byEthers).to.deep.equal(byViem).and.deep.equal(args);
      const again = argsFrom(
        event.inputs as readonly AbiParameter[],
        event.inputs.map(({ name: n }) => byViem[n ?? ""]),
      );
      expect(again).to.deep.equal(byViem);
    });
  }
});

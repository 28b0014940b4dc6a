// The independent audit: re-derives a co-op's state from its events and compares it with storage and token balances.
import type { Token } from "../../books/books.ts";
import type { CommonsBook } from "../../books/commons.ts";
import type { Coop } from "../../books/coop.ts";
import { type Address, BooksError } from "../../books/event.ts";
import type { MarketBook } from "../../books/market.ts";
import { type Chain, connect } from "./chain.ts";
import { type Check, Comparison } from "./check.ts";
import { checkApplications, checkAttestations } from "./checks/applications.ts";
import { checkBallotKeys, checkKeySheets } from "./checks/ballot-keys.ts";
import { checkBids } from "./checks/bids.ts";
import { checkActs } from "./checks/board.ts";
import { checkHolders, checkSeries } from "./checks/bonds.ts";
import { checkAssets, checkBudgets, checkHalts } from "./checks/budgets.ts";
import { checkAccounts, checkOwed } from "./checks/commons-funds.ts";
import { checkDividends, checkPeriods, checkPoints } from "./checks/dividends.ts";
import { checkDrafts } from "./checks/drafts.ts";
import { checkModules, checkOffices, checkRules, checkStanding, checkVacated } from "./checks/founding.ts";
import { checkIncome } from "./checks/income.ts";
import { checkJobs, checkMarketTerms, checkServices } from "./checks/jobs.ts";
import { checkAuctions, checkDebts, checkLeases, checkMachines } from "./checks/machines.ts";
import { checkHandedOver, checkMarketAccounts, checkMarketMoney } from "./checks/market-money.ts";
import { checkExpelled, checkMembers, checkMembershipTerms, checkRoll, checkSeats } from "./checks/membership.ts";
import { checkDisposals, checkFunds, checkJournal, checkTreasury } from "./checks/money.ts";
import { checkBar, checkMotions, checkNumber } from "./checks/motions.ts";
import { checkPages } from "./checks/pages.ts";
import { checkAnswers, checkPolls } from "./checks/polls.ts";
import { checkProxies, checkProxyStorage } from "./checks/proxies.ts";
import { checkQueue, checkStops } from "./checks/queue.ts";
import { checkRecoveries, checkRecoveryRequests } from "./checks/recoveries.ts";
import {
  checkBidding,
  checkClearings,
  checkDeclarations,
  checkIncomeShares,
  checkLifecycles,
  checkRents,
  checkService,
  checkSplits,
} from "./checks/rederived.ts";
import { checkAudits, checkBody, checkLosses, checkOpinions, checkReserve } from "./checks/reserve.ts";
import { checkHoldings, checkInterest, checkShareFunds, checkShareTerms, checkWriteDowns } from "./checks/shares.ts";
import { checkSuspensions } from "./checks/suspensions.ts";
import { checkPetitions, checkTerms } from "./checks/terms.ts";
import { checkBallots, checkOutcomes, checkRecords, checkStates, checkTallies } from "./checks/voting.ts";
import { decodeWith, timesOf } from "./decode.ts";
import { assertAllFound, findHouse } from "./house.ts";
import { logsOf } from "./logs.ts";
import { AuditProblem, causeOf } from "./problem.ts";
import { type Tell, tellNobody } from "./progress.ts";
import { checkReceipts } from "./receipts/check.ts";
import { bookEvents } from "./stream.ts";
import { type Subject, settlementOf, timeOf } from "./subject.ts";

export type Report = {
  coop: Address;
  chainId: bigint;
  block: number;
  /** What every receipt, and so every log, hangs on: to be compared with what others say. */
  blockHash: string;
  events: number;
  checks: Check[];
  agrees: boolean;
  /** The settlement token. */
  settlement: Token;
  /** What time it is at the block, unix seconds. */
  at: number;
  /** The books themselves, for those who want to read on. */
  books: Coop;
  commons: CommonsBook;
  market: MarketBook;
};

const CHECKS = [
  checkModules,
  checkOffices,
  checkVacated,
  checkRules,
  checkStanding,
  checkRoll,
  checkMembers,
  checkSeats,
  checkExpelled,
  checkMembershipTerms,
  checkApplications,
  checkAttestations,
  checkSuspensions,
  checkRecoveries,
  checkRecoveryRequests,
  checkActs,
  checkDrafts,
  checkNumber,
  checkRecords,
  checkMotions,
  checkTerms,
  checkBar,
  checkPetitions,
  checkTallies,
  checkBallots,
  checkPages,
  checkBallotKeys,
  checkKeySheets,
  checkOutcomes,
  checkStates,
  checkProxies,
  checkProxyStorage,
  checkPolls,
  checkAnswers,
  checkShareTerms,
  checkHoldings,
  checkShareFunds,
  checkQueue,
  checkStops,
  checkInterest,
  checkWriteDowns,
  checkFunds,
  checkTreasury,
  checkDisposals,
  checkAssets,
  checkBudgets,
  checkHalts,
  checkMachines,
  checkLeases,
  checkDebts,
  checkAuctions,
  checkRents,
  checkSeries,
  checkBids,
  checkBidding,
  checkClearings,
  checkHolders,
  checkService,
  checkIncome,
  checkIncomeShares,
  checkOwed,
  checkAccounts,
  checkMarketTerms,
  checkServices,
  checkJobs,
  checkLifecycles,
  checkSplits,
  checkMarketMoney,
  checkHandedOver,
  checkPoints,
  checkPeriods,
  checkDeclarations,
  checkDividends,
  checkMarketAccounts,
  checkReserve,
  checkBody,
  checkAudits,
  checkOpinions,
  checkLosses,
  checkJournal,
];

/** As many blocks as are looked through for receipts unless somebody says otherwise: a minute on a local RPC. */
const FEW_BLOCKS = 20_000;

export type AuditOf = {
  rpc: string;
  coop: Address;
  block?: number;
  /** Whether every log is compared with the receipts; without it, if there are few blocks. */
  receipts?: boolean;
  /** How often a busy RPC is asked again. */
  tries?: number;
};

/** Audits a co-op at a block, the newest if none is given. Throws an AuditProblem when there is nothing to audit. */
export async function audit(of: AuditOf, tell: Tell = tellNobody): Promise<Report> {
  const chain = await connect(of.rpc, of.block, of.tries);
  try {
    return await auditOn(chain, of, tell);
  } catch (error) {
    if (!isFromRpc(error)) throw error;
    throw new AuditProblem(`The RPC at ${of.rpc} stopped answering at block ${chain.block} (${causeOf(error)}).`);
  } finally {
    chain.provider.destroy();
  }
}

async function auditOn(chain: Chain, { coop: directory, receipts }: AuditOf, tell: Tell): Promise<Report> {
  const house = await findHouse(chain, directory);
  const blocks = chain.block - house.born + 1;
  const logs = await logsOf(chain, [...house.contractAt.keys()], house.born, (upTo, count) =>
    tell("blocks read", upTo - house.born + 1, blocks, `${count} logs`),
  );
  assertAllFound(house, logs);
  tell("times of blocks", 0, 1);
  const times = await timesOf(chain, logs);
  tell("events", 0, logs.length);
  const events = decodeWith(times, logs, house.contractAt);
  tell("books", 0, events.length);
  const { coop, commons, market, check } = bookEvents(events);
  const checks = [check];
  tell("receipts", 0, blocks);
  if (receipts ?? blocks <= FEW_BLOCKS) checks.push(await checkReceipts(chain, house, { logs, times }, tell));
  for (const [i, compare] of CHECKS.entries()) {
    tell("checks", i, CHECKS.length, compare.name);
    checks.push(await attempt(compare, { chain, house, coop, commons, market }));
  }
  tell("checks", CHECKS.length, CHECKS.length);
  return {
    coop: directory,
    chainId: chain.chainId,
    block: chain.block,
    blockHash: chain.blockHash,
    events: events.length,
    checks,
    agrees: checks.every(({ differences }) => differences.length === 0),
    settlement: await settlementOf(chain, house.token),
    at: await timeOf(chain, house),
    books: coop,
    commons,
    market,
  };
}

/** Books from an impossible stream can not answer every question: that is a finding too. */
async function attempt(compare: (typeof CHECKS)[number], subject: Subject): Promise<Check> {
  try {
    return await compare(subject);
  } catch (error) {
    if (!(error instanceof BooksError)) throw error;
    const comparison = new Comparison(compare.name);
    comparison.wrong("the books", error.message.replace(/\.$/, ""), "otherwise");
    return comparison.check;
  }
}

/** ethers gives what goes wrong on the way to the chain a code. */
function isFromRpc(error: unknown): boolean {
  return typeof (error as { code?: unknown }).code === "string";
}

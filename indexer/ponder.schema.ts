// The tables of the projection, each under the name by which GraphQL asks for one row; an `s` after it asks for many.
import { tables } from "../books/projection/tables.ts";
import { EVENTS, tableOf } from "./host/columns.ts";

export const event = tableOf(EVENTS);
export const refusal = tableOf(tables.refusals);
export const disagreement = tableOf(tables.disagreements);
export const marketDisagreement = tableOf(tables.marketDisagreements);

export const placedModule = tableOf(tables.modules);
export const office = tableOf(tables.offices);
export const formerOffice = tableOf(tables.formerOffices);
export const parameter = tableOf(tables.parameters);
export const boardAct = tableOf(tables.boardActs);
export const opinion = tableOf(tables.opinions);
export const lossCertificate = tableOf(tables.lossCertificates);
export const purposeReport = tableOf(tables.purposeReports);

export const memberClass = tableOf(tables.classes);
export const member = tableOf(tables.members);
export const application = tableOf(tables.applications);
export const formerApplication = tableOf(tables.formerApplications);
export const suspension = tableOf(tables.suspensions);
export const recoveryRequest = tableOf(tables.recoveryRequests);

export const draft = tableOf(tables.drafts);
export const pollDraft = tableOf(tables.pollDrafts);
export const proposal = tableOf(tables.proposals);
export const ballot = tableOf(tables.ballots);
export const poll = tableOf(tables.polls);
export const pollAnswer = tableOf(tables.pollAnswers);
export const proxyNaming = tableOf(tables.proxies);
export const minute = tableOf(tables.minutes);
export const outsideCall = tableOf(tables.outsideCalls);

export const holding = tableOf(tables.holdings);
export const shareChange = tableOf(tables.shareChanges);
export const queuePlace = tableOf(tables.shareQueue);
export const withdrawalStop = tableOf(tables.withdrawalStops);
export const interestPosting = tableOf(tables.interestPostings);
export const interestClaim = tableOf(tables.interestClaims);
export const writeDown = tableOf(tables.writeDowns);
export const sharePayment = tableOf(tables.sharePayments);

export const movement = tableOf(tables.movements);
export const fund = tableOf(tables.funds);
export const reserveMove = tableOf(tables.reserveMoves);
export const budget = tableOf(tables.budgets);
export const budgetSpending = tableOf(tables.budgetSpendings);
export const halt = tableOf(tables.halts);
export const incomePosting = tableOf(tables.incomePostings);
export const incomeClaim = tableOf(tables.incomeClaims);
export const reckoning = tableOf(tables.reckoned);

export const machine = tableOf(tables.machines);
export const rent = tableOf(tables.rents);
export const auctionDeposit = tableOf(tables.auctionDeposits);
export const bondSerie = tableOf(tables.series);
export const bondBid = tableOf(tables.bondBids);
export const bondHolder = tableOf(tables.bondHolders);
export const funding = tableOf(tables.fundings);
export const bondClaim = tableOf(tables.bondClaims);
export const bondTransfer = tableOf(tables.bondTransfers);

export const service = tableOf(tables.services);
export const job = tableOf(tables.jobs);
export const period = tableOf(tables.periods);
export const point = tableOf(tables.points);
export const dividend = tableOf(tables.dividends);
export const marketMove = tableOf(tables.marketMoves);

export const entry = tableOf(tables.entries);
export const posting = tableOf(tables.postings);
export const balance = tableOf(tables.balances);

export { LedgerPage } from "./ledger/LedgerPage.tsx";
export { StatementsPage } from "./statements/StatementsPage.tsx";
export { TreasuryPage } from "./TreasuryPage.tsx";

export { SharesPage } from "./SharesPage.tsx";
export { SharesSheet } from "./SharesSheet.tsx";
export { type ShareTerms, useShareTerms } from "./useShareTerms.ts";

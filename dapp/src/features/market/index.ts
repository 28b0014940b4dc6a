export { DisputesPage } from "./DisputesPage.tsx";
export { JobPage } from "./JobPage.tsx";
export { MarketPage } from "./MarketPage.tsx";
export { MyWorkPage } from "./MyWorkPage.tsx";

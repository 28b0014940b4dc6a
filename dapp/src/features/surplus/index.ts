export { SurplusPage } from "./SurplusPage.tsx";

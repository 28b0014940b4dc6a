export { AllAtOnce } from "./AllAtOnce.tsx";
export { ClaimsPage } from "./ClaimsPage.tsx";

export { ClaimsPage } from "./ClaimsPage.tsx";

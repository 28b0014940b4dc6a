export { ApplicationsPage } from "./ApplicationsPage.tsx";
export { ApplyPage } from "./ApplyPage.tsx";

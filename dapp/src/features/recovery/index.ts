export { RecoveriesPage } from "./RecoveriesPage.tsx";
export { VetoNotice } from "./VetoNotice.tsx";

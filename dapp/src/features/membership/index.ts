export { MembersPage } from "./MembersPage.tsx";
export { YouPage } from "./YouPage.tsx";

export { FoundingPage } from "./FoundingPage.tsx";

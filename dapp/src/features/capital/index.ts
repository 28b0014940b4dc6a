export { SharesSheet } from "./SharesSheet.tsx";

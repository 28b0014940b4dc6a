export { IncomePage } from "./IncomePage.tsx";

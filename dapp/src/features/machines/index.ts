export { MachinePage } from "./MachinePage.tsx";
export { MachinesPage } from "./MachinesPage.tsx";

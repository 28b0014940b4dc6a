export { DraftPage } from "./DraftPage.tsx";
export { NewProposalPage } from "./NewProposalPage.tsx";
export { ProposalPage } from "./ProposalPage.tsx";
export { ProposalsPage } from "./ProposalsPage.tsx";

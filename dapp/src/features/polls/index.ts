export { NewPollPage } from "./NewPollPage.tsx";
export { PollDraftPage } from "./PollDraftPage.tsx";
export { PollPage } from "./PollPage.tsx";
export { PollsPage } from "./PollsPage.tsx";

// What to say when the co-op's records can not be read, or not be believed.
import type { LossKind } from "../shared/chain/store.ts";

const RUNS_IT = "tell whoever runs this page";

export const LOSS: Record<LossKind, { title: string; short: string; advice: string }> = {
  lost: {
    title: "The co-op's records can not be reached",
    short: "The connection to the co-op's records is lost.",
    advice: `The page tries again every few seconds. If it stays like this, check your connection, or ${RUNS_IT}.`,
  },
  forgotten: {
    title: "A part of the co-op's records is missing",
    short: "The node that this page asks does not keep the co-op's whole history.",
    advice: `Nothing can be shown without it: ${RUNS_IT}, which needs a node that keeps all of it.`,
  },
  untrue: {
    title: "The co-op's records contradict themselves",
    short: "What the node that this page asks tells of the co-op can not be true.",
    advice: `Nothing of it is shown. Do not rely on this page until it asks another node, and ${RUNS_IT}.`,
  },
};

// What to say when the co-op's records can not be read, or not be believed.
import { t } from "../../../books/say.ts";
import type { LossKind } from "../shared/chain/store.ts";

const RUNS_IT = t`tell whoever runs this page`;

export const LOSS: Record<LossKind, { title: string; short: string; advice: string }> = {
  lost: {
    title: t`The co-op's records can not be reached`,
    short: t`The connection to the co-op's records is lost.`,
    advice: t`The page tries again every few seconds. If it stays like this, check your connection, or ${RUNS_IT}.`,
  },
  busy: {
    title: t`Too many ask for the co-op's records just now`,
    short: t`The node that this page asks has too much to do.`,
    advice: t`The page tries again by itself, a little later each time. If it stays like this, ${RUNS_IT}.`,
  },
  forgotten: {
    title: t`A part of the co-op's records is missing`,
    short: t`The node that this page asks does not keep the co-op's whole history.`,
    advice: t`Nothing can be shown without it: ${RUNS_IT}, which needs a node that keeps all of it.`,
  },
  untrue: {
    title: t`The co-op's records contradict themselves`,
    short: t`What the node that this page asks tells of the co-op can not be true.`,
    advice: t`Nothing of it is shown. Do not rely on this page until it asks another node, and ${RUNS_IT}.`,
  },
};

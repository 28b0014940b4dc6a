/** Beyond this a figure is broken into lines rather than pushed out of its column. */
const LONGEST = 20;

/** How a figure stands in a column: on one line, unless it is longer than the column can be. */
export const breaking = ({ length }: string, longest = LONGEST): string =>
  length > longest ? "whitespace-normal wrap-anywhere" : "whitespace-nowrap";

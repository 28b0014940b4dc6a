/** A sentence of ours; addresses and percentages in it are not torn apart at the end of a line. */
export function Plain({ text }: { text: string }) {
  const parts = text.replaceAll(" %", "\u00a0%").split(/(0x[0-9a-fA-F]{4}…[0-9a-fA-F]{4}\S?)/);
  return parts.map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence
      <span key={i} className="whitespace-nowrap">
        {part}
      </span>
    ),
  );
}

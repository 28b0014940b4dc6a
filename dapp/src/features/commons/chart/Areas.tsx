import { t } from "../../../../../books/say.ts";
import { useCoop } from "../../../shared/chain/useCoop.ts";
import { isEuro } from "../../../shared/format/money.ts";
import { formatDay } from "../../../shared/format/time.ts";
import { BANDS, type Point, ticksUpTo, totalOf } from "./history.ts";
import { useWidth } from "./useWidth.ts";

const GUESS = 720;
/** A third date does not fit below this. */
const NARROW = 480;
const HEIGHT = 260;
const LEFT = 66;
const BOTTOM = 26;
const TOP = 10;

type Props = { points: readonly Point[]; chosen: number };

/** Bands upon each other, in steps: a fund holds what it holds until something moves. For the eye; the words are beside it. */
export function Areas({ points, chosen }: Props) {
  const { settlement } = useCoop();
  const { ref, width } = useWidth(GUESS);
  const units = (amount: bigint) => Number(amount) / 10 ** settlement.decimals;
  const ticks = ticksUpTo(Math.max(...points.map((point) => units(totalOf(point)))));
  const top = ticks.at(-1) || 1;
  const [first, last] = [points[0]?.until ?? 0, points.at(-1)?.until ?? 1];
  const x = (at: number) => LEFT + ((width - LEFT) * (at - first)) / (last - first || 1);
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * value) / top;
  const marked = points[chosen];
  const sign = isEuro(settlement) ? "€" : "";
  const dates = width < NARROW ? [points[0], undefined] : [points[0], points[Math.floor(points.length / 2)]];
  return (
    <div ref={ref}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        className="chart block h-auto w-full"
        role="img"
        aria-label={wordsOf(points)}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={LEFT - 8} y={y(tick)} dy="0.32em" textAnchor="end" className="chart-text">
              {sign}
              {tick.toLocaleString("en-GB")}
            </text>
          </g>
        ))}
        {BANDS.map(({ name }, band) => (
          <path key={name} d={bandPath(points, band, units, x, y)} className={`chart-area chart-${band + 1}`} />
        ))}
        {[...dates, points.at(-1)].map(
          (point, i) =>
            point && (
              <text
                // biome-ignore lint/suspicious/noArrayIndexKey: beginning, middle and end
                key={i}
                x={x(point.until)}
                y={HEIGHT - 6}
                textAnchor={(["start", "middle", "end"] as const)[i]}
                className="chart-text"
              >
                {formatDay(point.until)}
              </text>
            ),
        )}
        {marked && (
          <line x1={x(marked.until)} x2={x(marked.until)} y1={TOP} y2={HEIGHT - BOTTOM} className="chart-mark" />
        )}
      </svg>
    </div>
  );
}

type Scale = (value: number) => number;

/** Along the top of a band in steps, and back along its bottom. */
function bandPath(
  points: readonly Point[],
  band: number,
  units: (amount: bigint) => number,
  x: Scale,
  y: Scale,
): string {
  const upTo = ({ amounts }: Point, count: number) =>
    units(amounts.slice(0, count).reduce((sum, one) => sum + one, 0n));
  const edge = (count: number) => points.map((point) => [x(point.until), y(upTo(point, count))] as const);
  return `M${steps(edge(band + 1)).join("L")}L${steps(edge(band)).reverse().join("L")}Z`;
}

/** A point's balance holds from the point before it on. */
function steps(edge: readonly (readonly [x: number, y: number])[]): string[] {
  return edge.flatMap(([atX, atY], i) => {
    const before = edge[i - 1];
    const corner = `${atX.toFixed(1)} ${atY.toFixed(1)}`;
    return before ? [`${before[0].toFixed(1)} ${atY.toFixed(1)}`, corner] : [corner];
  });
}

/** What a reader who does not see it is told; the figures stand in the table. */
function wordsOf(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  return t`Chart: what the co-op held, by kind of fund, from ${formatDay(first.until)} to ${formatDay(last.until)}. The figures are in the table below.`;
}

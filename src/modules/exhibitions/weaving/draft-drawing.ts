import { type Draft, isWarpUp } from './draft.ts'

/**
 * A draft as weavers draw it: threading above, tie-up in the corner, treadling at the right, and the cloth that follows from
 * them. Plain SVG that stands by itself, in ink on silk.
 */
export function draftAsSvg(draft: Draft, { ends, picks }: { ends: number; picks: number }): string {
  const shafts = Math.max(...draft.threading) + 1
  const treadles = draft.tieUp.length
  const cell = 12
  const gap = cell
  const top = shafts * cell + gap
  const right = ends * cell + gap
  const width = right + treadles * cell
  const height = top + picks * cell
  const marks: [number, number][] = []
  for (let end = 0; end < ends; end += 1) {
    const shaft = draft.threading[end % draft.threading.length]!
    marks.push([end * cell, (shafts - 1 - shaft) * cell])
    for (let pick = 0; pick < picks; pick += 1) {
      if (isWarpUp(draft, end, pick)) marks.push([end * cell, top + pick * cell])
    }
  }
  draft.tieUp.forEach((lifted, treadle) =>
    lifted.forEach((shaft) => marks.push([right + treadle * cell, (shafts - 1 - shaft) * cell])),
  )
  for (let pick = 0; pick < picks; pick += 1) {
    const treadle = draft.treadling[pick % draft.treadling.length]!
    marks.push([right + treadle * cell, top + pick * cell])
  }
  const ink = marks
    .map(([x, y]) => `M${x + 1} ${y + 1}h${cell - 2}v${cell - 2}h${2 - cell}z`)
    .join('')
  const margin = cell * 2
  const box = `${-margin} ${-margin} ${width + margin * 2} ${height + margin * 2}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width + margin * 2}" height="${height + margin * 2}">`,
    `<rect x="${-margin}" y="${-margin}" width="${width + margin * 2}" height="${height + margin * 2}" fill="#f3ecdc"/>`,
    grid(ends, shafts, 0, 0, cell),
    grid(treadles, shafts, right, 0, cell),
    grid(ends, picks, 0, top, cell),
    grid(treadles, picks, right, top, cell),
    `<path d="${ink}" fill="#26315c"/>`,
    '</svg>',
  ].join('')
}

function grid(columns: number, rows: number, left: number, top: number, cell: number): string {
  const lines = [
    ...Array.from({ length: columns + 1 }, (_, at) => `M${left + at * cell} ${top}v${rows * cell}`),
    ...Array.from({ length: rows + 1 }, (_, at) => `M${left} ${top + at * cell}h${columns * cell}`),
  ]
  return `<path d="${lines.join('')}" stroke="#c9bd9f" fill="none"/>`
}

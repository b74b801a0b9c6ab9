import { type Draft, isWarpUp } from './draft.ts'

/** A colour as red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number]

/** What one sees where a warp end and a pick cross: which thread lies on top, and its colour. */
export interface Crossing {
  top: 'warp' | 'weft' | 'pattern'
  colour: Colour
}

/** A cloth as its crossings; `ends` across and `picks` down. */
export interface Cloth {
  ends: number
  picks: number
  /** The width and height of a crossing: a cloth beaten tight has flat ones. */
  cell: readonly [number, number]
  /** How much the thread shines, from cotton at 0 to silk at 1. */
  sheen: number
  at(end: number, pick: number): Crossing
}

/** Cloth woven straight from a draft, with the colours of its threads. */
export function fromDraft(
  draft: Draft,
  size: Pick<Cloth, 'ends' | 'picks' | 'cell' | 'sheen'>,
  dyes: { warp: (end: number) => Colour; weft: (pick: number) => Colour },
): Cloth {
  return {
    ...size,
    at: (end, pick) =>
      isWarpUp(draft, end, pick)
        ? { top: 'warp', colour: dyes.warp(end) }
        : { top: 'weft', colour: dyes.weft(pick) },
  }
}

/**
 * A plain ground on which a second weft floats where a chart says so: khit and chok of the Mekong, brocade of the drawloom.
 * The chart is what a weaver stores in string: on a vertical heddle one stick a row, on a drawloom one cord.
 */
export function brocaded(
  size: Pick<Cloth, 'ends' | 'picks' | 'cell' | 'sheen'>,
  ground: { warp: (end: number) => Colour; weft: (pick: number) => Colour },
  chart: (end: number, pick: number) => Colour | null,
): Cloth {
  return {
    ...size,
    at(end, pick) {
      const floating = chart(end, pick)
      if (floating) return { top: 'pattern', colour: floating }
      return (end + pick) % 2 === 0
        ? { top: 'warp', colour: ground.warp(end) }
        : { top: 'weft', colour: ground.weft(pick) }
    },
  }
}

/** Tapestry: the weft turns back where its colour ends and hides the warp wholly. */
export function tapestry(
  size: Pick<Cloth, 'ends' | 'picks' | 'cell' | 'sheen'>,
  picture: (end: number, pick: number) => Colour,
): Cloth {
  return { ...size, at: (end, pick) => ({ top: 'weft', colour: picture(end, pick) }) }
}

/** A number from 0 to 1 that looks drawn by lot and is the same each time. */
export function lot(...places: number[]): number {
  let state = 0x9e3779b9
  for (const place of places) {
    state = Math.imul(state ^ (place | 0), 0x85ebca6b)
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  }
  return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296
}

import type { Language } from '#kernel/values'
import type { Content } from './types.ts'

export interface MapPoint {
  id: string
  label: string
  labelLanguage?: Language
  /** Degrees, north and east positive. */
  latitude: number
  longitude: number
  href?: string
  /** Country, city, roles: what the list says beside the name. */
  detail?: Content
}

/** Equirectangular: degrees become units evenly, cropped to the points with room around them. */
export interface Projection {
  width: number
  height: number
  x: (longitude: number) => number
  y: (latitude: number) => number
  meridians: { degree: number; x: number }[]
  parallels: { degree: number; y: number }[]
  /** The degrees at the sides of the picture, and how an outline in tenths of a degree comes into it. */
  part: { west: number; east: number; north: number; south: number }
  ofTenths: string
  fineMeridians: number[]
  fineParallels: number[]
}

/** Points too near to be told apart. */
export interface Cluster {
  x: number
  y: number
  points: MapPoint[]
}

/** The two pictures of one map, in units that are about pixels where each is shown: a page, and a phone. */
export const mapWidths = { wide: 960, narrow: 360 } as const

/** Knots are as large in both pictures; two whose middles are nearer than this would cover each other. */
const knotDistance = 34

/** Chooses the part of the world that holds all points, never narrower than 40 degrees. */
export function projectionFor(
  points: readonly MapPoint[],
  width: number = mapWidths.wide,
): Projection {
  const longitudes = points.length > 0 ? points.map((point) => point.longitude) : [0]
  const latitudes = points.length > 0 ? points.map((point) => point.latitude) : [0]
  const west = Math.max(-180, Math.min(...longitudes) - 14)
  const spread = Math.max(40, Math.max(...longitudes) - Math.min(...longitudes))
  const east = Math.min(180, Math.max(...longitudes) + 10 + spread * 0.24)
  const perDegree = width / (east - west)
  const span = Math.min(
    Math.max(Math.max(...latitudes) - Math.min(...latitudes) + 24, (east - west) * 0.42),
    170,
  )
  const middle = (Math.max(...latitudes) + Math.min(...latitudes)) / 2
  const north = Math.min(88, middle + span / 2)
  const height = Math.round(span * perDegree)
  const x = (longitude: number) => round((longitude - west) * perDegree)
  const y = (latitude: number) => round((north - latitude) * perDegree)
  const step = east - west > 80 ? 20 : 10
  return {
    width,
    height,
    x,
    y,
    part: { west, east, north, south: north - span },
    ofTenths: `translate(${round(-west * perDegree)} ${round(north * perDegree)}) scale(${perDegree / 10})`,
    meridians: steps(west, east, step).map((degree) => ({ degree, x: x(degree) })),
    parallels: steps(north - span, north, step).map((degree) => ({ degree, y: y(degree) })),
    fineMeridians: steps(west, east, step / 10).map(x),
    fineParallels: steps(north - span, north, step / 10).map(y),
  }
}

/**
 * The points in the order of their knots, so that those of one knot stand together in the list and numbers rise in it: by the
 * knots of a phone, which join more, and within one by those of a page.
 */
export function inOrderOfKnots(points: readonly MapPoint[]): MapPoint[] {
  return [mapWidths.narrow, mapWidths.wide].reduce<MapPoint[]>(
    (ordered, width) =>
      clusterPoints(ordered, projectionFor(points, width)).flatMap((cluster) => cluster.points),
    [...points],
  )
}

/** Joins points whose knots would overlap at this width, in the order given. */
export function clusterPoints(points: readonly MapPoint[], projection: Projection): Cluster[] {
  const clusters: Cluster[] = []
  for (const point of points) {
    const x = projection.x(point.longitude)
    const y = projection.y(point.latitude)
    const near = clusters.find((cluster) => Math.hypot(cluster.x - x, cluster.y - y) < knotDistance)
    if (near) near.points.push(point)
    else clusters.push({ x, y, points: [point] })
  }
  return clusters
}

interface PlacedLabel {
  cluster: Cluster
  label: { x: number; y: number; anchor: 'start' | 'end' | 'middle' }
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Gives each knot a label on the side where it meets nothing else: right, left, below, above. */
export function placeLabels(clusters: readonly Cluster[], projection: Projection): PlacedLabel[] {
  const taken: Box[] = clusters.map(({ x, y }) => ({
    left: x - 16,
    right: x + 16,
    top: y - 16,
    bottom: y + 16,
  }))
  return clusters.map((cluster) => {
    const length = textWidth(
      `${cluster.points[0]?.label ?? ''}${cluster.points.length > 1 ? ' + 9' : ''}`,
    )
    const { x, y } = cluster
    const candidates: { label: PlacedLabel['label']; box: Box }[] = [
      { label: { x: x + 22, y, anchor: 'start' }, box: box(x + 22, y, length) },
      { label: { x: x - 22, y, anchor: 'end' }, box: box(x - 22 - length, y, length) },
      { label: { x, y: y + 30, anchor: 'middle' }, box: box(x - length / 2, y + 30, length) },
      { label: { x, y: y - 30, anchor: 'middle' }, box: box(x - length / 2, y - 30, length) },
    ]
    const free = candidates.find(
      (candidate) =>
        candidate.box.left > 0 &&
        candidate.box.right < projection.width &&
        !taken.some((other) => overlap(candidate.box, other)),
    )
    const chosen =
      free ??
      candidates.find(({ box: { left, right } }) => left > 0 && right < projection.width) ??
      candidates[1]!
    taken.push(chosen.box)
    return { cluster, label: chosen.label }
  })
}

function box(left: number, y: number, length: number): Box {
  return { left, right: left + length, top: y - 11, bottom: y + 11 }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

// Wide enough for any of the five scripts; an estimate serves, for nothing is cut.
function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 17 : 9), 0)
}

function steps(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  return Array.from(
    { length: Math.floor(to / step) - first + 1 },
    (_, index) => (first + index) * step,
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

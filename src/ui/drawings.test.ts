import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderFragment } from './index.ts'
import { landWithin } from './land.ts'
import {
  clusterPoints,
  inOrderOfKnots,
  mapWidths,
  placeLabels,
  projectionFor,
} from './map-layout.ts'
import { WovenBand } from './woven-band.tsx'

const place = (id: string, latitude: number, longitude: number) => ({
  id,
  label: id,
  latitude,
  longitude,
})

test('the same id always gives the same band, and another id another', () => {
  const band = (id: string) => renderFragment(h(WovenBand, { id }))
  assert.equal(band('peking'), band('peking'))
  const bands = new Set(Array.from({ length: 100 }, (_, index) => band(`organisation-${index}`)))
  assert.ok(bands.size > 95, `${bands.size} of 100 differ`)
})

test('places that would overlap become one knot, and none is lost', () => {
  const points = [place('a', 39.99, 116.31), place('b', 39.97, 116.32), place('c', 13.7, 100.5)]
  const clusters = clusterPoints(points, projectionFor(points))
  assert.deepEqual(
    clusters.map((cluster) => cluster.points.map((point) => point.id)),
    [['a', 'b'], ['c']],
  )
})

test('no two knots cover each other, on a page or on a phone', () => {
  const cities = (
    [
      [39.99, 116.31],
      [37.57, 126.98],
      [13.7, 100.5],
      [18.79, 98.98],
      [45.76, 4.84],
      [48.85, 2.35],
      [31.2, 121.4],
      [35.1, 129],
      [22.5, 114.1],
    ] as const
  ).map(([latitude, longitude]) => place(`${latitude}`, latitude, longitude))
  for (const width of Object.values(mapWidths)) {
    const clusters = clusterPoints(cities, projectionFor(cities, width))
    assert.equal(clusters.flatMap((cluster) => cluster.points).length, cities.length)
    for (const [index, one] of clusters.entries()) {
      for (const other of clusters.slice(index + 1)) {
        const apart = Math.hypot(one.x - other.x, one.y - other.y)
        assert.ok(apart >= 34, `${one.points[0]?.id} and ${other.points[0]?.id} at ${width}`)
      }
    }
  }
})

test('the list follows the knots: numbers rise in it, and what is one knot stands together', () => {
  const points = [
    place('peking', 39.99, 116.31),
    place('bangkok', 13.7, 100.5),
    place('seoul', 37.57, 126.98),
    place('renmin', 39.97, 116.32),
    place('lyon', 45.76, 4.84),
    place('samut', 13.61, 100.84),
    place('paris', 48.85, 2.35),
  ]
  const ordered = inOrderOfKnots(points)
  assert.deepEqual(ordered.map(({ id }) => id).toSorted(), points.map(({ id }) => id).toSorted())
  for (const width of Object.values(mapWidths)) {
    const clusters = clusterPoints(ordered, projectionFor(points, width))
    assert.deepEqual(
      clusters.flatMap((cluster) => cluster.points.map(({ id }) => id)),
      ordered.map(({ id }) => id),
      `${width}`,
    )
  }
})

test('land is drawn where it lies, and only that of the picture', () => {
  const world = landWithin({ west: -180, east: 180, north: 90, south: -60 })
  const siam = landWithin({ west: 95, east: 110, north: 20, south: 5 })
  const ocean = landWithin({ west: -30, east: -28, north: -20, south: -22 })
  assert.ok(world.length > siam.length && siam.length > 0)
  assert.equal(ocean, '')
  assert.match(world, /^(M-?\d+ -?\d+l[\d -]+z)+$/)
})

test('what is land is land, on both sides of both meridians, and the sea is not', () => {
  const world = landWithin({ west: -180, east: 180, north: 90, south: -60 })
  const rings = [...world.matchAll(/M[^z]+/g)].map(([path]) => {
    let [x, y] = [0, 0]
    return [...path.matchAll(/(-?\d+) ?(-?\d+)/g)].map(([, dx, dy]) => {
      x += Number(dx)
      y += Number(dy)
      return [x / 10, -y / 10] as const
    })
  })
  const isLand = (latitude: number, longitude: number) =>
    rings.some((ring) =>
      ring.reduce((isIn, [x, y], place) => {
        const [beforeX, beforeY] = ring.at(place - 1)!
        const crosses = y > latitude !== beforeY > latitude
        const at = x + ((latitude - y) / (beforeY - y)) * (beforeX - x)
        return crosses && longitude < at ? !isIn : isIn
      }, false),
    )
  const land = {
    Beijing: [39.9, 116.4],
    Bangkok: [14.5, 100.5],
    Lyon: [45.8, 4.8],
    Seoul: [37.5, 127],
    Timbuktu: [16.8, -3],
    Madrid: [40.4, -3.7],
    Chukotka: [66.5, -173],
  }
  const sea = { Bengal: [15, 90], Atlantic: [40, -30], Pacific: [30, 160], Biscay: [45, -6] }
  for (const [name, [latitude, longitude]] of Object.entries(land))
    assert.ok(isLand(latitude!, longitude!), name)
  for (const [name, [latitude, longitude]] of Object.entries(sea))
    assert.ok(!isLand(latitude!, longitude!), name)
})

test('every place lies inside the picture, also alone or at the edge of the world', () => {
  for (const points of [[place('a', 0, 0)], [place('a', 64, -179), place('b', -40, 179)], []]) {
    const projection = projectionFor(points)
    for (const { cluster, label } of placeLabels(clusterPoints(points, projection), projection)) {
      assert.ok(
        cluster.x >= 0 &&
          cluster.x <= projection.width &&
          cluster.y >= 0 &&
          cluster.y <= projection.height,
      )
      assert.ok(Number.isFinite(label.x) && Number.isFinite(label.y))
    }
  }
})

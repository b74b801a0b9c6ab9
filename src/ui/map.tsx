import type { Language } from '#kernel/values'
import { landWithin } from './land.ts'
import {
  type Cluster,
  type MapPoint,
  type Projection,
  clusterPoints,
  inOrderOfKnots,
  mapWidths,
  placeLabels,
  projectionFor,
} from './map-layout.ts'
import { sample } from './sample-text.ts'
import { type Examples, classes } from './types.ts'
import { words } from './words.ts'

interface MapProps {
  language: Language
  /** What the map shows, in words. */
  label: string
  points: readonly MapPoint[]
  /** Members without a known place stand in the list only. */
  unplaced?: readonly Omit<MapPoint, 'latitude' | 'longitude'>[]
  /** Ties between places, drawn as threads. */
  threads?: readonly { from: string; to: string; count?: number }[]
}

/**
 * Where the members are: knots on the coasts of the world, without borders, and the same as a list. A phone has a picture of
 * its own, in which places that would cover each other there are one knot. A knot leads to its places in the list.
 */
export function PlaceMap({ language, label, points, unplaced = [], threads = [] }: MapProps) {
  const ordered = inOrderOfKnots(points)
  const drawn = (['wide', 'narrow'] as const).map((size) => {
    const projection = projectionFor(points, mapWidths[size])
    const clusters = clusterPoints(ordered, projection)
    return { size, projection, clusters, numbers: numbersOf(clusters) }
  })
  return (
    <figure class="map">
      {drawn.map(({ size, projection, clusters }) => (
        <svg
          key={size}
          class={`map-picture map-${size}`}
          viewBox={`0 0 ${projection.width} ${projection.height}`}
          role="group"
          aria-label={label}
        >
          <path
            class="map-land"
            transform={projection.ofTenths}
            d={landWithin(projection.part)}
            vector-effect="non-scaling-stroke"
          />
          <Graticule projection={projection} language={language} />
          {threads.map((thread) => (
            <MapThread key={`${thread.from}-${thread.to}`} clusters={clusters} {...thread} />
          ))}
          {placeLabels(clusters, projection).map((placed, index) => (
            <Knot
              key={index}
              cluster={placed.cluster}
              number={index + 1}
              label={size === 'wide' ? placed.label : null}
            />
          ))}
        </svg>
      ))}
      <figcaption>
        <h3 class="map-list-title">{words(language).places}</h3>
        <ol class="map-list">
          {[...ordered, ...unplaced].map((point) => (
            <PlaceInList
              key={point.id}
              point={point}
              numbers={drawn.map(({ size, numbers }) => ({
                size,
                number: numbers.get(point.id) ?? null,
              }))}
            />
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}

interface PlaceInListProps {
  point: Omit<MapPoint, 'latitude' | 'longitude'>
  /** Of its knot in each picture; null for one without a known place. */
  numbers: readonly { size: 'wide' | 'narrow'; number: number | null }[]
}

function PlaceInList({ point, numbers }: PlaceInListProps) {
  const isUnplaced = numbers.every(({ number }) => number === null)
  return (
    <li id={placeId(point)} class={classes(isUnplaced && 'map-unplaced')}>
      <span class="map-number" aria-hidden="true">
        {numbers.map(({ size, number }) => (
          <span key={size} class={`map-${size}`}>
            {number ?? '–'}
          </span>
        ))}
      </span>
      <span>
        {point.href ? (
          <a href={point.href} lang={point.labelLanguage}>
            {point.label}
          </a>
        ) : (
          <span lang={point.labelLanguage}>{point.label}</span>
        )}
        {point.detail && <span class="quiet map-detail">{point.detail}</span>}
      </span>
    </li>
  )
}

function placeId({ id }: { id: string }): string {
  return `place-${id}`
}

function numbersOf(clusters: readonly Cluster[]): ReadonlyMap<string, number> {
  return new Map(
    clusters.flatMap((cluster, index) =>
      cluster.points.map((point) => [point.id, index + 1] as const),
    ),
  )
}

function Graticule({ projection, language }: { projection: Projection; language: Language }) {
  const degrees = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'degree',
    unitDisplay: 'narrow',
  })
  const { width, height } = projection
  return (
    <g>
      <path
        class="map-fine"
        d={projection.fineMeridians.map((x) => `M${x} 0V${height}`).join('')}
      />
      <path
        class="map-fine map-fine-weft"
        d={projection.fineParallels.map((y) => `M0 ${y}H${width}`).join('')}
      />
      <path
        class="map-meridians"
        d={projection.meridians.map(({ x }) => `M${x} 0V${height}`).join('')}
      />
      <path
        class="map-parallels"
        d={projection.parallels.map(({ y }) => `M0 ${y}H${width}`).join('')}
      />
      {projection.meridians
        .filter(({ x }) => x < width - 40)
        .map(({ x, degree }) => (
          <text key={degree} class="map-degree" x={x + 5} y={height - 8}>
            {degrees.format(degree)}
          </text>
        ))}
      {projection.parallels.map(({ y, degree }) => (
        <text key={degree} class="map-degree" x={6} y={y - 5}>
          {degrees.format(degree)}
        </text>
      ))}
    </g>
  )
}

interface ThreadProps {
  clusters: readonly Cluster[]
  from: string
  to: string
  count?: number
}

function MapThread({ clusters, from, to, count = 1 }: ThreadProps) {
  const start = clusters.find((cluster) => cluster.points.some((point) => point.id === from))
  const end = clusters.find((cluster) => cluster.points.some((point) => point.id === to))
  if (!start || !end || start === end) return null
  const lift = Math.hypot(end.x - start.x, end.y - start.y) * 0.18
  const d = `M${start.x} ${start.y}Q${(start.x + end.x) / 2} ${(start.y + end.y) / 2 - lift} ${end.x} ${end.y}`
  return <path class="map-thread" d={d} stroke-width={Math.min(6, 1.5 + Math.log2(count))} />
}

interface KnotProps {
  cluster: Cluster
  number: number
  /** Where the name stands; null where there is no room for names, and the list says them. */
  label: { x: number; y: number; anchor: 'start' | 'end' | 'middle' } | null
}

function Knot({ cluster, number, label }: KnotProps) {
  const radius = cluster.points.length > 1 ? 17 : 14
  const { x, y } = cluster
  const [first, ...others] = cluster.points
  // What is heard begins with what is seen, so that who speaks to the page says what they read (WCAG 2.5.3).
  const seen = `${number} ${drawnName(cluster)}`
  const names = others.map((point) => point.label).join(', ')
  return (
    <a
      href={`#${placeId(first!)}`}
      class="map-way"
      aria-label={names === '' ? seen : `${seen}: ${names}`}
    >
      <path
        class="map-knot"
        d={`M${x} ${y - radius}L${x + radius} ${y}L${x} ${y + radius}L${x - radius} ${y}Z`}
      />
      <text class="map-knot-number" x={x} y={y} dy="0.34em" text-anchor="middle">
        {number}
      </text>{' '}
      {label && <KnotLabel cluster={cluster} label={label} />}
    </a>
  )
}

function KnotLabel({
  cluster,
  label,
}: {
  cluster: Cluster
  label: NonNullable<KnotProps['label']>
}) {
  const [first] = cluster.points
  return (
    <text
      class="map-label"
      x={label.x}
      y={label.y}
      dy="0.35em"
      text-anchor={label.anchor}
      lang={first?.labelLanguage}
    >
      {drawnName(cluster)}
    </text>
  )
}

/** The name beside a knot: of several the first, and how many more. */
function drawnName({ points }: Cluster): string {
  const [first, ...others] = points
  return `${first?.label ?? ''}${others.length > 0 ? ` + ${others.length}` : ''}`
}

export const examples: Examples = (language) => [
  {
    name: 'map',
    render: () => (
      <PlaceMap
        language={language}
        label={sample('members', language)}
        points={[
          {
            id: 'au',
            label: sample('au', language),
            latitude: 13.61,
            longitude: 100.84,
            href: '#au',
          },
          {
            id: 'pku',
            label: sample('pku', language),
            latitude: 39.99,
            longitude: 116.31,
            href: '#pku',
          },
          {
            id: 'ruc',
            label: sample('ruc', language),
            latitude: 39.97,
            longitude: 116.32,
            href: '#ruc',
          },
          {
            id: 'museum',
            label: sample('museum', language),
            latitude: 37.57,
            longitude: 126.98,
            href: '#museum',
          },
          {
            id: 'paris',
            label: 'École des arts tissés',
            labelLanguage: 'fr',
            latitude: 48.85,
            longitude: 2.35,
            href: '#paris',
          },
        ]}
        unplaced={[{ id: 'company', label: sample('company', language) }]}
        threads={[
          { from: 'au', to: 'pku', count: 12 },
          { from: 'au', to: 'museum', count: 3 },
          { from: 'paris', to: 'pku', count: 1 },
        ]}
      />
    ),
  },
]

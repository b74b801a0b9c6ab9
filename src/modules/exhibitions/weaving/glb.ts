import type { Colour } from './cloth.ts'

/** Triangles with a normal and a colour at each corner, in metres, the y axis upwards. */
export interface Mesh {
  name: string
  positions: number[]
  normals: number[]
  colours: number[]
  indices: number[]
}

/** An empty mesh to build on. */
export function mesh(name: string): Mesh {
  return { name, positions: [], normals: [], colours: [], indices: [] }
}

export type Point = readonly [number, number, number]

/** Adds a flat four-sided face, its corners against the clock as seen from outside. */
export function addQuad(
  to: Mesh,
  corners: readonly [Point, Point, Point, Point],
  colour: Colour,
): void {
  const [a, b, , d] = corners
  const normal = unit(cross(minus(b, a), minus(d, a)))
  const first = to.positions.length / 3
  for (const corner of corners) {
    to.positions.push(...corner)
    to.normals.push(...normal)
    to.colours.push(...colour, 255)
  }
  to.indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
}

/** Adds a box by its middle and its sizes. */
export function addBox(
  to: Mesh,
  [x, y, z]: Point,
  [width, height, depth]: Point,
  colour: Colour,
): void {
  const at = (i: number, j: number, k: number): Point => [
    x + (i * width) / 2,
    y + (j * height) / 2,
    z + (k * depth) / 2,
  ]
  addQuad(to, [at(-1, -1, 1), at(1, -1, 1), at(1, 1, 1), at(-1, 1, 1)], colour)
  addQuad(to, [at(1, -1, -1), at(-1, -1, -1), at(-1, 1, -1), at(1, 1, -1)], colour)
  addQuad(to, [at(-1, 1, 1), at(1, 1, 1), at(1, 1, -1), at(-1, 1, -1)], colour)
  addQuad(to, [at(-1, -1, -1), at(1, -1, -1), at(1, -1, 1), at(-1, -1, 1)], colour)
  addQuad(to, [at(1, -1, 1), at(1, -1, -1), at(1, 1, -1), at(1, 1, 1)], colour)
  addQuad(to, [at(-1, -1, -1), at(-1, -1, 1), at(-1, 1, 1), at(-1, 1, -1)], colour)
}

/** Adds a round beam that lies along the x axis. */
export function addBeam(
  to: Mesh,
  [x, y, z]: Point,
  length: number,
  radius: number,
  colour: Colour,
): void {
  const sides = 14
  const corner = (side: number): [number, number] => {
    const angle = (side / sides) * Math.PI * 2
    return [y + Math.cos(angle) * radius, z + Math.sin(angle) * radius]
  }
  for (let side = 0; side < sides; side += 1) {
    const [y0, z0] = corner(side)
    const [y1, z1] = corner(side + 1)
    const [left, right] = [x - length / 2, x + length / 2]
    addQuad(
      to,
      [
        [left, y0, z0],
        [left, y1, z1],
        [right, y1, z1],
        [right, y0, z0],
      ],
      colour,
    )
    addQuad(
      to,
      [
        [right, y0, z0],
        [right, y1, z1],
        [right, y, z],
        [right, y, z],
      ],
      colour,
    )
    addQuad(
      to,
      [
        [left, y1, z1],
        [left, y0, z0],
        [left, y, z],
        [left, y, z],
      ],
      colour,
    )
  }
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

function cross([a, b, c]: Point, [x, y, z]: Point): Point {
  return [b * z - c * y, c * x - a * z, a * y - b * x]
}

function unit([x, y, z]: Point): Point {
  const length = Math.hypot(x, y, z) || 1
  return [x / length, y / length, z / length]
}

/** glTF 2.0, binary form (§4.4): a JSON chunk and a chunk with all numbers. `extras` says title, maker and terms inside the file. */
export function writeGlb(meshes: readonly Mesh[], extras: Record<string, string>): Uint8Array {
  const binary: Buffer[] = []
  const bufferViews: object[] = []
  const accessors: object[] = []
  let offset = 0
  const store = (bytes: Buffer, target: number, accessor: object): number => {
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    bufferViews.push({ buffer: 0, byteOffset: offset, byteLength: bytes.length, target })
    binary.push(padded)
    offset += padded.length
    return accessors.push({ bufferView: bufferViews.length - 1, ...accessor }) - 1
  }
  const gltf = {
    asset: { version: '2.0', generator: 'Weft', extras },
    scene: 0,
    scenes: [{ nodes: meshes.map((_, node) => node) }],
    nodes: meshes.map(({ name }, node) => ({ name, mesh: node })),
    materials: [
      { pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 0.8 }, doubleSided: true },
    ],
    meshes: meshes.map((each) => ({
      name: each.name,
      primitives: [
        { attributes: attributesOf(each, store), indices: indicesOf(each, store), material: 0 },
      ],
    })),
    accessors,
    bufferViews,
    buffers: [{ byteLength: 0 }],
  }
  gltf.buffers[0]!.byteLength = offset
  return packed(Buffer.from(JSON.stringify(gltf)), Buffer.concat(binary))
}

type Store = (bytes: Buffer, target: number, accessor: object) => number
const vertices = 34962
const elements = 34963
const float = 5126

function attributesOf({ positions, normals, colours }: Mesh, store: Store): Record<string, number> {
  const count = positions.length / 3
  const axis = (place: number) => positions.filter((_, at) => at % 3 === place)
  const bound = (of: (values: number[]) => number) =>
    [0, 1, 2].map((place) => Math.fround(of(axis(place))))
  const vector = { componentType: float, count, type: 'VEC3' }
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b))
  return {
    POSITION: store(floats(positions), vertices, {
      ...vector,
      min: bound(least),
      max: bound(most),
    }),
    NORMAL: store(floats(normals), vertices, vector),
    COLOR_0: store(Buffer.from(Uint8Array.from(linear(colours))), vertices, {
      componentType: 5121,
      normalized: true,
      count,
      type: 'VEC4',
    }),
  }
}

function indicesOf({ indices }: Mesh, store: Store): number {
  const bytes = Buffer.from(Uint32Array.from(indices).buffer)
  return store(bytes, elements, { componentType: 5125, count: indices.length, type: 'SCALAR' })
}

function floats(values: readonly number[]): Buffer {
  return Buffer.from(Float32Array.from(values).buffer)
}

/** Colours at corners are linear in glTF (§3.7.2.1), those of the dyes are sRGB. */
function linear(colours: readonly number[]): number[] {
  return colours.map((value, place) =>
    place % 4 === 3 ? value : Math.round((value / 255) ** 2.2 * 255),
  )
}

function packed(json: Buffer, binary: Buffer): Uint8Array {
  const text = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')])
  const chunk = (bytes: Buffer, kind: number) => {
    const head = Buffer.alloc(8)
    head.writeUInt32LE(bytes.length, 0)
    head.writeUInt32LE(kind, 4)
    return Buffer.concat([head, bytes])
  }
  const body = Buffer.concat([chunk(text, 0x4e4f534a), chunk(binary, 0x004e4942)])
  const head = Buffer.alloc(12)
  head.writeUInt32LE(0x46546c67, 0)
  head.writeUInt32LE(2, 4)
  head.writeUInt32LE(12 + body.length, 8)
  return Buffer.concat([head, body])
}

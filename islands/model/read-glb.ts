/** What of a binary glTF is drawn: triangles with their place in the scene, colours at corners, and at most one texture each. */
export interface Part {
  positions: Float32Array
  normals: Float32Array | null
  colours: Float32Array | null
  uvs: Float32Array | null
  indices: Uint32Array
  matrix: Float32Array
  colour: readonly [number, number, number]
  texture: Blob | null
}

interface Gltf {
  extensionsRequired?: string[]
  scene?: number
  scenes?: { nodes?: number[] }[]
  nodes?: {
    mesh?: number
    children?: number[]
    matrix?: number[]
    translation?: number[]
    rotation?: number[]
    scale?: number[]
  }[]
  meshes?: {
    primitives: {
      attributes: Record<string, number>
      indices?: number
      material?: number
      mode?: number
    }[]
  }[]
  materials?: {
    pbrMetallicRoughness?: { baseColorFactor?: number[]; baseColorTexture?: { index: number } }
  }[]
  textures?: { source?: number }[]
  images?: { bufferView?: number; mimeType?: string }[]
  accessors?: {
    bufferView?: number
    byteOffset?: number
    componentType: number
    count: number
    type: string
    normalized?: boolean
  }[]
  bufferViews?: { byteOffset?: number; byteLength: number; byteStride?: number }[]
}

/** A walk goes down a node at a time, and a chain of more would end the stack. */
const mostNodes = 5000

/** Reads a binary glTF 2.0; throws for what needs more than this viewer knows (Draco, Meshopt, basis textures). */
export function readGlb(buffer: ArrayBuffer): Part[] {
  const view = new DataView(buffer)
  if (buffer.byteLength < 28 || view.getUint32(0, true) !== 0x46546c67) throw new Error('no GLB')
  const length = view.getUint32(12, true)
  const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 20, length))) as Gltf
  if ((gltf.extensionsRequired ?? []).length > 0) throw new Error('needs an extension')
  const binary = buffer.slice(20 + length + 8)
  const parts: Part[] = []
  const roots = gltf.scenes?.[gltf.scene ?? 0]?.nodes ?? []
  // A node has one parent (glTF 2.0, §3.5.2): one that is met again stands in a circle or is used twice, and is passed over.
  const met = new Set<number>()
  for (const root of roots) walk(gltf, binary, root, identity(), parts, met)
  return parts
}

function walk(
  gltf: Gltf,
  binary: ArrayBuffer,
  at: number,
  above: Float32Array,
  parts: Part[],
  met: Set<number>,
): void {
  const node = gltf.nodes?.[at]
  if (!node || met.has(at)) return
  met.add(at)
  if (met.size > mostNodes) throw new Error('too many nodes')
  const matrix = times(above, placeOf(node))
  for (const primitive of gltf.meshes?.[node.mesh ?? -1]?.primitives ?? []) {
    const { attributes } = primitive
    const position = attributes['POSITION']
    if (position === undefined || (primitive.mode ?? 4) !== 4) continue
    const positions = numbers(gltf, binary, position, 3)
    const given = (name: string, size: number) =>
      attributes[name] === undefined ? null : numbers(gltf, binary, attributes[name], size)
    const material = gltf.materials?.[primitive.material ?? -1]?.pbrMetallicRoughness
    const [red = 1, green = 1, blue = 1] = material?.baseColorFactor ?? []
    parts.push({
      positions,
      normals: given('NORMAL', 3),
      colours: given('COLOR_0', 4),
      uvs: given('TEXCOORD_0', 2),
      indices:
        primitive.indices === undefined
          ? Uint32Array.from({ length: positions.length / 3 }, (_each, place) => place)
          : Uint32Array.from(numbers(gltf, binary, primitive.indices, 1)),
      matrix,
      colour: [red, green, blue],
      texture: textureOf(gltf, binary, material?.baseColorTexture?.index),
    })
  }
  for (const child of node.children ?? []) walk(gltf, binary, child, matrix, parts, met)
}

function textureOf(gltf: Gltf, binary: ArrayBuffer, index: number | undefined): Blob | null {
  const image = gltf.images?.[gltf.textures?.[index ?? -1]?.source ?? -1]
  const view = gltf.bufferViews?.[image?.bufferView ?? -1]
  if (!image || !view) return null
  const from = view.byteOffset ?? 0
  return new Blob([binary.slice(from, from + view.byteLength)], {
    type: image.mimeType ?? 'image/png',
  })
}

const sizes: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 }
const readers: Readonly<
  Record<number, { bytes: number; most: number; read: (view: DataView, at: number) => number }>
> = {
  5120: { bytes: 1, most: 127, read: (view, at) => view.getInt8(at) },
  5121: { bytes: 1, most: 255, read: (view, at) => view.getUint8(at) },
  5122: { bytes: 2, most: 32767, read: (view, at) => view.getInt16(at, true) },
  5123: { bytes: 2, most: 65535, read: (view, at) => view.getUint16(at, true) },
  5125: { bytes: 4, most: 4294967295, read: (view, at) => view.getUint32(at, true) },
  5126: { bytes: 4, most: 1, read: (view, at) => view.getFloat32(at, true) },
}

/** The numbers of an accessor, `size` of them a corner; a fourth that is not given is 1. */
function numbers(gltf: Gltf, binary: ArrayBuffer, index: number, size: number): Float32Array {
  const accessor = gltf.accessors?.[index]
  const view = gltf.bufferViews?.[accessor?.bufferView ?? -1]
  const reader = readers[accessor?.componentType ?? 0]
  if (!accessor || !view || !reader || accessor.count > 20_000_000)
    throw new Error('a faulty accessor')
  const own = sizes[accessor.type] ?? 1
  const stride = view.byteStride ?? own * reader.bytes
  const start = (view.byteOffset ?? 0) + (accessor.byteOffset ?? 0)
  const data = new DataView(binary)
  const scale = accessor.normalized ? 1 / reader.most : 1
  const values = new Float32Array(accessor.count * size).fill(1)
  for (let corner = 0; corner < accessor.count; corner += 1) {
    for (let part = 0; part < Math.min(own, size); part += 1) {
      values[corner * size + part] =
        reader.read(data, start + corner * stride + part * reader.bytes) * scale
    }
  }
  return values
}

function placeOf(node: NonNullable<Gltf['nodes']>[number]): Float32Array {
  if (node.matrix) return Float32Array.from(node.matrix)
  const [x = 0, y = 0, z = 0, w = 1] = node.rotation ?? []
  const [sx = 1, sy = 1, sz = 1] = node.scale ?? []
  const [tx = 0, ty = 0, tz = 0] = node.translation ?? []
  return Float32Array.from([
    (1 - 2 * (y * y + z * z)) * sx,
    2 * (x * y + z * w) * sx,
    2 * (x * z - y * w) * sx,
    0,
    2 * (x * y - z * w) * sy,
    (1 - 2 * (x * x + z * z)) * sy,
    2 * (y * z + x * w) * sy,
    0,
    2 * (x * z + y * w) * sz,
    2 * (y * z - x * w) * sz,
    (1 - 2 * (x * x + y * y)) * sz,
    0,
    tx,
    ty,
    tz,
    1,
  ])
}

export function identity(): Float32Array {
  return Float32Array.from([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])
}

/** The product of two matrices, column by column. */
export function times(a: Float32Array, b: Float32Array): Float32Array {
  const product = new Float32Array(16)
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 4; row += 1) {
      let sum = 0
      for (let k = 0; k < 4; k += 1) sum += a[k * 4 + row]! * b[column * 4 + k]!
      product[column * 4 + row] = sum
    }
  }
  return product
}

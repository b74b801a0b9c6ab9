import type { Colour } from './cloth.ts'
import { addBeam, addBox, addQuad, type Mesh, mesh, type Point } from './glb.ts'
import { weave } from './patterns.ts'

const wood: Colour = [150, 104, 66]
const darkWood: Colour = [104, 68, 44]
const bamboo: Colour = [206, 174, 112]
const string: Colour = [232, 222, 200]
const lac: Colour = [132, 26, 46]

const width = 0.86
const breast = { y: 0.86, z: 0.62 }
const back = { y: 0.98, z: -0.86 }
const fell = 0.26

/**
 * A frame loom with vertical string heddles, as it stands under houses along the Mekong and the Ping: beams, two shafts with
 * treadles, a reed that swings, cloth that has begun, and above it the heddle in which sticks keep the pattern. Made up of
 * the proportions of such looms, not measured from one.
 */
export function loomMeshes(): Mesh[] {
  return [frame(), threads(), memory(), cloth()]
}

function frame(): Mesh {
  const to = mesh('frame')
  const half = width / 2 + 0.1
  for (const x of [-half, half]) {
    for (const z of [breast.z + 0.08, back.z - 0.06])
      addBox(to, [x, 0.9, z], [0.08, 1.8, 0.08], wood)
    for (const y of [0.14, 0.74, 1.76]) addBox(to, [x, y, -0.11], [0.06, 0.08, 1.62], wood)
  }
  for (const z of [breast.z + 0.08, back.z - 0.06]) {
    addBox(to, [0, 1.76, z], [width + 0.28, 0.08, 0.06], wood)
    addBox(to, [0, 0.14, z], [width + 0.28, 0.08, 0.06], wood)
  }
  addBeam(to, [0, breast.y - 0.045, breast.z], width + 0.24, 0.045, darkWood)
  addBeam(to, [0, back.y - 0.05, back.z], width + 0.24, 0.05, darkWood)
  addBox(to, [0, 0.46, 1.04], [width + 0.1, 0.05, 0.3], wood)
  for (const x of [-half + 0.12, half - 0.12]) addBox(to, [x, 0.22, 1.04], [0.06, 0.44, 0.24], wood)
  for (const x of [-0.12, 0.12]) addBox(to, [x, 0.1, 0.3], [0.09, 0.03, 0.8], darkWood)
  return to
}

/** The height of the warp at a depth between the beams. */
function warpAt(z: number): number {
  const part = (breast.z - z) / (breast.z - back.z)
  return breast.y + (back.y - breast.y) * part
}

function threads(): Mesh {
  const to = mesh('warp, shafts and reed')
  const count = 96
  for (let end = 0; end < count; end += 1) {
    const x = -width / 2 + (width * (end + 0.5)) / count
    const lift = end % 2 === 0 ? 0.035 : -0.03
    const path: Point[] = [
      [x, warpAt(fell), fell],
      [x, warpAt(0) + lift, 0],
      [x, warpAt(-0.4), -0.4],
      [x, back.y, back.z],
    ]
    path.slice(1).forEach((next, place) => thread(to, path[place]!, next, lac))
  }
  for (const [z, lift] of [
    [0.02, 0.035],
    [-0.08, -0.03],
  ] as const) {
    addBox(to, [0, warpAt(z) + 0.19 + lift, z], [width + 0.06, 0.018, 0.018], bamboo)
    addBox(to, [0, warpAt(z) - 0.19 + lift, z], [width + 0.06, 0.018, 0.018], bamboo)
    for (let x = -width / 2; x <= width / 2; x += 0.012) {
      thread(to, [x, warpAt(z) + 0.19 + lift, z], [x, warpAt(z) - 0.19 + lift, z], string, 0.0012)
    }
  }
  addBox(to, [0, warpAt(0.16) + 0.1, 0.16], [width + 0.1, 0.04, 0.03], darkWood)
  addBox(to, [0, warpAt(0.16) - 0.08, 0.16], [width + 0.1, 0.05, 0.03], darkWood)
  for (let x = -width / 2; x <= width / 2; x += 0.008) {
    thread(to, [x, warpAt(0.16) + 0.09, 0.16], [x, warpAt(0.16) - 0.06, 0.16], bamboo, 0.0011)
  }
  for (const x of [-width / 2 - 0.03, width / 2 + 0.03])
    addBox(to, [x, 1.34, 0.16], [0.02, 0.84, 0.02], wood)
  return to
}

/** The vertical heddle: strings from top to bottom, and a stick between them for every row of the pattern. */
function memory(): Mesh {
  const to = mesh('pattern heddle')
  const z = -0.34
  addBox(to, [0, 1.7, z], [width + 0.24, 0.03, 0.03], darkWood)
  for (let x = -width / 2; x <= width / 2; x += 0.01) {
    thread(to, [x, 1.7, z], [x, 0.34, z], string, 0.0012)
  }
  for (let row = 0; row < 17; row += 1) {
    const below = row > 8 ? 0.28 : 0
    const y = 1.62 - row * 0.044 - below
    addBeam(
      to,
      [0.02 * ((row % 3) - 1), y, z + (row % 2 === 0 ? 0.008 : -0.008)],
      width + 0.14,
      0.007,
      bamboo,
    )
  }
  return to
}

/** The cloth that has begun: crossing by crossing, with the hooks that hang beside it in the exhibition. */
function cloth(): Mesh {
  const to = mesh('cloth')
  const pattern = weave('hooks-mekong')
  const ends = 134
  const picks = 60
  const depth = breast.z - fell
  for (let pick = 0; pick < picks; pick += 1) {
    const near = breast.z - (depth * pick) / picks
    const far = breast.z - (depth * (pick + 1)) / picks
    for (let end = 0; end < ends; end += 1) {
      const left = -width / 2 + (width * end) / ends
      const right = left + width / ends
      const { colour, top } = pattern.at(end, pick + 20)
      const rise = top === 'pattern' ? 0.003 : 0.001
      const at = (x: number, z: number): Point => [x, warpAt(z) + rise, z]
      addQuad(to, [at(left, near), at(right, near), at(right, far), at(left, far)], colour)
    }
  }
  return to
}

function thread(to: Mesh, from: Point, until: Point, colour: Colour, thick = 0.0016): void {
  const lift = Math.abs(from[1] - until[1]) > Math.abs(from[2] - until[2])
  const side: Point = [thick, 0, 0]
  const other: Point = lift ? [0, 0, thick] : [0, thick, 0]
  for (const [x, y, z] of [side, other]) {
    addQuad(
      to,
      [
        [from[0] - x, from[1] - y, from[2] - z],
        [from[0] + x, from[1] + y, from[2] + z],
        [until[0] + x, until[1] + y, until[2] + z],
        [until[0] - x, until[1] - y, until[2] - z],
      ],
      colour,
    )
  }
}

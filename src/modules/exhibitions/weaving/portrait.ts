import type { Mesh, Point } from './glb.ts'
import type { Raster } from './raster.ts'

/** From where a model is drawn: angles around its middle in radians, and how wide the picture is in pixels. */
export interface Standpoint {
  theta: number
  phi: number
  width: number
  height: number
}

const ground = [0xee, 0xe4, 0xce] as const

/**
 * Draws a model as a picture, for walls, for paper, and for whoever has no program that turns it: parallel lines stay parallel,
 * what is nearer hides what is further, and the light comes from above left.
 */
export function drawModel(meshes: readonly Mesh[], standpoint: Standpoint): Raster {
  const { width, height } = standpoint
  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) pixels.set(ground, at)
  const depths = new Float32Array(width * height).fill(-Infinity)
  const place = projection(meshes, standpoint)
  const light: Point = [-0.42, 0.78, 0.46]
  for (const { positions, normals, colours, indices } of meshes) {
    for (let at = 0; at < indices.length; at += 3) {
      const [a, b, c] = [indices[at]!, indices[at + 1]!, indices[at + 2]!]
      const corners = [a, b, c].map((corner) => place(positions, corner * 3)) as [
        Point,
        Point,
        Point,
      ]
      const facing =
        normals[a * 3]! * light[0] + normals[a * 3 + 1]! * light[1] + normals[a * 3 + 2]! * light[2]
      const shade = 0.58 + 0.42 * Math.abs(facing) + 0.08 * normals[a * 3 + 1]!
      const colour = [0, 1, 2].map((part) =>
        Math.min(255, colours[a * 4 + part]! * shade),
      ) as unknown as Point
      fill({ width, height, pixels }, depths, corners, colour)
    }
  }
  return { width, height, pixels }
}

/** Turns the model and fits it into the picture with a margin. */
function projection(meshes: readonly Mesh[], { theta, phi, width, height }: Standpoint) {
  const [cosT, sinT, cosP, sinP] = [Math.cos(theta), Math.sin(theta), Math.cos(phi), Math.sin(phi)]
  const turned = (positions: readonly number[], at: number): Point => {
    const [x, y, z] = [positions[at]!, positions[at + 1]!, positions[at + 2]!]
    const across = x * cosT - z * sinT
    const deep = x * sinT + z * cosT
    return [across, y * sinP - deep * cosP, y * cosP + deep * sinP]
  }
  const least = [Infinity, Infinity]
  const most = [-Infinity, -Infinity]
  for (const { positions } of meshes) {
    for (let at = 0; at < positions.length; at += 3) {
      const point = turned(positions, at)
      for (const axis of [0, 1]) {
        least[axis] = Math.min(least[axis]!, point[axis]!)
        most[axis] = Math.max(most[axis]!, point[axis]!)
      }
    }
  }
  const scale = 0.88 * Math.min(width / (most[0]! - least[0]!), height / (most[1]! - least[1]!))
  const middle = [0, 1].map((axis) => (least[axis]! + most[axis]!) / 2)
  return (positions: readonly number[], at: number): Point => {
    const [x, y, depth] = turned(positions, at)
    return [width / 2 + (x - middle[0]!) * scale, height / 2 - (y - middle[1]!) * scale, depth]
  }
}

/** Fills a triangle where nothing nearer stands. */
function fill(
  { width, height, pixels }: Raster,
  depths: Float32Array,
  [a, b, c]: readonly [Point, Point, Point],
  colour: Point,
): void {
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  if (Math.abs(area) < 1e-9) return
  const from = (axis: 0 | 1) => Math.max(0, Math.floor(Math.min(a[axis], b[axis], c[axis])))
  const until = (axis: 0 | 1, most: number) =>
    Math.min(most - 1, Math.ceil(Math.max(a[axis], b[axis], c[axis])))
  for (let y = from(1); y <= until(1, height); y += 1) {
    for (let x = from(0); x <= until(0, width); x += 1) {
      const [px, py] = [x + 0.5, y + 0.5]
      const v = ((px - a[0]) * (c[1] - a[1]) - (py - a[1]) * (c[0] - a[0])) / area
      const w = ((b[0] - a[0]) * (py - a[1]) - (b[1] - a[1]) * (px - a[0])) / area
      if (v < 0 || w < 0 || v + w > 1) continue
      const depth = a[2] + v * (b[2] - a[2]) + w * (c[2] - a[2])
      const at = y * width + x
      if (depth <= depths[at]!) continue
      depths[at] = depth
      pixels.set(colour, at * 3)
    }
  }
}

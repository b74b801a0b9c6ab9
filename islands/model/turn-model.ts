import { type Part, readGlb, times } from './read-glb.ts'

const vertexShader = `#version 300 es
in vec3 position; in vec3 normal; in vec4 colour; in vec2 uv;
uniform mat4 sight; uniform mat4 place;
out vec3 facing; out vec4 dye; out vec2 at;
void main() {
  gl_Position = sight * place * vec4(position, 1.0);
  facing = mat3(place) * normal; dye = colour; at = uv;
}`

const fragmentShader = `#version 300 es
precision mediump float;
in vec3 facing; in vec4 dye; in vec2 at;
uniform sampler2D picture; uniform bool pictured; uniform vec3 base; uniform vec3 light;
out vec4 shown;
void main() {
  vec3 n = normalize(gl_FrontFacing ? facing : -facing);
  vec3 paint = base * dye.rgb * (pictured ? pow(texture(picture, at).rgb, vec3(2.2)) : vec3(1.0));
  float sky = 0.42 + 0.2 * n.y;
  float sun = 0.75 * max(dot(n, light), 0.0);
  shown = vec4(pow(paint * (sky + sun), vec3(1.0 / 2.2)), 1.0);
}`

/** Loads the model of an element and shows it: turned by dragging, approached by pinch and wheel, both by keys as well. */
export async function showModel(host: HTMLElement): Promise<void> {
  const answer = await fetch(host.dataset['src'] ?? '')
  if (!answer.ok) throw new Error(String(answer.status))
  const parts = readGlb(await answer.arrayBuffer())
  const canvas = document.createElement('canvas')
  canvas.className = 'near-stage'
  canvas.tabIndex = 0
  canvas.setAttribute('role', 'application')
  canvas.setAttribute('aria-label', host.dataset['label'] ?? '')
  const gl = canvas.getContext('webgl2', { antialias: true, alpha: true })
  if (!gl) throw new Error('no WebGL')
  const drawn = await Promise.all(parts.map((part) => upload(gl, part)))
  host.prepend(canvas)
  const camera = new Camera(boundsOf(parts))
  camera.stand(host.dataset)
  const paint = drawer(gl, canvas, drawn, camera)
  const draw = () => {
    paint()
    if (host.dataset['tells'] === 'yes') camera.tell(host.closest('form'))
  }
  listen(canvas, camera, draw)
  new ResizeObserver(draw).observe(canvas)
  for (const hint of host.querySelectorAll<HTMLElement>('.hint[hidden]')) hint.hidden = false
  canvas.focus({ preventScroll: true })
}

const degree = Math.PI / 180

/** Where one stands: around the middle of the model, at an angle and a distance. */
class Camera {
  theta = 0.7
  phi = 1.2
  distance: number
  readonly middle: readonly [number, number, number]
  readonly size: number

  constructor({ middle, size }: { middle: readonly [number, number, number]; size: number }) {
    this.middle = middle
    this.size = size
    this.distance = size * 1.5
  }

  /** Stands where a stop of a tour looks from: degrees around and from above, and hundredths of the model's size. */
  stand({ theta, phi, distance }: DOMStringMap): void {
    if (!theta || !phi || !distance) return
    this.theta = Number(theta) * degree
    this.phi = Number(phi) * degree
    this.distance = (Number(distance) / 100) * this.size
  }

  /** Writes into the fields of a form where one stands now. */
  tell(form: HTMLFormElement | null): void {
    const around = Math.round(this.theta / degree) % 360
    const values = {
      theta: around < 0 ? around + 360 : around,
      phi: Math.round(this.phi / degree),
      distance: Math.round((100 * this.distance) / this.size),
    }
    for (const [name, value] of Object.entries(values)) {
      const field = form?.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = String(value)
    }
  }

  turn(theta: number, phi: number): void {
    this.theta += theta
    this.phi = Math.min(3, Math.max(0.1, this.phi + phi))
  }

  approach(by: number): void {
    this.distance = Math.min(this.size * 6, Math.max(this.size * 0.15, this.distance * by))
  }

  sight(ratio: number): Float32Array {
    const [mx, my, mz] = this.middle
    const { theta, phi, distance } = this
    const eye = [
      mx + distance * Math.sin(phi) * Math.sin(theta),
      my + distance * Math.cos(phi),
      mz + distance * Math.sin(phi) * Math.cos(theta),
    ] as const
    return times(perspective(ratio, distance, this.size), lookAt(eye, this.middle))
  }
}

function perspective(ratio: number, distance: number, size: number): Float32Array {
  const f = 1 / Math.tan(0.35)
  const near = Math.max(size * 0.01, distance - size * 2)
  const far = distance + size * 3
  const depth = 1 / (near - far)
  return Float32Array.from([
    f / ratio,
    0,
    0,
    0,
    0,
    f,
    0,
    0,
    0,
    0,
    (far + near) * depth,
    -1,
    0,
    0,
    2 * far * near * depth,
    0,
  ])
}

type Vector = readonly [number, number, number]

function lookAt(eye: Vector, at: Vector): Float32Array {
  const z = unit([eye[0] - at[0], eye[1] - at[1], eye[2] - at[2]])
  const x = unit([z[2], 0, -z[0]])
  const y: Vector = [
    z[1] * x[2] - z[2] * x[1],
    z[2] * x[0] - z[0] * x[2],
    z[0] * x[1] - z[1] * x[0],
  ]
  const along = (axis: Vector) => -(axis[0] * eye[0] + axis[1] * eye[1] + axis[2] * eye[2])
  return Float32Array.from([
    x[0],
    y[0],
    z[0],
    0,
    x[1],
    y[1],
    z[1],
    0,
    x[2],
    y[2],
    z[2],
    0,
    along(x),
    along(y),
    along(z),
    1,
  ])
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1
  return [x / length, y / length, z / length]
}

function boundsOf(parts: readonly Part[]): { middle: Vector; size: number } {
  const least = [Infinity, Infinity, Infinity]
  const most = [-Infinity, -Infinity, -Infinity]
  for (const { positions, matrix } of parts) {
    for (let at = 0; at < positions.length; at += 3) {
      for (let axis = 0; axis < 3; axis += 1) {
        const value =
          matrix[axis]! * positions[at]! +
          matrix[4 + axis]! * positions[at + 1]! +
          matrix[8 + axis]! * positions[at + 2]! +
          matrix[12 + axis]!
        least[axis] = Math.min(least[axis]!, value)
        most[axis] = Math.max(most[axis]!, value)
      }
    }
  }
  const middle = [0, 1, 2].map((axis) => (least[axis]! + most[axis]!) / 2) as unknown as Vector
  const size = Math.hypot(...[0, 1, 2].map((axis) => most[axis]! - least[axis]!)) || 1
  return { middle, size }
}

interface Drawn {
  array: WebGLVertexArrayObject
  count: number
  part: Part
  texture: WebGLTexture | null
}

const places = { position: 0, normal: 1, colour: 2, uv: 3 } as const

async function upload(gl: WebGL2RenderingContext, part: Part): Promise<Drawn> {
  const array = gl.createVertexArray()
  gl.bindVertexArray(array)
  const corners = part.positions.length / 3
  const attribute = (
    place: number,
    size: number,
    values: Float32Array | null,
    otherwise: number,
  ) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
    gl.bufferData(
      gl.ARRAY_BUFFER,
      values ?? new Float32Array(corners * size).fill(otherwise),
      gl.STATIC_DRAW,
    )
    gl.enableVertexAttribArray(place)
    gl.vertexAttribPointer(place, size, gl.FLOAT, false, 0, 0)
  }
  attribute(places.position, 3, part.positions, 0)
  attribute(places.normal, 3, part.normals ?? normalsOf(part), 0)
  attribute(places.colour, 4, part.colours, 1)
  attribute(places.uv, 2, part.uvs, 0)
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer())
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, part.indices, gl.STATIC_DRAW)
  gl.bindVertexArray(null)
  return {
    array,
    count: part.indices.length,
    part,
    texture: part.texture && (await textureOf(gl, part.texture)),
  }
}

async function textureOf(gl: WebGL2RenderingContext, blob: Blob): Promise<WebGLTexture> {
  const image = await createImageBitmap(blob)
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image)
  gl.generateMipmap(gl.TEXTURE_2D)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR)
  return texture
}

/** Normals for a part that brings none: each corner gets the sum of its faces'. */
function normalsOf({ positions, indices }: Part): Float32Array {
  const normals = new Float32Array(positions.length)
  for (let at = 0; at < indices.length; at += 3) {
    const [a, b, c] = [indices[at]! * 3, indices[at + 1]! * 3, indices[at + 2]! * 3]
    const side = (from: number, to: number, axis: number) =>
      positions[to + axis]! - positions[from + axis]!
    const [x1, y1, z1] = [side(a, b, 0), side(a, b, 1), side(a, b, 2)]
    const [x2, y2, z2] = [side(a, c, 0), side(a, c, 1), side(a, c, 2)]
    const face = [y1 * z2 - z1 * y2, z1 * x2 - x1 * z2, x1 * y2 - y1 * x2]
    for (const corner of [a, b, c])
      face.forEach((value, axis) => (normals[corner + axis]! += value))
  }
  return normals
}

function drawer(
  gl: WebGL2RenderingContext,
  canvas: HTMLCanvasElement,
  drawn: readonly Drawn[],
  camera: Camera,
): () => void {
  const program = programOf(gl)
  const uniform = (name: string) => gl.getUniformLocation(program, name)
  const [sight, place, pictured, base, light] = ['sight', 'place', 'pictured', 'base', 'light'].map(
    uniform,
  )
  gl.enable(gl.DEPTH_TEST)
  let asked = 0
  const paint = () => {
    asked = 0
    const ratio = window.devicePixelRatio || 1
    canvas.width = Math.round(canvas.clientWidth * ratio)
    canvas.height = Math.round(canvas.clientHeight * ratio)
    gl.viewport(0, 0, canvas.width, canvas.height)
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT)
    gl.useProgram(program)
    gl.uniformMatrix4fv(sight!, false, camera.sight(canvas.width / Math.max(1, canvas.height)))
    gl.uniform3f(light!, 0.45, 0.75, 0.48)
    for (const { array, count, part, texture } of drawn) {
      gl.uniformMatrix4fv(place!, false, part.matrix)
      gl.uniform3f(base!, ...part.colour)
      gl.uniform1i(pictured!, texture ? 1 : 0)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      gl.bindVertexArray(array)
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, 0)
    }
  }
  return () => {
    asked ||= requestAnimationFrame(paint)
  }
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram()
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(kind)!
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  for (const [name, place] of Object.entries(places)) gl.bindAttribLocation(program, place, name)
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error('the shaders do not link')
  return program
}

function listen(canvas: HTMLCanvasElement, camera: Camera, draw: () => void): void {
  const held = new Map<number, { x: number; y: number }>()
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    held.set(event.pointerId, { x: event.clientX, y: event.clientY })
  })
  canvas.addEventListener('pointermove', (event) => {
    const before = held.get(event.pointerId)
    if (!before) return
    const now = { x: event.clientX, y: event.clientY }
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1]
    held.set(event.pointerId, now)
    if (other) {
      const apart = (point: { x: number; y: number }) =>
        Math.hypot(point.x - other.x, point.y - other.y)
      camera.approach(apart(before) / Math.max(1, apart(now)))
    } else camera.turn((before.x - now.x) / 160, (before.y - now.y) / 200)
    draw()
  })
  for (const name of ['pointerup', 'pointercancel'] as const) {
    canvas.addEventListener(name, (event) => held.delete(event.pointerId))
  }
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      camera.approach(Math.exp(event.deltaY / 500))
      draw()
    },
    { passive: false },
  )
  const acts: Record<string, () => void> = {
    ArrowLeft: () => camera.turn(-0.2, 0),
    ArrowRight: () => camera.turn(0.2, 0),
    ArrowUp: () => camera.turn(0, -0.15),
    ArrowDown: () => camera.turn(0, 0.15),
    '+': () => camera.approach(0.8),
    '=': () => camera.approach(0.8),
    '-': () => camera.approach(1.25),
  }
  canvas.addEventListener('keydown', (event) => {
    const act = acts[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
    draw()
  })
}

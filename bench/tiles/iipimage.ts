import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TileServer } from './load.ts'

const program = '/usr/lib/iipimage-server/iipsrv.fcgi'

/** Debian's iipimage-server on the pyramid, spoken to over FastCGI; null where it is not installed. */
export async function startIipImage(tiff: string): Promise<TileServer | null> {
  if (!existsSync(program)) prepare()
  if (!existsSync(program)) return null
  const name = basename(tiff)
  const port = 20_000 + (process.pid % 20_000)
  const server = spawn(program, ['--bind', `127.0.0.1:${port}`], {
    env: {
      FILESYSTEM_PREFIX: `${dirname(tiff)}/`,
      VERBOSITY: '0',
      LOGFILE: '/dev/null',
      MAX_IMAGE_CACHE_SIZE: '0',
      JPEG_QUALITY: '82',
      ALLOW_UPSCALING: '0',
    },
    stdio: 'ignore',
  })
  await sleep(500)
  return {
    name: 'iipimage',
    pid: server.pid!,
    tile: ({ x, y, width, height, size }) =>
      ask(port, `IIIF=${name}/${x},${y},${width},${height}/${size.width},/0/default.jpg`),
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
    },
  }
}

/** Installs it as the tests install what they need of the machine; where that cannot be, it is left out. */
function prepare(): void {
  const machine = new URL('../../scripts/test-machine.mjs', import.meta.url).href
  const program = `import('${machine}').then(({ prepareMachine }) => prepareMachine(['iipimage-server'], console.error))`
  spawnSync(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 2, 2] })
}

const kinds = { begin: 1, end: 3, parameters: 4, stdin: 5, stdout: 6 } as const

/** One request in the FastCGI protocol: gives the number of bytes of the picture. */
function ask(port: number, query: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const parts: Buffer[] = []
    socket.once('error', reject)
    socket.on('data', (chunk: Buffer) => parts.push(chunk))
    socket.once('close', () => {
      const body = bodyOf(Buffer.concat(parts))
      if (body === null) reject(new Error('iipimage sent no picture'))
      else resolve(body)
    })
    socket.write(
      Buffer.concat([
        record(kinds.begin, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
        record(
          kinds.parameters,
          Buffer.concat([
            parameter('QUERY_STRING', query),
            parameter('REQUEST_METHOD', 'GET'),
            parameter('SERVER_PROTOCOL', 'HTTP/1.1'),
            parameter('HTTP_HOST', '127.0.0.1'),
            parameter('REQUEST_URI', '/iipsrv.fcgi'),
          ]),
        ),
        record(kinds.parameters, Buffer.alloc(0)),
        record(kinds.stdin, Buffer.alloc(0)),
      ]),
    )
  })
}

function record(kind: number, content: Buffer): Buffer {
  const head = Buffer.from([1, kind, 0, 1, content.length >> 8, content.length & 255, 0, 0])
  return Buffer.concat([head, content])
}

function parameter(name: string, value: string): Buffer {
  const lengths = Buffer.alloc(5)
  lengths.writeUInt8(name.length, 0)
  lengths.writeUInt32BE(value.length + 0x80000000, 1)
  return Buffer.concat([lengths, Buffer.from(name), Buffer.from(value)])
}

/** The bytes of the answer behind its headers; null where they are no JPEG. */
function bodyOf(stream: Buffer): number | null {
  const out: Buffer[] = []
  for (let at = 0; at + 8 <= stream.length;) {
    const length = stream.readUInt16BE(at + 4)
    if (stream[at + 1] === kinds.stdout) out.push(stream.subarray(at + 8, at + 8 + length))
    at += 8 + length + stream[at + 6]!
  }
  const all = Buffer.concat(out)
  const end = all.indexOf('\r\n\r\n')
  return end > 0 && all.readUInt16BE(end + 4) === 0xffd8 ? all.length - end - 4 : null
}

// The peer as its README uses it: a stream of the file, and its dimensions known beforehand.
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { Processor } from 'iiif-processor'

const path = process.env['TILES_TIFF']!
const size = JSON.parse(process.env['TILES_SIZE']!) as { width: number; height: number }

const server = createServer((request, response) => {
  const processor = new Processor(
    `http://127.0.0.1${request.url}`,
    async () => createReadStream(path),
    { dimensionFunction: async () => levelsOf(size), pathPrefix: '/iiif/{{version}}/' },
  )
  processor.execute().then(
    (result) => {
      if (result.type !== 'content') return response.writeHead(400).end()
      response.writeHead(200, { 'content-type': result.contentType })
      return response.end(result.body)
    },
    (error: Error) => response.writeHead(500).end(error.message),
  )
})

/** The sizes of the pages of the pyramid: each side halved, rounded down. */
function levelsOf(full: { width: number; height: number }) {
  const levels = [full]
  while (Math.max(levels.at(-1)!.width, levels.at(-1)!.height) > 512) {
    const { width, height } = levels.at(-1)!
    levels.push({ width: Math.floor(width / 2), height: Math.floor(height / 2) })
  }
  return levels
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.send?.({ port: address?.port })
})

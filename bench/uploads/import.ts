// Imports catalogues of a given length in a process of its own, and says what memory it held on the way.
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Actor, isRefused } from '#kernel/database'
import { receiveFileAt } from '#kernel/files'
import { proposeReading } from '../../src/modules/recognition/formats/catalogue-reading.ts'
import {
  mostCatalogueFileBytes,
  sampleOf,
} from '../../src/modules/recognition/service/catalogue-file.ts'
import {
  beginCatalogue,
  startImport,
} from '../../src/modules/recognition/service/import-catalogue.ts'
import { stageCatalogue } from '../../src/modules/recognition/service/stage-catalogue.ts'
import { makeSchool } from '../evaluation-page/stock.ts'
import { answerMessages, openMeasured } from '../serving/site.ts'

const { site } = await openMeasured()
const school = await makeSchool(site)
const { runner, blobs } = site.services
const actor: Actor = { kind: 'system', name: 'bench' }
const context = { actor, now: new Date(), language: 'en' as const }

function* lines(count: number): Generator<string> {
  yield 'code,title,ชื่อวิชา,credit,department\n'
  for (let row = 0; row < count; row += 1)
    yield `C${row},Course number ${row},รายวิชาที่ ${row},${(row % 6) + 1},Department ${row % 40}\n`
}

async function imported(count: number): Promise<object> {
  const path = join(process.env['WEFT_DATA']!, 'catalogue.csv')
  await pipeline(Readable.from(lines(count)), createWriteStream(path))
  const given = { name: 'catalogue.csv', path }
  const rules = { allow: ['csv', 'text'] as const, maxBytes: mostCatalogueFileBytes }
  const file = await receiveFileAt(blobs, given, rules)
  const sampled = await sampleOf(path, {})
  if (isRefused(file) || isRefused(sampled)) throw new Error('the file was refused')
  const begun = await runner.perform(context, async (work) => {
    const draft = await beginCatalogue(work, {
      organisationId: school.organisations[0]!,
      fileName: given.name,
      format: 'csv',
      encoding: 'utf-8',
      file,
      sample: sampled.sample,
      reading: proposeReading(sampled.sample, 'en'),
    })
    return isRefused(draft) ? draft : startImport(work, { ...draft, enqueue: false })
  })
  if (isRefused(begun)) throw new Error(begun.message.key)
  const began = performance.now()
  const megabytes: [number, number][] = []
  const onProgress = (read: number, expected: number | null) => {
    const at = read / (expected ?? count)
    if (at < (megabytes.at(-1)?.[0] ?? 0) + 0.05 && at < 1) return
    megabytes.push([at, Math.round(process.memoryUsage().rss / 1_000_000)])
  }
  await stageCatalogue({ runner, context, blobs, onProgress }, begun.catalogueId)
  return { seconds: (performance.now() - began) / 1000, megabytes }
}

answerMessages(({ rows }: { rows: number }) => imported(rows))
process.send?.({ ready: true })

import { open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { isRefused, type Refusal, type Work, type WorkContext } from '#kernel/database'
import {
  cleanFileName,
  isTextEncoding,
  receiveFileAt,
  type TextEncoding,
  textEncodings,
} from '#kernel/files'
import type { Command, CommandCall, CommandResult } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { languages } from '#kernel/values'
import {
  catalogueFields,
  type CatalogueReading,
  proposeReading,
} from './formats/catalogue-reading.ts'
import { m } from './messages/index.ts'
import { organisationsCalled } from './queries/called.ts'
import { catalogueById, problemsOf } from './queries/catalogues.ts'
import { mostCatalogueFileBytes, sampleOf } from './service/catalogue-file.ts'
import { beginCatalogue, startImport } from './service/import-catalogue.ts'
import { indexCourses } from './service/index-courses.ts'
import { publishCatalogue } from './service/publish-catalogue.ts'
import { stageCatalogue, tableOptions } from './service/stage-catalogue.ts'

const shownProblems = 20

/** The command that brings a catalogue in without a page: the same verbs, with progress on the terminal. */
export const importCourses: Command = {
  name: 'import-courses',
  usage: 'FILE --organisation ID [--mapping JSON] [--publish] [--json]',
  summary: m('command.import-courses'),
  options: {
    organisation: { kind: 'text', summary: m('command.option.organisation') },
    mapping: { kind: 'text', summary: m('command.option.mapping') },
    publish: { kind: 'flag', summary: m('command.option.publish') },
    json: { kind: 'flag', summary: m('command.option.json') },
  },
  run,
}

async function run(call: CommandCall): Promise<CommandResult> {
  const [file, ...others] = call.words
  const wanted = call.options['organisation']
  if (file === undefined || others.length > 0 || typeof wanted !== 'string') {
    return usedWrongly(m('command.usage'))
  }
  const context: WorkContext = {
    actor: { kind: 'system', name: 'command' },
    now: call.now,
    language: call.language,
  }
  const organisation = await organisationOf(call.runner.reading(context), wanted)
  if ('module' in organisation) return usedWrongly(organisation)
  const path = resolve(file)
  if (!(await isReadable(path))) return usedWrongly(m('command.no-file', { file }))
  const mapping = mappingOf(call.options['mapping'])
  if ('module' in mapping) return usedWrongly(mapping)
  const begun = await begin(call, context, {
    path,
    organisationId: organisation.id,
    mapping,
  })
  if (isRefused(begun)) return refused(begun)
  if ('module' in begun) return usedWrongly(begun)
  return readAndPublish(call, context, begun)
}

function usedWrongly(message: Message): CommandResult {
  return { exitCode: 2, lines: [message], data: { error: message.key, args: message.args } }
}

function refused(refusal: Refusal): CommandResult {
  const fields = Object.values(refusal.fields).filter((each) => each.key !== refusal.message.key)
  const data = { error: refusal.message.key, fields: Object.keys(refusal.fields) }
  return { exitCode: 3, lines: [refusal.message, ...fields], data }
}

async function organisationOf(work: Work, wanted: string): Promise<{ id: string } | Message> {
  const rows = await organisationsCalled(work, wanted)
  if (rows.length > 1) return m('command.several-organisations', { organisation: wanted })
  return rows[0] ?? m('command.no-organisation', { organisation: wanted })
}

async function isReadable(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r')
    const isFile = (await handle.stat()).isFile()
    await handle.close()
    return isFile
  } catch {
    return false
  }
}

const mappingSchema = z.strictObject({
  headerRow: z.number().int().min(0).nullable().optional(),
  columns: z
    .partialRecord(z.enum(catalogueFields as [string, ...string[]]), z.number().int().min(0))
    .optional(),
  sheet: z.string().nullable().optional(),
  encoding: z
    .enum(Object.keys(textEncodings) as [TextEncoding, ...TextEncoding[]])
    .nullable()
    .optional(),
  titleLanguage: z.enum(languages).optional(),
  repeats: z.enum(['courses', 'classes']).optional(),
  hours: z.enum(['week', 'course']).optional(),
})

type Mapping = z.infer<typeof mappingSchema>

function mappingOf(text: unknown): Mapping | Message {
  if (typeof text !== 'string') return {}
  try {
    return mappingSchema.parse(JSON.parse(text))
  } catch (error) {
    const detail = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    return m('command.bad-mapping', { detail: detail.slice(0, 300) })
  }
}

interface Given {
  path: string
  organisationId: string
  mapping: Mapping
}

interface Begun {
  catalogueId: string
  /** How a text was read; null for what is none. */
  encoding: string | null
}

async function begin(
  call: CommandCall,
  context: WorkContext,
  given: Given,
): Promise<Begun | Refusal | Message> {
  const name = cleanFileName(basename(given.path))
  const rules = {
    allow: ['xlsx', 'csv', 'json', 'jsonl', 'text'] as const,
    maxBytes: mostCatalogueFileBytes,
  }
  const file = await receiveFileAt(call.services.blobs, { name, path: given.path }, rules)
  if (isRefused(file)) return file
  const { sheet = null, encoding = null } = given.mapping
  const sampled = await sampleOf(given.path, tableOptions(name, { sheet, encoding }))
  if (isRefused(sampled)) return sampled
  const proposed = proposeReading(sampled.sample, 'en')
  const reading = {
    ...proposed,
    ...given.mapping,
    columns: { ...proposed.columns, ...given.mapping.columns },
  } as CatalogueReading
  if (reading.columns.code === undefined || reading.columns.credit === undefined) {
    const example = '{"headerRow":0,"columns":{"code":0,"title":1,"credit":2}}'
    return m('command.no-columns', { example })
  }
  return call.runner.perform(context, async (work) => {
    const begun = await beginCatalogue(work, {
      organisationId: given.organisationId,
      fileName: name,
      format: sampled.table.format,
      encoding: sampled.table.encoding,
      file,
      sample: sampled.sample,
      reading,
    })
    if (isRefused(begun)) return begun
    const started = await startImport(work, { catalogueId: begun.catalogueId, enqueue: false })
    return isRefused(started) ? started : { ...started, encoding: sampled.table.encoding }
  })
}

async function readAndPublish(
  call: CommandCall,
  context: WorkContext,
  { catalogueId, encoding }: Begun,
): Promise<CommandResult> {
  const { runner, services } = call
  await stageCatalogue(
    {
      runner,
      context,
      blobs: services.blobs,
      onProgress: (read, expected) => call.progress(read, expected, m('command.progress')),
    },
    catalogueId,
  )
  const work = runner.reading(context)
  const found = (await catalogueById(work, catalogueId))!
  const { problems, total } = await problemsOf(work, catalogueId, {
    page: 1,
    pageSize: shownProblems,
  })
  const counts = { rows: found.rows_read, taken: found.rows_taken, wrong: found.rows_wrong }
  const lines: Message[] = [
    ...readAs(encoding),
    m('command.read', counts),
    ...problems.map((each) => m('command.problem', { row: each.rowNumber, message: each.message })),
    ...(total > problems.length
      ? [m('command.more-problems', { count: total - problems.length })]
      : []),
  ]
  const { organisation_id: organisationId } = found
  const data = { catalogueId, organisationId, encoding, ...counts, remarks: total }
  if (found.state === 'failed') {
    const failure = found.failure ?? m('catalogue.fault.nothing-taken')
    return { exitCode: 3, lines: [failure, ...lines], data: { ...data, state: 'failed' } }
  }
  if (call.options['publish'] !== true) {
    const waiting = m('command.not-published', { id: catalogueId })
    return {
      exitCode: counts.wrong > 0 ? 1 : 0,
      lines: [...lines, waiting],
      data: { ...data, state: 'ready' },
    }
  }
  const published = await runner.perform(context, (each) => publishCatalogue(each, catalogueId))
  if (isRefused(published)) return refused(published)
  await indexCourses({ runner, context }, published.organisationId)
  return {
    exitCode: counts.wrong > 0 ? 1 : 0,
    lines: [...lines, m('command.published')],
    data: { ...data, state: 'published' },
  }
}

/** In which encoding a text was read: what is wrong there is seen at once, and `--mapping` says another. */
function readAs(encoding: string | null): Message[] {
  if (encoding === null || !isTextEncoding(encoding)) return []
  return [m('documents.encoding.summary', { encoding: textEncodings[encoding] })]
}

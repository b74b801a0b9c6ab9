import { isRefused, refuse, type Refusal } from '#kernel/database'
import { allRows, readTable, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { isLanguage, type Language, localised } from '#kernel/values'
import {
  readUnitName,
  readXliff,
  type ReturnedUnit,
  sheetHeads,
  translationSheet,
  type TranslationUnit,
  writeXliff,
} from '../formats/translations.ts'
import { m } from '../messages/index.ts'
import { draftOf } from '../queries/drafts.ts'
import { type ExhibitionRow, loadExhibition } from '../queries/exhibitions.ts'
import { workingCopy } from '../queries/parts.ts'
import { placementsOf, type PublishedContent } from '../rules/published.ts'
import { textState, type TextString, withLines } from '../rules/texts.ts'
import { saveTexts, type SentText } from '../service/texts.ts'
import { refusedWork, type WorkCall } from './authoring.ts'

const look = { action: 'exhibitions.exhibition.preview', load: loadExhibition }
const edit = { action: 'exhibitions.exhibition.edit', load: loadExhibition }
const mostBytes = 8 * 1024 * 1024

/** Texts for translators, as a workbook or as XLIFF, and their way back. */
export const translationRoutes: readonly Route[] = [
  page<ExhibitionRow>('GET', '/exhibitions/:id/translation', { ...look, handle: send }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/translation', {
    ...edit,
    maxBytes: mostBytes + 100_000,
    handle: take,
  }),
]

async function send(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const asked = call.query.get('language') ?? ''
  const exhibition = given.object
  // A file for translators holds texts and names nobody.
  call.shows([])
  const draft = await draftOf(call.work, exhibition)
  if (!isLanguage(asked) || asked === exhibition.source_language) return { kind: 'absent' }
  const units = unitsOf(call, exhibition, draft, asked)
  const title = localised(exhibition.titles, exhibition.source_language).text
  if (call.query.get('form') === 'xliff') {
    const text = writeXliff(
      { id: exhibition.id, source: exhibition.source_language, target: asked },
      units,
    )
    return file(new TextEncoder().encode(text), 'application/xliff+xml', `${title} ${asked}.xlf`)
  }
  const bytes = await writeXlsx({ sheets: [translationSheet(asked, units)] })
  return file(
    bytes,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    `${title} ${asked}.xlsx`,
  )
}

function file(body: Uint8Array, type: string, name: string): Answer {
  return { kind: 'file', body, type, name }
}

function unitsOf(
  call: Call,
  { source_language: source }: ExhibitionRow,
  draft: Awaited<ReturnType<typeof draftOf>>,
  target: Language,
): TranslationUnit[] {
  return draft.strings.flatMap((string): TranslationUnit[] => {
    const from = string.texts.find(({ language }) => language === source)
    if (!from || from.value.trim() === '') return []
    const own = string.texts.find(({ language }) => language === target)
    const state = textState(string.texts, target, source)
    return [
      {
        partId: string.partId,
        field: string.field,
        version: own?.version ?? 0,
        sourceVersion: from.version,
        place: placeOf(call, draft.content, string),
        source: from.value,
        target: own?.value ?? '',
        state,
      },
    ]
  })
}

/** Where a string stands, in words for somebody who sees only the file. */
function placeOf(
  { t, language }: Call,
  content: PublishedContent,
  { partId, field }: TextString,
): string {
  const name = t(m(`field-name.${field as 'title'}`))
  const room = content.rooms.findIndex(({ id }) => id === partId)
  if (room >= 0) return `${t(m('room.number', { number: room + 1 }))} · ${name}`
  for (const placement of placementsOf(content)) {
    const step = placement.steps.findIndex(({ id }) => id === partId)
    if (step >= 0) return `${t(m('tour.step', { number: step + 1 }))} · ${name}`
    if (placement.id === partId)
      return `${localised(placement.title, language).text || t(m('work.piece-kicker'))} · ${name}`
  }
  return name
}

async function take(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const exhibitionId = given.object.id
  const language = valueOf(call, 'language')
  const read = isLanguage(language) ? await readReturned(call, language) : wrongFile()
  if (isRefused(read)) return refusedWork(given, read)
  const { texts: stored } = await workingCopy(call.work, exhibitionId)
  const texts = read.map((unit): SentText => {
    const current = stored.find(
      (each) =>
        each.partId === unit.partId && each.field === unit.field && each.language === language,
    )
    // What its translator saw is known by its version alone.
    const seen = current && current.version === unit.version ? current.value : ''
    const { partId, field, version, sourceVersion } = unit
    const value = withLines(unit.target)
    return {
      partId,
      field,
      language: language as Language,
      version,
      seen,
      value,
      reviewed: false,
      sourceVersion,
    }
  })
  const done = await call.perform((work) =>
    saveTexts(work, { exhibitionId, texts: texts.filter(({ value }) => value !== '') }),
  )
  if (isRefused(done)) return refusedWork(given, done)
  const said = m('translation.taken', {
    count: done.saved.length,
    conflicts: done.conflicts.length,
  })
  const query = new URLSearchParams({ language })
  return call.redirect(
    `/exhibitions/${exhibitionId}/texts?${query}`,
    said,
    done.conflicts.length > 0 ? 'attention' : 'success',
  )
}

function wrongFile(): Refusal {
  return refuse(422, m('refusal.no-translation'), { file: m('refusal.no-translation') })
}

async function readReturned(call: Call, language: Language): Promise<ReturnedUnit[] | Refusal> {
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  if (!upload) return wrongFile()
  const isXliff = /^\s*(?:\ufeff)?\s*</.test(new TextDecoder().decode(upload.bytes.slice(0, 200)))
  if (isXliff) {
    const read = readXliff(new TextDecoder().decode(upload.bytes))
    return read && read.target === language && read.units.length > 0 ? read.units : wrongFile()
  }
  const table = await readTable(upload.bytes, { name: upload.name, maxRows: 20_000 })
  if (isRefused(table)) return refuse(table.status, table.message, { file: table.message })
  const rows = await allRows(table)
  if (isRefused(rows)) return refuse(rows.status, rows.message, { file: rows.message })
  const at = sheetHeads.map((head) => table.header.indexOf(head))
  const units = rows.flatMap(({ cells }): ReturnedUnit[] => {
    const named = readUnitName(cells[at[0]!] ?? '')
    return named ? [{ ...named, target: cells[at[3]!] ?? '' }] : []
  })
  return units.length > 0 ? units : wrongFile()
}

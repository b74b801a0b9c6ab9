import { z } from 'zod'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import { streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { dateInZone, languages, localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { ArchivePage, ArchivesPage, progressOf } from '../pages/archives.tsx'
import {
  archiveById,
  archiveChoices,
  type ArchiveRow,
  archivesOf,
  casesOfArchive,
} from '../queries/archives.ts'
import { packStatements } from '../service/statement-archive.ts'
import { languagesOfStatement } from '../statement.ts'
import { type ShownRefusal, shown } from './shown-refusal.ts'
import { dayField } from './fields.ts'

const path = '/recognition/statements'
const load = (work: Work, params: Record<string, string>) => archiveById(work, params['id'] ?? '')

/** The statements of a cohort as one archive: the choice, the packing, the file. */
export const archiveRoutes: readonly Route[] = [
  page('GET', path, {
    action: 'recognition.archive.begin',
    handle: (call) => listPage(call, null),
  }),
  page('POST', path, { action: 'recognition.archive.begin', perMinute: 20, handle: pack }),
  page<ArchiveRow>('GET', `${path}/:id`, {
    action: 'recognition.archive.read',
    load,
    async handle(call) {
      return { kind: 'html', html: renderPage(ArchivePage({ call, archive: call.object })) }
    },
  }),
  page<ArchiveRow>('GET', `${path}/:id/progress`, {
    action: 'recognition.archive.read',
    load,
    async handle(call) {
      const data = {
        ...progressOf(call, call.object),
        href: call.href(`${path}/${call.object.id}`),
      }
      return { kind: 'json', data }
    },
  }),
  page<ArchiveRow>('GET', `${path}/:id/file`, {
    action: 'recognition.archive.read',
    load,
    handle: download,
  }),
]

async function listPage(
  call: Call,
  refusal: (ShownRefusal & { status: number }) | null,
): Promise<Answer> {
  const { language } = call
  const choices = await archiveChoices(call.work)
  const options = (key: 'home' | 'host' | 'programme') => {
    const names = new Map(choices.map((row) => [row[key], row[`${key}_names`]]))
    const all = [...names].map(([value, text]) => ({
      value,
      label: localised(text, language).text,
    }))
    return sortByText(all, language, (each) => each.label)
  }
  const [first] = choices
  const html = renderPage(
    ArchivesPage({
      call,
      homes: options('home'),
      hosts: options('host'),
      programmes: options('programme'),
      intakes: [...new Set(choices.map((row) => row.intake_year))].toSorted((a, b) => b - a),
      pair: languagesOfStatement(first?.home_country ?? '', ''),
      archives: await archivesOf(call.work, personOf(call.actor) ?? ''),
      values: typedValues(call),
      refusal,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const anyOr = <T extends z.ZodType>(field: T) => z.union([z.literal(''), field])
const packForm = z.object({
  home: z.uuid(),
  host: anyOr(z.uuid()).default(''),
  programme: anyOr(z.uuid()).default(''),
  intake: anyOr(z.string().regex(/^\d{4}$/)).default(''),
  from: dayField,
  to: dayField,
  first: z.enum(languages),
  second: z.enum(languages),
})

async function pack(call: Call): Promise<Answer> {
  const form = call.read(packForm)
  if (isRefused(form)) return refused(call, form)
  const result = await call.perform((work) =>
    packStatements(work, {
      filter: {
        homeOrganisationId: form.home,
        hostOrganisationId: form.host || null,
        degreeProgrammeId: form.programme || null,
        intakeYear: form.intake === '' ? null : Number(form.intake),
        from: form.from,
        to: form.to,
      },
      languages: [form.first, form.second],
      namedIn: call.language,
      origin: call.services.node,
    }),
  )
  if (isRefused(result)) return refused(call, result)
  return call.redirect(`${path}/${result.archiveId}`)
}

function refused(call: Call, refusal: Refusal): Promise<Answer> {
  return listPage(call, { ...shown(call, refusal), status: refusal.status })
}

async function download(call: Call<ArchiveRow>): Promise<Answer> {
  const archive = call.object
  const found = archive.file_id
    ? await streamFile(call.work, call.services.blobs, archive.file_id)
    : null
  if (!found || isRefused(found)) return call.redirect(`${path}/${archive.id}`)
  const cases = await casesOfArchive(call.work, archive.id)
  call.shows(
    cases.map((each) => each.personId),
    { archive: archive.id },
  )
  const day = dateInZone(archive.created_at, archive.time_zone)
  const name = call.t(m('archive.file-name', { day }))
  return { kind: 'file', body: found.stream, type: 'application/zip', name: `${name}.zip` }
}

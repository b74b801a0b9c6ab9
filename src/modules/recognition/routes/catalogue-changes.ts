import type { Work } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import { localised } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { changeMessage, ChangesPage } from '../pages/catalogue-changes.tsx'
import { titleOf } from '../pages/words.ts'
import { catalogueChanges, equivalencesNaming } from '../queries/catalogue-changes.ts'
import { catalogueById, type CatalogueRow } from '../queries/catalogues.ts'

const pageSize = 50
/** Courses that the file lists; the largest catalogue known has 33,000. */
const mostRows = 40_000
const load = (work: Work, params: Record<string, string>) => catalogueById(work, params['id'] ?? '')

/** What publishing an import changes: all of it on pages, and as a file. */
export const catalogueChangeRoutes: readonly Route[] = [
  page<CatalogueRow>('GET', '/recognition/catalogues/:id/changes', {
    action: 'recognition.catalogue.import',
    load,
    handle: changesPage,
  }),
  page<CatalogueRow>('GET', '/recognition/catalogues/:id/changes/table', {
    action: 'recognition.catalogue.import',
    load,
    handle: changesTable,
  }),
]

/** What publishing an import would change; null for one that is current, the first, or not read to its end. */
export function changesOf(work: Work, found: CatalogueRow, number: number, size: number) {
  if (found.state !== 'ready' && found.state !== 'replaced') return Promise.resolve(null)
  return catalogueChanges(work, {
    organisationId: found.organisation_id,
    catalogueId: found.id,
    page: number,
    pageSize: size,
  })
}

async function changesPage(call: Call<CatalogueRow>): Promise<Answer> {
  const number = pageNumber(call)
  const changes = await changesOf(call.work, call.object, number, pageSize)
  if (!changes) return call.redirect(`/recognition/catalogues/${call.object.id}`)
  const html = renderPage(
    ChangesPage({ call, found: call.object, changes, page: number, pageSize }),
  )
  return { kind: 'html', html }
}

async function changesTable(call: Call<CatalogueRow>): Promise<Answer> {
  const { t, language } = call
  const changes = await changesOf(call.work, call.object, 1, mostRows)
  if (!changes) return call.redirect(`/recognition/catalogues/${call.object.id}`)
  const codes = changes.courses.filter((row) => row.equivalences > 0).map((row) => row.code)
  const naming = await equivalencesNaming(call.work, call.object.organisation_id, codes)
  const text = (key: Parameters<typeof m>[0], width: number) => ({
    header: t(m(key as 'changes.course')),
    kind: 'text' as const,
    width,
  })
  const number = (key: Parameters<typeof m>[0]) => ({ ...text(key, 14), kind: 'number' as const })
  const body = await writeXlsx({
    sheets: [
      {
        name: t(m('changes.sheet')),
        columns: [
          text('changes.code', 16),
          text('changes.course', 40),
          text('changes.change', 24),
          number('changes.equivalences'),
          number('changes.abroad'),
          number('changes.cases'),
          text('changes.rules', 40),
        ],
        rows: changes.courses.map((row) => [
          row.code,
          titleOf(row.titles, language).text,
          t(changeMessage(row, language)),
          row.equivalences,
          row.abroad,
          row.cases,
          row.ruleSets.map((name) => localised(name, language).text).join(', '),
        ]),
      },
      {
        name: t(m('changes.equivalences-sheet')),
        columns: [
          text('changes.home-courses', 24),
          text('changes.host', 40),
          text('changes.host-courses', 24),
          { ...text('changes.judged', 14), kind: 'date' as const },
        ],
        rows: naming.map((row) => [
          row.homeCodes.join(', '),
          localised(row.hostNames, language).text,
          row.hostCodes.join(', '),
          row.judgedOn,
        ]),
      },
    ],
  })
  return {
    kind: 'file',
    body,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${call.object.fileName} – ${t(m('changes.sheet'))}.xlsx`,
  }
}

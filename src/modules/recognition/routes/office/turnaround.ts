import { z } from 'zod'
import type { Work } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { type Country, localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import { turnaroundTable } from '../../formats/turnaround-table.ts'
import { TurnaroundPage, turnaroundPath } from '../../pages/office/turnaround.tsx'
import { organisationsFor } from '../../queries/catalogues.ts'
import { settingsOf } from '../../queries/office/settings.ts'
import { termsOf, turnaroundOf } from '../../queries/office/turnaround.ts'
import { tableFile } from '../table-file.ts'

const read = 'recognition.turnaround.read'

interface OfOrganisation {
  [fact: string]: unknown
  organisation_id: string
}

/** How long recognition takes: a page, and the same as a file. */
export const turnaroundRoutes: readonly Route[] = [
  page('GET', turnaroundPath, { action: 'recognition.turnaround.open', handle: turnaroundPage }),
  page<OfOrganisation>('GET', `${turnaroundPath}/organisations/:id/table`, {
    action: read,
    load: async (_work: Work, params) => ({ organisation_id: params['id'] ?? '' }),
    handle: turnaroundFile,
  }),
]

const termOf = (call: Pick<Call, 'query'>) => {
  const given = z.uuid().safeParse(call.query.get('term'))
  return given.success ? given.data : null
}

async function rowsOf(call: Call, organisationId: string) {
  const settings = await settingsOf(call.work, organisationId)
  if (!settings) return []
  const { timeZone } = settings
  const country = settings.country satisfies Country
  return turnaroundOf(call.work, { organisationId, country, timeZone }, { termId: termOf(call) })
}

async function turnaroundPage(call: Call): Promise<Answer> {
  const mine = await organisationsFor(call.work, (id) => call.may(read, { organisation_id: id }))
  const institutions = sortByText(
    mine.map(({ id, names }) => ({ id, name: localised(names, call.language).text })),
    call.language,
    ({ name }) => name,
  )
  const asked = call.query.get('institution')
  const chosen = institutions.find(({ id }) => id === asked) ?? institutions[0]
  if (!chosen) return { kind: 'absent' }
  // Sums of at least five cases; nobody's own data is in them.
  const html = renderPage(
    TurnaroundPage({
      call,
      institutions,
      chosen,
      terms: await termsOf(call.work, chosen.id),
      termId: termOf(call),
      rows: await rowsOf(call, chosen.id),
    }),
  )
  return { kind: 'html', html }
}

async function turnaroundFile(call: Call<OfOrganisation>): Promise<Answer> {
  const table = turnaroundTable(await rowsOf(call, call.object.organisation_id), call)
  return tableFile(call, 'turnaround', table)
}

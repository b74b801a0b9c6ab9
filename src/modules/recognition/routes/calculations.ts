import type { Work } from '#kernel/database'
import { page, type Route } from '#kernel/http'
import { renderPage } from '#ui'
import { CalculationsPage, tableKey } from '../pages/calculations.tsx'
import { caseById, type CaseLine, type CasePageRow, linesOfCase } from '../queries/cases.ts'
import { type GradingTableRecord, gradingTablesByIds } from '../queries/grading-tables.ts'
import { asToldToReader } from '../told.ts'

/** The page on which a case's conversions can be repeated by hand; whoever reads the case reads it. */
export const calculationRoutes: readonly Route[] = [
  page<CasePageRow>('GET', '/recognition/cases/:id/calculations', {
    action: 'recognition.case.read',
    load: (work, params) => caseById(work, params['id'] ?? ''),
    async handle(call) {
      const all = await linesOfCase(call.work, call.object.id)
      const { found, lines } = asToldToReader(call.work, call.object, all)
      const tables = await tablesOf(call.work, lines)
      const html = renderPage(CalculationsPage({ call, found, lines, tables }))
      return { kind: 'html', html }
    },
  }),
]

/** The versions of grading tables that the lines were converted with; one query, or none. */
async function tablesOf(
  work: Work,
  lines: readonly CaseLine[],
): Promise<Map<string, GradingTableRecord>> {
  const ids = lines.flatMap(({ engine }) => {
    const { hostTable, homeTable } = engine.gradeConversion?.inputs ?? {}
    return [hostTable, homeTable].filter((id) => id !== undefined)
  })
  const tables = await gradingTablesByIds(work, [...new Set(ids)])
  return new Map(tables.map((each) => [tableKey(each.id, each.version), each]))
}

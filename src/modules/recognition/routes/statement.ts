import { renderPdf } from '#kernel/documents'
import type { Work } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { type Language, languages } from '#kernel/values'
import { caseById, type CasePageRow, linesOfCase, namesOfJudges } from '../queries/cases.ts'
import { decisionOf } from '../queries/decisions.ts'
import { statementOf } from '../statement.ts'

/** The statement of recognition as PDF, in the reader's language and a second one. */
export const statementRoutes: readonly Route[] = [
  page<CasePageRow>('GET', '/recognition/cases/:id/statement', {
    action: 'recognition.statement.read',
    load: (work: Work, params) => caseById(work, params['id'] ?? ''),
    handle: statement,
  }),
]

async function statement(call: Call<CasePageRow>): Promise<Answer> {
  const found = call.object
  const decision = await decisionOf(call.work, found.id)
  if (!decision) throw new Error('A decided case has no decision')
  const lines = await linesOfCase(call.work, found.id)
  const document = statementOf(
    {
      found,
      lines,
      judges: await namesOfJudges(call.work, lines),
      ruleName: decision.ruleName,
      documentSha256: decision.documentSha256,
      decidedAt: decision.decidedAt,
      address: `${call.services.origin}${call.href(`/recognition/cases/${found.id}`)}`,
      banner: call.services.demonstration ? call.services.demonstrationBanner : null,
    },
    [call.language, secondLanguage(call)],
    call.services.translator,
  )
  return {
    kind: 'file',
    body: await renderPdf(document),
    type: 'application/pdf',
    name: `${found.number}-${call.language}.pdf`,
  }
}

/** The language asked for, else English; an English reader gets the home country's. */
function secondLanguage(call: Call<CasePageRow>): Language {
  const asked = call.query.get('with') as Language | null
  if (asked && languages.includes(asked)) return asked
  if (call.language !== 'en') return 'en'
  const home: Record<string, Language> = { TH: 'th', CN: 'zh-Hans', KR: 'ko', FR: 'fr' }
  return home[call.object.home_country] ?? 'en'
}

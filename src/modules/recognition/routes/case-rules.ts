import { personOf } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { renderPage } from '#ui'
import { caseTrail } from '../pages/case-trail.ts'
import { RuleSetPage } from '../pages/rule-set.tsx'
import type { CasePageRow } from '../queries/cases.ts'
import { ruleSetVersions } from '../queries/rule-sets.ts'
import { loadCase } from './case-page.ts'

/** What the rules of a case say, for whoever may read the case: they bind the student, who reads no list of rules. */
export const caseRulesRoutes: readonly Route[] = [
  page<CasePageRow>('GET', '/recognition/cases/:id/rules', {
    action: 'recognition.case.read',
    load: loadCase,
    handle: rulesPage,
  }),
]

async function rulesPage(call: Call<CasePageRow>): Promise<Answer> {
  const found = call.object
  const versions = found.rule_set_id ? await ruleSetVersions(call.work, found.rule_set_id) : []
  const shown = versions.find(({ version }) => version === found.rule_set_version)
  if (!shown) return call.redirect(`/recognition/cases/${found.id}`)
  const isOwn = personOf(call.actor) === found.person_id
  const html = renderPage(
    RuleSetPage({
      call,
      // Who published them is the school's own business.
      shown: isOwn ? { ...shown, publishedBy: null } : shown,
      versions,
      trail: caseTrail(call, found, isOwn),
      mayList: call.may('recognition.rule-set.list', shown),
      mayEdit: false,
    }),
  )
  return { kind: 'html', html }
}

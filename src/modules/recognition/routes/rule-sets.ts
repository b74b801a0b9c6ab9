import { isRefused, type Work } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { RuleSetDifferencePage } from '../pages/rule-set-difference.tsx'
import { RuleSetPage } from '../pages/rule-set.tsx'
import { RuleSetsPage } from '../pages/rule-sets.tsx'
import { openRuleSetDrafts, type RuleSetDraftRow } from '../queries/rule-set-drafts.ts'
import { listRuleSets, type RuleSetRow, ruleSetVersions } from '../queries/rule-sets.ts'
import { previewPast } from '../service/preview-past.ts'
import { pastWorkbook } from './past-workbook.ts'
import { formPage, ruleSetsPath as path } from './rule-set-page.ts'
import { goOn, loadDraft, openDraft, saveOrPublish } from './rule-set-writing.ts'

async function load(work: Work, params: Record<string, string>): Promise<RuleSetRow | null> {
  const [latest] = await ruleSetVersions(work, params['id'] ?? '')
  return latest ?? null
}

/** The pages of recognition rules: to read, to change, to see first what a change does. */
export const ruleSetRoutes: readonly Route[] = [
  page('GET', path, {
    action: 'recognition.rule-set.open',
    async handle(call) {
      const ruleSets = await listRuleSets(call.work)
      const drafts = await openRuleSetDrafts(call.work)
      const mayEdit = call.may('recognition.rule-set.edit')
      return { kind: 'html', html: renderPage(RuleSetsPage({ call, ruleSets, drafts, mayEdit })) }
    },
  }),
  page('GET', `${path}/new`, {
    action: 'recognition.rule-set.open',
    handle: (call) => formPage(call, null, {}),
  }),
  page('POST', path, {
    action: 'recognition.rule-set.open',
    perMinute: 60,
    handle: (call) => saveOrPublish(call, null),
  }),
  page<RuleSetDraftRow>('GET', `${path}/drafts/:id`, {
    action: 'recognition.rule-set.edit',
    load: loadDraft,
    handle: openDraft,
  }),
  page<RuleSetDraftRow>('POST', `${path}/drafts/:id`, {
    action: 'recognition.rule-set.edit',
    load: loadDraft,
    perMinute: 60,
    handle: goOn,
  }),
  page<RuleSetRow>('GET', `${path}/:id`, {
    action: 'recognition.rule-set.list',
    load,
    handle: readPage,
  }),
  page<RuleSetRow>('GET', `${path}/:id/edit`, {
    action: 'recognition.rule-set.edit',
    load,
    handle: (call) => formPage(call, call.object, {}),
  }),
  page<RuleSetRow>('GET', `${path}/:id/difference`, {
    action: 'recognition.rule-set.edit',
    load,
    handle: differencePage,
  }),
  page<RuleSetRow>('POST', `${path}/:id/versions`, {
    action: 'recognition.rule-set.edit',
    load,
    perMinute: 60,
    handle: (call) => saveOrPublish(call, call.object),
  }),
]

async function readPage(call: Call<RuleSetRow>): Promise<Answer> {
  const versions = await ruleSetVersions(call.work, call.object.id)
  const wanted = Number(call.query.get('version') ?? call.object.version)
  const found = versions.find((each) => each.version === wanted) ?? call.object
  const mayEdit = call.may('recognition.rule-set.edit', call.object)
  return {
    kind: 'html',
    html: renderPage(
      RuleSetPage({
        call,
        shown: found,
        versions,
        trail: [{ href: call.href(path), label: call.t(m('rule-set.title')) }],
        mayList: true,
        mayEdit,
      }),
    ),
  }
}

/** What a version says of cases that were decided before it, line by line; nothing of them is altered. */
async function differencePage(call: Call<RuleSetRow>): Promise<Answer> {
  call.shows([])
  const versions = await ruleSetVersions(call.work, call.object.id)
  const wanted = Number(call.query.get('version') ?? call.object.version)
  const found = versions.find((each) => each.version === wanted) ?? call.object
  const past = await previewPast(call.work, found.definition)
  if (isRefused(past)) return call.redirect(`${path}/${call.object.id}`)
  call.shows(past.personIds)
  if (call.query.get('as') === 'workbook') return pastWorkbook(call, past)
  return { kind: 'html', html: renderPage(RuleSetDifferencePage({ call, shown: found, past })) }
}

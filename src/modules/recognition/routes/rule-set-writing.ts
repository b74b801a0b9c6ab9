import { isRefused, type Refusal, type Work } from '#kernel/database'
import type { Answer, Call } from '#kernel/http'
import { m } from '../messages/index.ts'
import { ruleSetDraft, type RuleSetDraftRow, type TypedForm } from '../queries/rule-set-drafts.ts'
import { type RuleSetRow, ruleSetVersions } from '../queries/rule-sets.ts'
import { previewPast } from '../service/preview-past.ts'
import {
  discardRuleSetDraft,
  publishRuleSetDraft,
  saveRuleSetDraft,
} from '../service/rule-set-drafts.ts'
import { previewRuleSet, publishRuleSet } from '../service/rule-sets.ts'
import { pastWorkbook } from './past-workbook.ts'
import { draftOf, ruleSetForm } from './rule-set-form.ts'
import { formPage, gradeChoices, ruleSetsPath } from './rule-set-page.ts'

/** The draft that an address names. */
export function loadDraft(
  work: Work,
  params: Record<string, string>,
): Promise<RuleSetDraftRow | null> {
  return ruleSetDraft(work, params['id'] ?? '')
}

/** The form as it was saved, to be gone on with. */
export async function openDraft(call: Call<RuleSetDraftRow>): Promise<Answer> {
  const draft = call.object
  if (draft.state !== 'open') return call.redirect(ruleSetsPath, m('rule-draft.refusal.closed'))
  return formPage(call, await presentOf(call.work, draft), {}, draft)
}

/** What the form of a draft was sent for: to be given up, or what any form of rules is sent for. */
export async function goOn(call: Call<RuleSetDraftRow>): Promise<Answer> {
  const draft = call.object
  const present = await presentOf(call.work, draft)
  if (call.form.values['next']?.[0] !== 'discard') return saveOrPublish(call, present, draft)
  call.shows([])
  const result = await call.perform((work) => discardRuleSetDraft(work, draft.id))
  if (isRefused(result)) return refused(call, result, present, draft)
  return call.redirect(ruleSetsPath, m('rule-draft.discarded'))
}

/** Keeps the form, shows what its rules would alter, or publishes them. */
export async function saveOrPublish(
  call: Call,
  present: RuleSetRow | null,
  stored?: RuleSetDraftRow,
): Promise<Answer> {
  call.shows([])
  if (call.form.values['next']?.[0] === 'save') return saveDraft(call, present, stored)
  const form = call.read(ruleSetForm)
  if (isRefused(form)) return formPage(call, present, { refusal: form }, stored)
  const home = present?.home_organisation_id ?? form.home
  const draft = draftOf(form, present?.definition ?? null, await gradeChoices(call, home))
  if (form.next !== 'publish') {
    const past = await previewPast(call.work, draft)
    if (isRefused(past)) return formPage(call, present, { refusal: past }, stored)
    call.shows(past.personIds)
    if (form.next === 'workbook') return pastWorkbook(call, past)
    const preview = await previewRuleSet(call.work, draft)
    const after = isRefused(preview) ? { refusal: preview } : { preview, past }
    return formPage(call, present, after, stored)
  }
  const { revision, seenVersion } = shownOn(call)
  const result = await call.perform((work) =>
    stored
      ? publishRuleSetDraft(work, { draftId: stored.id, revision, seenVersion }, draft)
      : publishRuleSet(work, draft, seenVersion),
  )
  if (isRefused(result)) return refused(call, result, present, stored)
  const flash = m('rule-set.flash.published', { version: result.version })
  return call.redirect(`${ruleSetsPath}/${result.ruleSetId}`, flash)
}

async function saveDraft(
  call: Call,
  present: RuleSetRow | null,
  draft?: RuleSetDraftRow,
): Promise<Answer> {
  const { values } = call.form
  const result = await call.perform((work) =>
    saveRuleSetDraft(work, {
      draftId: draft?.id ?? null,
      homeOrganisationId:
        draft?.home_organisation_id ?? present?.home_organisation_id ?? values['home']?.[0] ?? '',
      basedOn: present && { ruleSetId: present.id, version: present.version },
      form: keptForm(values),
      revision: shownOn(call).revision,
    }),
  )
  if (isRefused(result)) return refused(call, result, present, draft)
  return call.redirect(`${ruleSetsPath}/drafts/${result.draftId}`, m('rule-draft.saved'))
}

/** The form again with what was typed, beside the draft and the version as they stand now: sent again, it counts. */
async function refused(
  call: Call,
  refusal: Refusal,
  present: RuleSetRow | null,
  draft?: RuleSetDraftRow,
): Promise<Answer> {
  const now = draft && ((await ruleSetDraft(call.work, draft.id)) ?? draft)
  const [latest = present] = present ? await ruleSetVersions(call.work, present.id) : []
  return formPage(call, latest, { refusal }, now)
}

/** The version that a draft is to follow; null for rules of their own. */
async function presentOf(work: Work, draft: RuleSetDraftRow): Promise<RuleSetRow | null> {
  if (draft.rule_set_id === null) return null
  const [latest] = await ruleSetVersions(work, draft.rule_set_id)
  return latest ?? null
}

/** What the page had shown: how often the draft had been saved, and the version in force; null where it does not say. */
function shownOn({ form: { values } }: Call): { revision: number; seenVersion: number | null } {
  const whole = (name: string) => {
    const text = values[name]?.[0] ?? ''
    return /^\d{1,6}$/.test(text) ? Number(text) : null
  }
  return { revision: whole('revision') ?? 0, seenVersion: whole('seen') }
}

const ofTheSending: readonly string[] = ['next', 'csrf', 'revision', 'seen']

/** What a person typed, without what only the sending of the form needs. */
function keptForm(values: TypedForm): TypedForm {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => /^[A-Za-z]/.test(name) && !ofTheSending.includes(name),
    ),
  )
}

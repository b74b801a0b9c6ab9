import type { Refusal } from '#kernel/database'
import type { Answer, Call } from '#kernel/http'
import {
  type DateOnly,
  dateInZone,
  isUuid,
  type Language,
  localised,
  type LocalText,
  sortByText,
} from '#kernel/values'
import { type Option, renderPage } from '#ui'
import { m } from '../messages/index.ts'
import type { RuleSetFormPageProps } from '../pages/rule-set-form-props.ts'
import { RuleSetFormPage } from '../pages/rule-set-form.tsx'
import { listAgreedTables } from '../queries/agreed-tables.ts'
import { organisationsFor } from '../queries/catalogues.ts'
import { degreeProgrammesOf } from '../queries/equivalences.ts'
import type { RuleSetDraftRow, TypedForm } from '../queries/rule-set-drafts.ts'
import { gradeScalesOf, possibleHosts, type RuleSetRow } from '../queries/rule-sets.ts'
import type { PastPreview } from '../service/preview-past.ts'
import { type GradeChoices, singleRules, valuesOf } from './rule-set-form.ts'
import { tickedCredit } from './rule-set-credit.ts'
import { tickedValues } from './rule-set-time.ts'
import { shown } from './shown-refusal.ts'

export const ruleSetsPath = '/recognition/rule-sets'

/** The agreed tables that were chosen on the form, in their latest version, and the home institution's scales. */
export async function gradeChoices(call: Call, home: string): Promise<GradeChoices> {
  const chosen = new Set(call.form.values['agreed'] ?? [])
  const known = isUuid(home) ? [home] : []
  const tables = await listAgreedTables(call.work, known)
  return {
    agreed: tables.flatMap(({ id, withdrawnAt, rule }) =>
      chosen.has(id) && withdrawnAt === null ? [rule] : [],
    ),
    homeScales: known.length === 0 ? [] : await gradeScalesOf(call.work, home),
    ticked: tickedOn(call.form.values),
  }
}

/** The first value of every field. */
function firstOf(values: TypedForm): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all[0] ?? '']))
}

/** What the page of a draft says of it. */
function stateOfDraft(draft: RuleSetDraftRow, present: RuleSetRow | null) {
  const isOvertaken = present !== null && draft.based_on_version !== present.version
  return { ...draft, overtakenBy: isOvertaken ? present.version : null }
}

const tickedOn = (values: TypedForm) => (name: string) => values[name] ?? []

/** The agreed tables to choose from, and those that the rules hold or that were just chosen. */
async function agreedOptions(
  call: Call,
  known: readonly string[],
  present: RuleSetRow | null,
  values: TypedForm,
) {
  const tables = await listAgreedTables(call.work, known)
  const held = present
    ? singleRules(present.definition.gradeRule).flatMap((rule) =>
        rule.method === 'table' && rule.tableId !== undefined ? [rule.tableId] : [],
      )
    : []
  return {
    options: tables
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ id, name, version }) => ({
        value: id,
        label: `${localised(name, call.language).text} · ${call.t(m('rule-set.version', { version }))}`,
      })),
    chosen: values['agreed'] ?? (values['method'] ? [] : held),
  }
}

/**
 * The form with what was typed, else what the draft holds, else the version before it. After a refusal the draft and
 * the version are read again: a colleague may have gone on with them.
 */
export async function formPage(
  call: Call,
  present: RuleSetRow | null,
  after: { refusal?: Refusal; preview?: RuleSetFormPageProps['preview']; past?: PastPreview },
  draft?: RuleSetDraftRow,
): Promise<Answer> {
  const { language, work } = call
  const values = call.form.values['method'] ? call.form.values : (draft?.form ?? {})
  const typed = firstOf(values)
  const mayEdit = (id: string) =>
    call.may('recognition.rule-set.edit', { home_organisation_id: id })
  const homes = named(await organisationsFor(work, mayEdit), language)
  const home =
    present?.home_organisation_id ??
    draft?.home_organisation_id ??
    typed['home'] ??
    homes[0]?.value ??
    ''
  const known = isUuid(home) ? [home] : []
  const hosts = named(await possibleHosts(work), language)
  // What a page had shown stays what it had shown until a refusal has told what is there now.
  const seen = (name: string, current: number) =>
    after.refusal?.status === 409 || !/^\d{1,6}$/.test(typed[name] ?? '')
      ? current
      : Number(typed[name])
  const html = renderPage(
    RuleSetFormPage({
      call,
      ruleSetId: present?.id ?? null,
      action:
        draft?.state === 'open'
          ? `${ruleSetsPath}/drafts/${draft.id}`
          : present
            ? `${ruleSetsPath}/${present.id}/versions`
            : ruleSetsPath,
      seenVersion: seen('seen', present?.version ?? 0),
      revision: seen('revision', draft?.revision ?? 0),
      draft: draft?.state === 'open' ? stateOfDraft(draft, present) : null,
      homes,
      hosts: hosts.filter((each) => each.value !== home),
      programmes: named(await degreeProgrammesOf(work, known), language),
      grades: known.length === 0 ? [] : await gradeOptions(call, home),
      values: {
        ...defaultsOf(present, dateInZone(call.now, 'Asia/Bangkok'), call.language),
        home,
        ...typed,
        ...(typed['method'] ? tickedValues(tickedOn(values)) : {}),
        ...(typed['method'] ? tickedCredit(tickedOn(values)) : {}),
      },
      agreed: await agreedOptions(call, known, present, values),
      refusal: after.refusal ? shown(call, after.refusal) : null,
      preview: after.preview ?? null,
      past: after.past ?? null,
    }),
  )
  return { kind: 'html', html, ...(after.refusal ? { status: after.refusal.status } : {}) }
}

/** Rows with names in many languages, as choices in the reader's order. */
function named(
  rows: readonly { id: string; names: LocalText }[],
  language: Call['language'],
): Option[] {
  const options = rows.map(({ id, names }) => ({
    value: id,
    label: localised(names, language).text,
  }))
  return sortByText(options, language, (each) => each.label)
}

/** What a form says that nobody has typed into: the version before it, or what most rules of their own say. */
function defaultsOf(
  present: RuleSetRow | null,
  today: DateOnly,
  language: Language,
): Record<string, string> {
  if (present) return valuesOf(present.definition, today, language)
  return {
    validFrom: today,
    method: 'hours',
    surplus: 'record-home',
    beyond: 'needs-decision',
    entry: 'TR',
  }
}

async function gradeOptions(call: Call, home: string): Promise<Option[]> {
  const scales = await gradeScalesOf(call.work, home)
  return scales.flatMap((scale) => {
    const group = localised(scale.name, call.language).text
    const steps = scale.kind === 'steps' ? scale.grades : scale.bands
    return steps
      .filter((step) => step.pass)
      .map((step) => ({ value: `${scale.id}\t${step.label}`, label: step.label, group }))
  })
}

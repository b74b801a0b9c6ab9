import { isRefused, type Refusal, type Work } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { dateInZone, isUuid, localised, sortByText } from '#kernel/values'
import { type Option, renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { changedRows } from '../pages/past-preview.tsx'
import { RuleSetFormPage, type RuleSetFormPageProps } from '../pages/rule-set-form.tsx'
import { RuleSetPage } from '../pages/rule-set.tsx'
import { RuleSetsPage } from '../pages/rule-sets.tsx'
import { verdictMessage } from '../pages/words.ts'
import { listAgreedTables } from '../queries/agreed-tables.ts'
import { organisationsFor } from '../queries/catalogues.ts'
import { degreeProgrammesOf } from '../queries/equivalences.ts'
import {
  gradeScalesOf,
  listRuleSets,
  possibleHosts,
  type RuleSetRow,
  ruleSetVersions,
} from '../queries/rule-sets.ts'
import type { Outcome } from '../rules/compare-evaluations.ts'
import { type PastPreview, previewPast } from '../service/preview-past.ts'
import { previewRuleSet, publishRuleSet } from '../service/rule-sets.ts'
import { shown } from './shown-refusal.ts'
import { typedValues } from './fields.ts'
import { tickedValues } from './rule-set-time.ts'
import { draftOf, type GradeChoices, ruleSetForm, singleRules, valuesOf } from './rule-set-form.ts'

const path = '/recognition/rule-sets'
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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
      const mayEdit = call.may('recognition.rule-set.edit')
      return { kind: 'html', html: renderPage(RuleSetsPage({ call, ruleSets, mayEdit })) }
    },
  }),
  page('GET', `${path}/new`, {
    action: 'recognition.rule-set.open',
    handle: (call) => formPage(call, null, {}),
  }),
  page('POST', path, {
    action: 'recognition.rule-set.open',
    perMinute: 60,
    handle: (call) => previewOrPublish(call, null),
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
  page<RuleSetRow>('POST', `${path}/:id/versions`, {
    action: 'recognition.rule-set.edit',
    load,
    perMinute: 60,
    handle: (call) => previewOrPublish(call, call.object),
  }),
]

async function readPage(call: Call<RuleSetRow>): Promise<Answer> {
  const versions = await ruleSetVersions(call.work, call.object.id)
  const wanted = Number(call.query.get('version') ?? call.object.version)
  const found = versions.find((each) => each.version === wanted) ?? call.object
  const mayEdit = call.may('recognition.rule-set.edit', call.object)
  return {
    kind: 'html',
    html: renderPage(RuleSetPage({ call, shown: found, versions, mayEdit })),
  }
}

async function previewOrPublish(call: Call, present: RuleSetRow | null): Promise<Answer> {
  call.shows([])
  const form = call.read(ruleSetForm)
  if (isRefused(form)) return formPage(call, present, { refusal: form })
  const home = present?.home_organisation_id ?? form.home
  const draft = draftOf(form, present?.definition ?? null, await gradeChoices(call, home))
  if (form.next !== 'publish') {
    const past = await previewPast(call.work, draft)
    if (isRefused(past)) return formPage(call, present, { refusal: past })
    call.shows(past.personIds)
    if (form.next === 'workbook') return pastWorkbook(call, past)
    const preview = await previewRuleSet(call.work, draft)
    return formPage(call, present, isRefused(preview) ? { refusal: preview } : { preview, past })
  }
  const result = await call.perform((work) => publishRuleSet(work, draft))
  if (isRefused(result)) return formPage(call, present, { refusal: result })
  const flash = m('rule-set.flash.published', { version: result.version })
  return call.redirect(`${path}/${result.ruleSetId}`, flash)
}

/** The lines of decided cases that the rules would alter, as a workbook. */
async function pastWorkbook(call: Call, past: PastPreview): Promise<Answer> {
  const { t } = call
  const text = (header: Message, width: number) => ({
    header: t(header),
    kind: 'text' as const,
    width,
  })
  const number = (header: Message) => ({ header: t(header), kind: 'number' as const, width: 14 })
  const figures = ({ verdict, credit, grade }: Outcome) => [
    t(verdictMessage(verdict)),
    credit?.toDecimal(3) ?? null,
    grade ?? '',
  ]
  const body = await writeXlsx({
    sheets: [
      {
        name: t(m('past.title')),
        columns: [
          text(m('past.case'), 20),
          text(m('past.line'), 16),
          text(m('past.before'), 22),
          number(m('past.credit-before')),
          text(m('past.grade-before'), 14),
          text(m('past.after'), 22),
          number(m('past.credit-after')),
          text(m('past.grade-after'), 14),
        ],
        rows: changedRows(past).map(({ number: caseNumber, code, before, after }) => [
          caseNumber,
          code,
          ...figures(before),
          ...figures(after),
        ]),
      },
    ],
  })
  return { kind: 'file', type: workbookType, name: `${t(m('past.title'))}.xlsx`, body }
}

/** The agreed tables that were chosen on the form, in their latest version, and the home institution's scales. */
async function gradeChoices(call: Call, home: string): Promise<GradeChoices> {
  const chosen = new Set(call.form.values['agreed'] ?? [])
  const known = isUuid(home) ? [home] : []
  const tables = await listAgreedTables(call.work, known)
  return {
    agreed: tables.flatMap(({ id, withdrawnAt, rule }) =>
      chosen.has(id) && withdrawnAt === null ? [rule] : [],
    ),
    homeScales: known.length === 0 ? [] : await gradeScalesOf(call.work, home),
    ticked: tickedOn(call),
  }
}

const tickedOn = (call: Call) => (name: string) => call.form.values[name] ?? []

/** The agreed tables to choose from, and those that the rules hold or that were just chosen. */
async function agreedOptions(call: Call, known: readonly string[], present: RuleSetRow | null) {
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
    chosen: call.form.values['agreed'] ?? (call.form.values['method'] ? [] : held),
  }
}

async function formPage(
  call: Call,
  present: RuleSetRow | null,
  after: { refusal?: Refusal; preview?: RuleSetFormPageProps['preview']; past?: PastPreview },
): Promise<Answer> {
  const { language, work } = call
  const typed = typedValues(call)
  const today = dateInZone(call.now, 'Asia/Bangkok')
  const named = <T extends { names: Parameters<typeof localised>[0] }>(
    rows: readonly (T & { id: string })[],
  ): Option[] =>
    sortByText(
      rows.map(({ id, names }) => ({ value: id, label: localised(names, language).text })),
      language,
      (each) => each.label,
    )
  const homes = named(
    await organisationsFor(work, (id) =>
      call.may('recognition.rule-set.edit', { home_organisation_id: id }),
    ),
  )
  const home = present?.home_organisation_id ?? typed['home'] ?? homes[0]?.value ?? ''
  const known = isUuid(home) ? [home] : []
  const hosts = named(await possibleHosts(work))
  const defaults = present
    ? valuesOf(present.definition, today)
    : {
        validFrom: today,
        method: 'hours',
        surplus: 'record-home',
        beyond: 'needs-decision',
        entry: 'TR',
      }
  const html = renderPage(
    RuleSetFormPage({
      call,
      ruleSetId: present?.id ?? null,
      action: present ? `${path}/${present.id}/versions` : path,
      homes,
      hosts: hosts.filter((each) => each.value !== home),
      programmes: named(await degreeProgrammesOf(work, known)),
      grades: known.length === 0 ? [] : await gradeOptions(call, home),
      values: {
        ...defaults,
        home,
        ...typed,
        ...(typed['method'] ? tickedValues(tickedOn(call)) : {}),
      },
      agreed: await agreedOptions(call, known, present),
      refusal: after.refusal ? shown(call, after.refusal) : null,
      preview: after.preview ?? null,
      past: after.past ?? null,
    }),
  )
  return { kind: 'html', html, ...(after.refusal ? { status: after.refusal.status } : {}) }
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

import { createHash, randomUUIDv7 } from 'node:crypto'
import { personOf, principalsOf, type Refusal, refuse, type Work } from '#kernel/database'
import { dateInZone, firstLanguageOf, type Language, localised, passportName } from '#kernel/values'
import { termsOf } from '#modules/alliance'
import { postingsExported } from '../../entries-office.ts'
import { unencodableIn } from '../../formats/registry-file.ts'
import { m } from '../../messages/index.ts'
import { titleOf } from '../../pages/words.ts'
import { layoutById, type LayoutRow } from '../../queries/office/layouts.ts'
import { type PostingFacts, postingFactsOf, recordsOf } from '../../queries/office/posting-facts.ts'
import { type OfficeSettings, settingsOf } from '../../queries/office/settings.ts'
import { type DueAct, dueActs, entriesOf } from '../../rules/office/posting.ts'
import type { RegistryLayout } from '../../rules/office/registry-layout.ts'
import { type CellFault, registryRow, type RowFacts } from '../../rules/office/registry-rows.ts'
import { canonicalJson } from '../../rules/input-hash.ts'
import { actsDue, refreshPosting } from './posting-state.ts'

/** Which credit goes into a batch: that of the chosen cases, or of all that wait. */
export interface MakeBatch {
  organisationId: string
  layoutId: string
  caseIds: readonly string[] | null
  /** The node that makes the row. */
  origin: string
}

/** More cases than this go into several batches: one batch is one transaction, and a person confirms it. */
export const mostCases = 500

/**
 * Takes the credit that waits into a batch by a layout of the registry. Every act on a record goes into one batch only:
 * whoever comes second finds what is left. A cell that the layout cannot write, or a letter that its encoding does not
 * have, refuses the whole batch and names it; nothing is rounded and nothing left out.
 */
export async function makeBatch(
  work: Work,
  input: MakeBatch,
): Promise<{ batchId: string; number: string; rows: number } | Refusal> {
  const actor = personOf(work.actor)
  const facts = { organisation_id: input.organisationId }
  const settings = await settingsOf(work, input.organisationId)
  if (actor === null || !settings || !work.may('recognition.posting.post', facts))
    return refuse(404, m('posting.refusal.no-office'))
  const layout = await layoutById(work, input.layoutId)
  if (layout?.organisation_id !== input.organisationId || layout.withdrawnAt !== null)
    return refuse(422, m('posting.refusal.no-layout'), { layout: m('posting.refusal.no-layout') })
  const number = await nextNumber(work, input.organisationId, settings)
  const caseIds = await casesToTake(work, input, actor)
  const cases = await postingFactsOf(work, caseIds)
  const records = await recordsOf(work.read, caseIds)
  const due = cases.flatMap((each) =>
    actsDue(each, records.get(each.caseId)!).map((act) => ({ facts: each, act })),
  )
  if (due.length === 0) {
    await refreshPosting(work, caseIds)
    return refuse(409, m('posting.refusal.nothing-left'))
  }
  const rows = await writtenRows(work, { due, layout, settings, number })
  if ('refusal' in rows) return rows
  return store(work, input, { number, layout, settings, rows, actor })
}

/** Rows for a look at a layout: some credit that waits, else what was decided last. Nothing is written. `personIds` is whose. */
export async function sampleRows(
  work: Work,
  organisationId: string,
  layout: RegistryLayout,
): Promise<{ rows: string[][]; personIds: string[] }> {
  const settings = (await settingsOf(work, organisationId))!
  const rows = await work.read
    .selectFrom('recognition_cases')
    .select('id')
    .where('home_organisation_id', '=', organisationId)
    .where('state', '=', 'decided')
    .orderBy(
      (eb) => eb('posting_state', '=', 'waiting'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('decided_at', 'desc')
    .limit(3)
    .execute()
  const cases = await postingFactsOf(
    work,
    rows.map((row) => row.id),
  )
  const due = cases.flatMap((facts) =>
    dueActs(entriesOf(facts.courses), []).map((act) => ({ facts, act })),
  )
  const terms = await termsOf(work, organisationId)
  const shown = due.slice(0, 5)
  return {
    rows: shown.map(
      (each, index) =>
        registryRow(rowFacts(work, { settings, number: '…' }, each, index + 1, terms), layout)
          .cells,
    ),
    personIds: shown.map(({ facts }) => facts.personId),
  }
}

interface DueRow {
  facts: PostingFacts
  act: DueAct
}

interface WrittenRow extends DueRow {
  cells: string[]
}

/** The cases that go in, locked until the commit. Nobody posts their own credit. */
async function casesToTake(work: Work, input: MakeBatch, actor: string): Promise<string[]> {
  if (input.caseIds?.length === 0) return []
  const rows = await work.read
    .selectFrom('recognition_cases')
    .select('id')
    .where('home_organisation_id', '=', input.organisationId)
    .where('person_id', 'not in', [actor, ...principalsOf(work.actor)])
    .where((eb) =>
      eb.or([
        eb('posting_state', '=', 'waiting'),
        eb.and([
          eb('posting_state', 'is', null),
          eb('state', '=', 'decided'),
          eb.or([eb('released_at', 'is', null), eb('released_at', '<=', work.now)]),
        ]),
      ]),
    )
    .$if(input.caseIds !== null, (query) => query.where('id', 'in', [...input.caseIds!]))
    .orderBy('decided_at')
    .orderBy('id')
    .limit(mostCases)
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

/** The next number of the institution's year; its row keeps other registrars waiting until the commit. */
async function nextNumber(
  work: Work,
  organisationId: string,
  { timeZone }: OfficeSettings,
): Promise<string> {
  const year = Number(dateInZone(work.now, timeZone).slice(0, 4))
  const row = await work.writeUnchronicled((tx) =>
    tx
      .insertInto('posting_counters')
      .values({ organisation_id: organisationId, year, last_number: 1 })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'year']).doUpdateSet((eb) => ({
          last_number: eb('posting_counters.last_number', '+', 1),
        })),
      )
      .returning('last_number')
      .executeTakeFirstOrThrow(),
  )
  return `${year}-${String(row.last_number).padStart(3, '0')}`
}

interface Writing {
  due: readonly DueRow[]
  layout: LayoutRow
  settings: OfficeSettings
  number: string
}

async function writtenRows(work: Work, writing: Writing): Promise<WrittenRow[] | Refusal> {
  const terms = await termsOf(work, writing.layout.organisation_id)
  const rows: WrittenRow[] = []
  const faults: { number: string; fault: CellFault }[] = []
  for (const [index, { facts, act }] of writing.due.entries()) {
    const row = registryRow(
      rowFacts(work, writing, { facts, act }, index + 1, terms),
      writing.layout.layout,
    )
    faults.push(...row.faults.map((fault) => ({ number: facts.number, fault })))
    rows.push({ facts, act, cells: row.cells })
  }
  const [first] = faults
  if (first) {
    const { heading, value } = first.fault
    return refuse(
      422,
      m('posting.refusal.unwritable', {
        count: faults.length,
        number: first.number,
        heading,
        value,
      }),
    )
  }
  const lacking = unencodableIn(
    writing.layout.layout,
    rows.map((row) => row.cells),
  )
  if (lacking.length > 0) {
    return refuse(
      422,
      m('posting.refusal.letters', {
        letters: lacking.slice(0, 20).join(' '),
        encoding: writing.layout.layout.encoding,
      }),
    )
  }
  return rows
}

type Terms = Awaited<ReturnType<typeof termsOf>>

function rowFacts(
  work: Work,
  { settings, number }: Pick<Writing, 'settings' | 'number'>,
  { facts, act }: DueRow,
  row: number,
  terms: Terms,
): RowFacts {
  const language: Language = firstLanguageOf(settings.country) ?? 'en'
  const { entry, posted } = act
  const titles = entry?.homeCourseTitles ?? {}
  const hosts = (entry?.hosts ?? []).map((host) => ({
    ...host,
    title: titleOf(host.titles, language).text,
  }))
  const completedOn =
    hosts
      .map((host) => host.completedOn ?? '')
      .toSorted()
      .at(-1) ?? ''
  const term = terms.find((each) => each.starts_on <= completedOn && completedOn <= each.ends_on)
  return {
    reference: `${number}/${row}`,
    batch: number,
    row,
    act: act.act,
    studentNumber: facts.studentNumber,
    studentName: facts.student.native ?? facts.student.romanised,
    studentNameLatin: facts.student.romanised,
    studentNamePassport: passportName(facts.student),
    programmeCode: facts.programme.code,
    programmeName: localised(facts.programme.names, language).text,
    intakeYear: facts.intakeYear,
    caseNumber: facts.number,
    revision: facts.revision,
    decidedOn: dateInZone(facts.decidedAt, settings.timeZone),
    hostName: localised(facts.host.names, language).text,
    hostCountry: facts.host.country,
    hosts,
    homeCode: entry?.homeCourseCode ?? posted!.homeCourseCode,
    homeTitle: titleOf(titles, language).text,
    homeTitleLatin: titleOf(titles, 'en').text,
    homeCredit: entry?.credit ?? posted!.credit,
    homeGrade: entry ? entry.grade : posted!.grade,
    homeTerm: term ? `${term.academic_year}-${term.term_number}/${term.terms_in_year}` : '',
    exportedOn: dateInZone(work.now, settings.timeZone),
  }
}

interface Batch {
  number: string
  layout: LayoutRow
  settings: OfficeSettings
  rows: readonly WrittenRow[]
  actor: string
}

async function store(
  work: Work,
  input: MakeBatch,
  { number, layout, settings, rows, actor }: Batch,
) {
  const batchId = randomUUIDv7()
  const cells = rows.map((row) => row.cells)
  const content = createHash('sha256')
    .update(canonicalJson({ layout: [layout.id, layout.version], cells }))
    .digest('hex')
  const cases = [...new Set(rows.map(({ facts }) => facts.caseId))]
  const entry = postingsExported({
    object: { kind: 'posting-batch', id: batchId },
    organisationIds: [input.organisationId],
    personId: null,
    data: { number, rows: rows.length, cases: cases.length, content },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('posting_batches')
      .values({
        id: batchId,
        origin: input.origin,
        organisation_id: input.organisationId,
        number,
        layout_id: layout.id,
        layout_version: layout.version,
        file_name: `${number}-${dateInZone(work.now, settings.timeZone)}`,
        content_sha256: content,
        rows_total: rows.length,
        created_by: actor,
        created_at: work.now,
        settled_at: null,
        cancelled_by: null,
        sent_at: null,
        sent_by: null,
      })
      .execute()
    const items = rows.map((row, index) => itemOf(row, batchId, index + 1))
    for (let start = 0; start < items.length; start += 500)
      await tx
        .insertInto('posting_items')
        .values(items.slice(start, start + 500))
        .execute()
  })
  await refreshPosting(work, cases)
  return { batchId, number, rows: rows.length }
}

function itemOf({ facts, act, cells }: WrittenRow, batchId: string, position: number) {
  const { entry, posted } = act
  return {
    id: randomUUIDv7(),
    batch_id: batchId,
    organisation_id: facts.organisationId,
    case_id: facts.caseId,
    decision_id: facts.decisionId,
    position,
    act: act.act,
    entry_key: act.key,
    home_course_code: entry?.homeCourseCode ?? posted!.homeCourseCode,
    home_course_titles: JSON.stringify(entry?.homeCourseTitles ?? {}),
    credit: (entry?.credit ?? posted!.credit).toString(),
    grade: entry ? entry.grade : posted!.grade,
    line_ids: entry?.lineIds ?? [],
    cells: JSON.stringify(cells),
    settled_at: null,
    settled_by: null,
    answer: null,
  }
}

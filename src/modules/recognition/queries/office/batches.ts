import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { PostingAct } from '../../rules/office/posting.ts'
import type { AnswerRow } from '../../rules/office/registry-answer.ts'
import type { RegistryLayout } from '../../rules/office/registry-layout.ts'
import type { Titles } from '../../rules/types.ts'
import type { BatchState, ItemState } from '../../schema-office.ts'

/** A case whose credit waits for the registrar. */
export interface WaitingCase {
  id: string
  number: string
  organisationId: string
  personId: string
  student: PersonName
  studentNumber: string
  hostNames: LocalText
  programmeNames: LocalText
  recognisedCredit: string | null
  decidedAt: Date | null
  dueOn: DateOnly | null
  /** Whether something of it was posted before: then it is a correction. */
  isCorrection: boolean
  /** What the registry said when it refused the case the last time. */
  rejection: string | null
  isOwn: boolean
}

/** What of the waiting cases is wanted. */
export interface WaitingFilter {
  organisationId: string | null
  page: number
  pageSize: number
}

function waiting(work: Work, { organisationId }: Pick<WaitingFilter, 'organisationId'>) {
  return work.read
    .selectFrom('recognition_cases')
    .where(work.scope('recognition.posting.list', 'recognition_cases'))
    .where((eb) =>
      eb.or([
        eb('recognition_cases.posting_state', '=', 'waiting'),
        // Decided a moment ago: nobody has looked yet.
        eb.and([
          eb('recognition_cases.posting_state', 'is', null),
          eb('recognition_cases.state', '=', 'decided'),
          eb.or([
            eb('recognition_cases.released_at', 'is', null),
            eb('recognition_cases.released_at', '<=', work.now),
          ]),
        ]),
      ]),
    )
    .$if(organisationId !== null, (query) =>
      query.where('recognition_cases.home_organisation_id', '=', organisationId!),
    )
}

function waitingRows(work: Work, filter: WaitingFilter) {
  return waiting(work, filter)
    .innerJoin('persons as p', 'p.id', 'recognition_cases.person_id')
    .innerJoin('enrolments as e', 'e.id', 'recognition_cases.enrolment_id')
    .innerJoin('organisations as h', 'h.id', 'recognition_cases.host_organisation_id')
    .innerJoin('degree_programmes as g', 'g.id', 'recognition_cases.degree_programme_id')
    .select([
      'recognition_cases.id',
      'recognition_cases.number',
      'recognition_cases.home_organisation_id',
      'recognition_cases.person_id',
      'recognition_cases.recognised_credit',
      'recognition_cases.decided_at',
      'recognition_cases.posting_due_on',
      'p.name',
      'e.student_number',
      'h.names as host_names',
      'g.names as programme_names',
    ])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('posting_items as i')
            .select('i.id')
            .whereRef('i.case_id', '=', 'recognition_cases.id')
            .where('i.state', '=', 'posted'),
        )
        .as('is_correction'),
      eb
        .selectFrom('posting_items as r')
        .select('r.note')
        .whereRef('r.case_id', '=', 'recognition_cases.id')
        .where('r.state', '=', 'rejected')
        .orderBy('r.settled_at', 'desc')
        .limit(1)
        .as('rejection'),
    ])
}

/** The cases whose credit waits for the registrar, the longest waiting first; two queries. */
export async function waitingCases(
  work: Work,
  filter: WaitingFilter,
): Promise<{ cases: WaitingCase[]; total: number }> {
  const rows = await waitingRows(work, filter)
    .orderBy('recognition_cases.posting_due_on')
    .orderBy('recognition_cases.decided_at')
    .orderBy('recognition_cases.id')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute()
  const { total } = await waiting(work, filter)
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  const reader = work.actor.kind === 'person' ? work.actor.personId : null
  return {
    total: Number(total),
    cases: rows.map((row) => ({
      id: row.id,
      number: row.number,
      organisationId: row.home_organisation_id,
      personId: row.person_id,
      student: row.name,
      studentNumber: row.student_number,
      hostNames: row.host_names,
      programmeNames: row.programme_names,
      recognisedCredit: row.recognised_credit,
      decidedAt: row.decided_at,
      dueOn: row.posting_due_on,
      isCorrection: Boolean(row.is_correction),
      rejection: row.rejection,
      isOwn: row.person_id === reader,
    })),
  }
}

/** A batch with the facts that the rule table asks for. */
export interface BatchRow {
  [fact: string]: unknown
  id: string
  organisation_id: string
  organisationNames: LocalText
  timeZone: string
  number: string
  fileName: string
  contentSha256: string
  layoutId: string
  layoutVersion: number
  layoutName: string
  layout: RegistryLayout
  state: BatchState
  rowsTotal: number
  createdAt: Date
  createdBy: PersonName
  settledAt: Date | null
  /** When it went to the registry, as somebody said. */
  sentAt: Date | null
  /** How many of its rows stand where. */
  counts: Record<ItemState, number>
}

function batchRows(work: Work) {
  return work.read
    .selectFrom('posting_batches')
    .innerJoin('organisations as o', 'o.id', 'posting_batches.organisation_id')
    .innerJoin('persons as p', 'p.id', 'posting_batches.created_by')
    .innerJoin('posting_layouts as l', (join) =>
      join
        .onRef('l.id', '=', 'posting_batches.layout_id')
        .onRef('l.version', '=', 'posting_batches.layout_version'),
    )
    .selectAll('posting_batches')
    .select(['o.names', 'o.time_zone', 'p.name', 'l.name as layout_name', 'l.definition'])
    .select((eb) =>
      (['exported', 'posted', 'rejected', 'dropped'] as const).map((state) =>
        eb
          .selectFrom('posting_items as i')
          .select((inner) => inner.fn.countAll<bigint>().as('count'))
          .whereRef('i.batch_id', '=', 'posting_batches.id')
          .where('i.state', '=', state)
          .as(state),
      ),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof batchRows>['execute']>>[number]

function asBatch(row: Row): BatchRow {
  return {
    id: row.id,
    organisation_id: row.organisation_id,
    organisationNames: row.names,
    timeZone: row.time_zone,
    number: row.number,
    fileName: row.file_name,
    contentSha256: row.content_sha256,
    layoutId: row.layout_id,
    layoutVersion: row.layout_version,
    layoutName: row.layout_name,
    layout: row.definition as RegistryLayout,
    state: row.state,
    rowsTotal: row.rows_total,
    createdAt: row.created_at,
    createdBy: row.name,
    settledAt: row.settled_at,
    sentAt: row.sent_at,
    counts: {
      exported: Number(row.exported),
      posted: Number(row.posted),
      rejected: Number(row.rejected),
      dropped: Number(row.dropped),
    },
  }
}

/** The batches that the actor may see, the newest first; two queries. */
export async function listBatches(
  work: Work,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ batches: BatchRow[]; total: number }> {
  const scope = work.scope('recognition.posting.read', 'posting_batches')
  const rows = await batchRows(work)
    .where(scope)
    .orderBy('posting_batches.created_at', 'desc')
    .orderBy('posting_batches.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await work.read
    .selectFrom('posting_batches')
    .where(scope)
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return { batches: rows.map(asBatch), total: Number(total) }
}

/** A batch by its id, or null; whether the actor may see it is asked of the rule table. */
export async function batchById(work: Work, id: string): Promise<BatchRow | null> {
  if (!isUuid(id)) return null
  const row = await batchRows(work).where('posting_batches.id', '=', id).executeTakeFirst()
  return row ? asBatch(row) : null
}

/** One row of a batch with what a page shows beside it. */
export interface BatchItem {
  id: string
  position: number
  caseId: string
  caseNumber: string
  personId: string
  student: PersonName
  studentNumber: string
  act: PostingAct
  homeCourseCode: string
  homeCourseTitles: Titles
  credit: string
  grade: string | null
  cells: string[]
  state: ItemState
  settledAt: Date | null
  settledBy: PersonName | null
  note: string
}

/** The rows of a batch in the order of its file; one query. */
export async function itemsOfBatch(work: Work, batchId: string): Promise<BatchItem[]> {
  const rows = await work.read
    .selectFrom('posting_items as i')
    .innerJoin('recognition_cases as c', 'c.id', 'i.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('enrolments as e', 'e.id', 'c.enrolment_id')
    .leftJoin('persons as s', 's.id', 'i.settled_by')
    .selectAll('i')
    .select(['c.number', 'c.person_id', 'p.name', 'e.student_number', 's.name as settler'])
    .where('i.batch_id', '=', batchId)
    .orderBy('i.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    caseId: row.case_id,
    caseNumber: row.number,
    personId: row.person_id,
    student: row.name,
    studentNumber: row.student_number,
    act: row.act,
    homeCourseCode: row.home_course_code,
    homeCourseTitles: row.home_course_titles,
    credit: row.credit,
    grade: row.grade,
    cells: row.cells,
    state: row.state,
    settledAt: row.settled_at,
    settledBy: row.settler,
    note: row.note,
  }))
}

/** An answer of the registry that was read and not yet taken over. */
export interface OpenAnswer {
  id: string
  fileName: string
  rows: AnswerRow[]
  uploadedAt: Date
  uploadedBy: PersonName
}

/** The open answer to a batch; there is one at most. */
export async function openAnswerOf(work: Work, batchId: string): Promise<OpenAnswer | null> {
  const row = await work.read
    .selectFrom('posting_answers as a')
    .innerJoin('persons as p', 'p.id', 'a.uploaded_by')
    .select(['a.id', 'a.file_name', 'a.rows', 'a.uploaded_at', 'p.name'])
    .where('a.batch_id', '=', batchId)
    .where('a.state', '=', 'open')
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        fileName: row.file_name,
        rows: row.rows as AnswerRow[],
        uploadedAt: row.uploaded_at,
        uploadedBy: row.name,
      }
    : null
}

/** What was posted of a case, entry by entry, for its own page: the last word on each. */
export interface PostedOfCase {
  batchNumber: string
  batchId: string
  homeCourseCode: string
  act: PostingAct
  credit: string
  grade: string | null
  lineIds: string[]
  state: ItemState
  at: Date
  note: string
}

/** Every act of posting on a case, the newest first; one query. */
export async function postingsOfCase(work: Work, caseId: string): Promise<PostedOfCase[]> {
  const rows = await work.read
    .selectFrom('posting_items as i')
    .innerJoin('posting_batches as b', 'b.id', 'i.batch_id')
    .select([
      'b.number',
      'b.id as batch_id',
      'b.created_at',
      'i.home_course_code',
      'i.act',
      'i.credit',
      'i.grade',
      'i.line_ids',
      'i.state',
      'i.settled_at',
      'i.note',
    ])
    .where('i.case_id', '=', caseId)
    .where('i.state', '<>', 'dropped')
    .orderBy('b.created_at', 'desc')
    .orderBy('i.position')
    .execute()
  return rows.map((row) => ({
    batchNumber: row.number,
    batchId: row.batch_id,
    homeCourseCode: row.home_course_code,
    act: row.act,
    credit: row.credit,
    grade: row.grade,
    lineIds: row.line_ids,
    state: row.state,
    at: row.settled_at ?? row.created_at,
    note: row.note,
  }))
}

/** A case of which everything is on the record, with what stands there; null while something is missing. */
export async function postedCase(
  work: Work,
  caseId: string,
): Promise<{ number: string; credit: string } | null> {
  const row = await work.read
    .selectFrom('recognition_cases')
    .select(['number', 'posted_credit'])
    .where('id', '=', caseId)
    .where('posting_state', '=', 'posted')
    .executeTakeFirst()
  return row ? { number: row.number, credit: row.posted_credit ?? '0' } : null
}

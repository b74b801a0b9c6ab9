import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { type Message, plainMessage, restoreMessage } from '#kernel/messages'
import { Fraction, languages, localised, type LocalText } from '#kernel/values'
import type { EquivalenceTableRow, WrongCell } from '../formats/equivalence-table.ts'
import { m } from '../messages/index.ts'
import { coursesByCodes } from '../queries/courses.ts'
import { type EquivalenceImport, equivalenceImportById } from '../queries/equivalence-imports.ts'
import {
  degreeProgrammesOf,
  type EquivalenceRow,
  equivalencesOfPair,
} from '../queries/equivalences.ts'
import { courseKey } from '../rules/context.ts'
import { fromStored, toStored } from '../stored.ts'
import { cleaned, homeKeyOf, hostKeyOf, type JudgeEquivalence } from './equivalence-input.ts'
import { checkJudgements, judgeEquivalences } from './equivalences.ts'
import { judgementOf } from './revise-equivalences.ts'

/** What a row of a table would do. */
export type RowFate = 'new' | 'changed' | 'same' | 'wrong'

/** A row of a table that is looked at: what it says, what it would do, and what is wrong with it. */
export interface PlannedRow {
  row: number
  cells: string
  fate: RowFate
  judgement: JudgeEquivalence | null
  messages: readonly Message[]
}

/** A row as it is kept between reading and taking. */
interface StoredRow {
  row: number
  cells: string
  judgement: JudgeEquivalence | null
  messages: ReturnType<typeof plainMessage>[]
}

/** Keeps a table that was read, until a person has looked at what it would do. */
export async function beginImport(
  work: Work,
  input: {
    homeOrganisationId: string
    hostOrganisationId: string
    fileName: string
    rows: readonly EquivalenceTableRow[]
  },
): Promise<{ importId: string } | Refusal> {
  const person = personOf(work.actor)
  const home = await organisationNames(work, [input.homeOrganisationId])
  if (person === null || home.length === 0) {
    return refuse(422, m('equivalence.fault.home'), { home: m('equivalence.fault.home') })
  }
  const rows = await readRows(work, input)
  const id = randomUUIDv7()
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('equivalence_imports')
      .values({
        id,
        created_by: person,
        home_organisation_id: input.homeOrganisationId,
        file_name: input.fileName.slice(0, 200),
        content: toStored(rows),
        created_at: work.now,
        closed_at: null,
      })
      .execute(),
  )
  return { importId: id }
}

const cellFaults: Record<WrongCell, Message> = {
  hostCourse: m('equivalence.fault.notation'),
  homeCourse: m('equivalence.fault.notation-home'),
  contentShare: m('equivalence.fault.share'),
  validFrom: m('equivalence.fault.date'),
  validTo: m('equivalence.fault.date'),
  further: m('equivalence.fault.notation-home'),
  accept: m('equivalence.fault.accept'),
}

/** Puts ids in the place of names and codes; what cannot be found is wrong with the row. */
async function readRows(
  work: Work,
  input: Parameters<typeof beginImport>[1],
): Promise<StoredRow[]> {
  const programmes = await degreeProgrammesOf(work, [input.homeOrganisationId])
  const programmeIds = new Map(programmes.map((each) => [each.code.toLowerCase(), each.id]))
  const hosts = hostFinder(await organisationNames(work), input.hostOrganisationId)
  const codes = input.rows.flatMap((row) => row.homeCourses ?? [])
  const known = await coursesByCodes(work, input.homeOrganisationId, [...new Set(codes)])
  return input.rows.map((row): StoredRow => {
    const host = hosts(row.host)
    const programme = row.programme === '' ? null : programmeIds.get(row.programme.toLowerCase())
    const messages = row.wrong.map((cell) => cellFaults[cell])
    if (host === null) messages.push(m('equivalence.fault.host-name', { name: row.host }))
    if (programme === undefined) messages.push(m('equivalence.fault.programme'))
    const shared = { row: row.row, cells: row.cells }
    if (messages.length > 0 || host === null || programme === undefined) {
      return { ...shared, judgement: null, messages: messages.map(plainMessage) }
    }
    const inCatalogue = row.homeCourses!.every((code) => known.has(code))
    const judgement: JudgeEquivalence = {
      homeOrganisationId: input.homeOrganisationId,
      hostOrganisationId: host,
      hostCourses: row.hostCourses!,
      homeCourses: row.package && !inCatalogue ? [] : row.homeCourses!,
      package: row.package && {
        ...row.package,
        block: inCatalogue
          ? null
          : {
              code: row.homeCourses![0] ?? '',
              title: row.homeTitle,
              credit: row.credit ?? Fraction.zero,
            },
      },
      degreeProgrammeId: programme,
      contentShare: row.share,
      validFrom: row.validFrom!,
      validTo: row.validTo,
      note: row.note,
    }
    return { ...shared, judgement, messages: [] }
  })
}

/** Finds an institution by any of its names; without a name it is the one that was chosen for the table. */
function hostFinder(
  organisations: readonly { id: string; names: LocalText }[],
  chosen: string,
): (name: string) => string | null {
  const byName = new Map<string, string>()
  for (const { id, names } of organisations) {
    for (const language of languages) {
      byName.set(courseKey(localised(names, language).text), id)
    }
  }
  const isKnown = organisations.some((each) => each.id === chosen)
  return (name) => (name === '' ? (isKnown ? chosen : null) : (byName.get(courseKey(name)) ?? null))
}

async function organisationNames(work: Work, ids?: readonly string[]) {
  let query = work.read.selectFrom('organisations').select(['id', 'names'])
  if (ids)
    query = query.where('id', 'in', ids.filter((id) => /^[0-9a-f-]{36}$/.test(id)).concat(nobody))
  return query.execute()
}

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * What a kept table would do today: rows that stand already are left, rows with other terms take the place of
 * what stands, the others are new, and what is wrong is named.
 */
export async function planImport(work: Work, found: EquivalenceImport): Promise<PlannedRow[]> {
  const rows = fromStored<StoredRow[]>(found.content)
  const planned: PlannedRow[] = rows.map((row) => ({
    ...row,
    fate: row.judgement ? 'new' : 'wrong',
    messages: row.messages.map(restoreMessage),
  }))
  const hosts = new Set(rows.flatMap((row) => row.judgement?.hostOrganisationId ?? []))
  for (const host of hosts) {
    const pair = { home: found.home_organisation_id, host }
    await planPair(
      work,
      await equivalencesOfPair(work, pair),
      planned.filter((row) => row.judgement?.hostOrganisationId === host),
    )
  }
  return planned
}

async function planPair(
  work: Work,
  standing: readonly EquivalenceRow[],
  rows: readonly PlannedRow[],
): Promise<void> {
  const before = new Map<string, JudgeEquivalence[]>()
  for (const row of standing) {
    const judged = { ...judgementOf(row), replaces: row.id }
    const key = questionOf(judged)
    before.set(key, [...(before.get(key) ?? []), judged])
  }
  for (const row of rows) {
    const judgement = cleaned(row.judgement!)
    const other = before
      .get(questionOf(judgement))
      ?.find(
        (each) =>
          each.validFrom <= (judgement.validTo ?? end) &&
          judgement.validFrom <= (each.validTo ?? end),
      )
    if (!other) continue
    row.fate = termsOf(other) === termsOf(judgement) ? 'same' : 'changed'
    row.judgement = { ...judgement, replaces: other.replaces!, mirrorOf: other.mirrorOf ?? null }
  }
  const open = rows.filter((row) => row.fate !== 'same')
  if (open.length === 0) return
  const checked = await checkJudgements(
    work,
    open.map((row) => row.judgement!),
  )
  if (isRefused(checked)) {
    for (const row of open) markWrong(row, [checked.message])
    return
  }
  for (const { index, fields } of checked.problems) markWrong(open[index]!, Object.values(fields))
}

const end = '9999-12-31'

function markWrong(row: PlannedRow, messages: readonly Message[]): void {
  row.fate = 'wrong'
  row.messages = messages
}

function questionOf(judgement: JudgeEquivalence): string {
  return JSON.stringify([
    hostKeyOf(judgement),
    homeKeyOf(judgement),
    judgement.degreeProgrammeId,
    judgement.package !== null,
  ])
}

/** What two judgements of the same courses can differ in. */
function termsOf({ package: whole, contentShare, validFrom, validTo, note }: JudgeEquivalence) {
  return JSON.stringify([
    contentShare?.toString() ?? null,
    validFrom,
    validTo,
    note.trim(),
    whole && [whole.any, [...whole.further].sort(), whole.accept.toString()],
    whole?.block && [whole.block.title, whole.block.credit.toString()],
  ])
}

/**
 * Takes a table in: its new rows and its changed ones, all or none. Rows that are wrong hinder it, unless the
 * person has said to leave them out.
 */
export async function takeImport(
  work: Work,
  id: string,
  options: { leaveOutWrong: boolean },
): Promise<{ added: number; changed: number } | Refusal> {
  const found = await equivalenceImportById(work, id, 'lock')
  if (!found) return refuse(404, m('equivalence.refusal.absent'))
  if (found.state !== 'open') return refuse(409, m('equivalence.refusal.import-closed'))
  const planned = await planImport(work, found)
  const wrong = planned.filter((row) => row.fate === 'wrong').length
  if (wrong > 0 && !options.leaveOutWrong) {
    return refuse(422, m('equivalence.table.problems', { count: wrong }))
  }
  const open = planned.filter((row) => row.fate === 'new' || row.fate === 'changed')
  const hosts = new Set(open.map((row) => row.judgement!.hostOrganisationId))
  for (const host of hosts) {
    const inputs = open.flatMap((row) =>
      row.judgement!.hostOrganisationId === host ? [row.judgement!] : [],
    )
    const result = await judgeEquivalences(work, inputs)
    if (isRefused(result)) return result
    if (result.problems.length > 0) {
      return refuse(422, m('equivalence.table.problems', { count: result.problems.length }))
    }
  }
  await close(work, id, 'taken')
  const count = (fate: RowFate) => open.filter((row) => row.fate === fate).length
  return { added: count('new'), changed: count('changed') }
}

/** Puts a table away without taking anything. */
export async function discardImport(work: Work, id: string): Promise<{ id: string } | Refusal> {
  const found = await equivalenceImportById(work, id, 'lock')
  if (!found) return refuse(404, m('equivalence.refusal.absent'))
  if (found.state !== 'open') return refuse(409, m('equivalence.refusal.import-closed'))
  await close(work, id, 'discarded')
  return { id }
}

/** What was in it is in the equivalences, or was not wanted: the rows are not kept. */
async function close(work: Work, id: string, state: 'taken' | 'discarded'): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('equivalence_imports')
      .set({ state, closed_at: work.now, content: '[]' })
      .where('id', '=', id)
      .execute(),
  )
}

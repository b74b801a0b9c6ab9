import { sql } from 'kysely'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, filesOf, type ReceivedFile, removeFile } from '#kernel/files'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, type DateOnly, dateInZone } from '#kernel/values'
import { preparationKept } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type Checklist, checklistOf, paperFiles } from '../queries/preparations.ts'
import { stayById, type StayRow } from '../queries/stays.ts'
import {
  datedItems,
  askedDays,
  expiresSoon,
  forgottenAfterDays,
  type PreparationItem,
  preparationItems,
  preparedBy,
} from '../rules/preparation.ts'
import { insuranceTask, prepareTask } from '../task-kinds.ts'
import { aboutStay, countryOf, newsOf, stayForUpdate } from './at-work.ts'
import { preparationLeaves } from './leaving.ts'

/** One thing of the checklist as it is written down, with a paper where one was chosen. */
export interface KeepPreparation {
  mobilityId: string
  item: PreparationItem
  name: string
  phone: string
  detail: string
  validUntil: DateOnly | null
  paper: ReceivedFile | null
  node: string
}

/** What of each thing has to be said; the rest may stay empty. */
const needed: Readonly<Record<PreparationItem, readonly ('name' | 'phone' | 'detail')[]>> = {
  permit: [],
  insurance: ['name'],
  housing: ['detail'],
  emergency: ['name', 'phone'],
  guardian: ['name', 'phone'],
}

/**
 * Writes down one thing of a student's checklist, in the place of what stood there; a paper takes the place of the one before.
 * Refuses what the stay does not ask for, and one of which what matters is missing.
 */
export async function keepPreparation(
  work: Work,
  input: KeepPreparation,
): Promise<{ open: number } | Refusal> {
  const found = await stayForUpdate(work, input.mobilityId, 'mobility.preparation.keep')
  if (isRefused(found)) return found
  const { stay } = found
  const before = await checklistOf(work, stay)
  if (!before.items.some(({ item }) => item === input.item)) {
    return refuse(422, m('prepare.not-asked'))
  }
  const fault = faultOf(input)
  if (fault) return fault
  const held = await preparationLeaves(work, stay, input)
  if (held) return held
  await writePreparation(work, stay, input)
  if (input.paper) await keepPaper(work, stay, { ...input, paper: input.paper })
  return settlePreparation(work, stay)
}

/**
 * Closes what a checklist asks for no more: what is settled; and everything once the stay is over, when nothing can be written
 * down any more. The stay is given as it now stands. Gives back how many things are still open.
 */
export async function settlePreparation(work: Work, stay: StayRow): Promise<{ open: number }> {
  const object = { kind: 'mobility', id: stay.id }
  const { items, open } = await checklistOf(work, stay)
  if (stay.state !== 'approved' && stay.state !== 'live') {
    await cancelTasks(work, { object, kinds: [prepareTask, insuranceTask] })
    return { open }
  }
  if (open === 0) await completeTasksOf(work, { object, kinds: [prepareTask] })
  if (!endsSoon(work, stay, insuredUntil(items))) {
    await completeTasksOf(work, { object, kinds: [insuranceTask] })
  }
  return { open }
}

function insuredUntil(items: Checklist['items']): DateOnly | null {
  return items.find(({ item }) => item === 'insurance')?.row?.valid_until ?? null
}

function faultOf(input: KeepPreparation): Refusal | null {
  const { item } = input
  const missing = needed[item].filter((field) => input[field].trim() === '')
  const fields = Object.fromEntries(missing.map((field) => [field, m('prepare.needed')]))
  const isDated = datedItems.includes(item)
  if (isDated && input.validUntil === null) fields['validUntil'] = m('bulk.no-date')
  const [first] = Object.values(fields)
  return first ? refuse(422, first, fields) : null
}

async function writePreparation(work: Work, stay: StayRow, input: KeepPreparation): Promise<void> {
  const { item } = input
  const values = {
    name: input.name.trim(),
    phone: input.phone.trim(),
    detail: input.detail.trim(),
    valid_until: datedItems.includes(item) ? input.validUntil : null,
    changed_at: work.now,
  }
  const entry = preparationKept({ ...aboutStay(stay), data: { ...newsOf(stay), item } })
  await work.write(entry, (tx) =>
    tx
      .insertInto('mobility_preparations')
      .values({ mobility_id: stay.id, item, ...values })
      .onConflict((conflict) => conflict.columns(['mobility_id', 'item']).doUpdateSet(values))
      .execute(),
  )
}

async function keepPaper(
  work: Work,
  stay: StayRow,
  { item, paper, node }: KeepPreparation & { paper: ReceivedFile },
): Promise<void> {
  const ownerKind = paperFiles(item)
  for (const { id } of await filesOf(work, ownerKind, stay.id)) await removeFile(work, id)
  await addFile(work, paper, { ownerKind, ownerId: stay.id, origin: node })
}

function endsSoon(work: Work, stay: StayRow, validUntil: DateOnly | null): boolean {
  const today = dateInZone(work.now, stay.receivingTimeZone)
  return expiresSoon(validUntil, { today, endsOn: stay.ends_on })
}

/** As many stays as one night forgets the checklists of; the next goes on. */
const forgottenAtOnce = 1000

/** The stays that begin soon, and those that go on while an insurance ends, unless somebody is asked already; one query. */
export function dueToPrepare(work: Work): Promise<{ id: string }[]> {
  const today = dateInZone(work.now, 'UTC')
  const notAsked = (kind: string) => sql<boolean>`not exists (select from tasks t
    where t.object_kind = 'mobility' and t.object_id = x.id::text and t.kind = ${kind}
    and t.done_at is null and t.cancelled_at is null)`
  return work.read
    .selectFrom('mobilities as x')
    .leftJoin('mobility_preparations as i', (join) =>
      join.onRef('i.mobility_id', '=', 'x.id').on('i.item', '=', 'insurance'),
    )
    .select('x.id')
    .where((eb) =>
      eb.or([
        eb.and([
          eb('x.state', '=', 'approved'),
          eb('x.starts_on', '<=', addDays(today, askedDays.start)),
          // One whose last day has passed without a word of the host needs nothing settled before it.
          eb('x.ends_on', '>=', today),
          notAsked(prepareTask),
        ]),
        eb.and([
          eb('x.state', '=', 'live'),
          eb('i.valid_until', '<', eb.ref('x.ends_on')),
          eb('i.valid_until', '<=', addDays(today, askedDays.insurance + 1)),
          notAsked(insuranceTask),
        ]),
      ]),
    )
    .orderBy('x.starts_on')
    .orderBy('x.id')
    .execute()
}

/**
 * Asks the student of one stay for what is missing, until ten working days of the home institution before it begins; and
 * student and home office for a new insurance, where theirs ends before the stay does. Whoever was asked is not asked again.
 */
export async function askToPrepare(work: Work, mobilityId: string): Promise<void> {
  const stay = await stayById(work, mobilityId, 'lock')
  if (!stay) return
  const { items, open } = await checklistOf(work, stay)
  const href = `/mobility/${stay.id}/preparation`
  const object = { kind: 'mobility', id: stay.id }
  const asking = { object, href, closesWithAct: true }
  const student = { personId: stay.person_id }
  if (stay.state === 'approved' && open > 0) {
    const dueOn = preparedBy(stay.starts_on, countryOf(stay.sendingCountry))
    const subject = m('task.prepare')
    await openTask(work, { ...asking, kind: prepareTask, assignee: student, subject, dueOn })
  }
  const insured = insuredUntil(items)
  if (stay.state !== 'live' || !endsSoon(work, stay, insured)) return
  const office = { role: 'coordinator', organisationId: stay.sending_organisation_id } as const
  for (const assignee of [student, office]) {
    const subject = m('task.insurance')
    await openTask(work, { ...asking, kind: insuranceTask, assignee, subject, dueOn: insured })
  }
}

/** Lets go of what was settled before stays that have long been over, with its papers. Gives back of how many stays. */
export async function forgetPreparations(work: Work): Promise<number> {
  const before = addDays(dateInZone(work.now, 'UTC'), -forgottenAfterDays)
  const rows = await work.read
    .selectFrom('mobility_preparations as p')
    .innerJoin('mobilities as x', 'x.id', 'p.mobility_id')
    .select('x.id')
    .distinct()
    .where('x.state', 'in', ['returned', 'recognised', 'rejected', 'cancelled'])
    .where(
      sql<boolean>`coalesce(x.departed_on, (x.cancelled_at at time zone 'UTC')::date, x.ends_on) < ${before}`,
    )
    .limit(forgottenAtOnce)
    .execute()
  for (const { id } of rows) {
    for (const item of preparationItems) {
      for (const file of await filesOf(work, paperFiles(item), id)) await removeFile(work, file.id)
    }
    await work.writeUnchronicled((tx) =>
      tx.deleteFrom('mobility_preparations').where('mobility_id', '=', id).execute(),
    )
  }
  return rows.length
}

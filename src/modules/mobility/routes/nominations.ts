import { show } from '#ui'
import { z } from 'zod'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { displayName, isUuid, localised, parseDate } from '#kernel/values'
import type { ImportSource } from '#modules/alliance'
import { nominationColumnNames } from '../formats/nomination-rows.ts'
import { m } from '../messages/index.ts'
import { BulkPage } from '../pages/bulk.tsx'
import { NominatePage } from '../pages/nominate.tsx'
import { base, nameOf } from '../pages/words.tsx'
import {
  findStudents,
  institutions,
  programmeYearsOf,
  type Student,
  studentByEnrolment,
  studentsNamed,
} from '../queries/choices.ts'
import { mobilityKinds } from '../rules/states.ts'
import { nominateFromList, nominateList, type NominationList } from '../service/bulk.ts'
import { nominate } from '../service/nominate.ts'
import { askPartners } from '../service/partner-mail.ts'
import { optionsOf, shown } from './parts.ts'

const action = 'mobility.nomination.open'
const mostBytes = 4 * 1024 * 1024

/** Nominating one student by a form, or many from a spreadsheet. */
export const nominationRoutes: readonly Route[] = [
  page('GET', `${base}/students`, { action, handle: suggestions }),
  page('GET', `${base}/nominations/new`, { action, handle: (call) => newPage(call, null) }),
  page('POST', `${base}/nominations/new`, { action, handle: make }),
  page('GET', `${base}/nominations/list`, {
    action,
    handle: (call) => bulkPage(call, null, null, ''),
  }),
  page('GET', `${base}/nominations/list/template`, { action, handle: template }),
  page('POST', `${base}/nominations/list`, {
    action,
    maxBytes: mostBytes + 1024 * 1024,
    perMinute: 60,
    handle: fromList,
  }),
]

async function ownOf(call: Call): Promise<string[]> {
  return (await institutions(call.work)).filter(({ isOwn }) => isOwn).map(({ id }) => id)
}

function labelOf(call: Pick<Call, 'language'>, student: Student): string {
  return `${displayName(student.name, call.language)} · ${student.studentNumber}`
}

/** Students for the box of the form, as somebody types. */
async function suggestions(call: Call): Promise<Answer> {
  const typed = (call.query.get('q') ?? '').trim().slice(0, 100)
  const found = typed === '' ? [] : await findStudents(call.work, await ownOf(call), typed, 20)
  const shownTo = found.filter((student) => call.may('mobility.nomination.make', student))
  call.shows(shownTo.map((student) => student.person_id))
  return {
    kind: 'json',
    data: shownTo.map((student) => ({
      value: student.enrolmentId,
      label: labelOf(call, student),
      hint: localised(student.programme, call.language).text,
    })),
  }
}

async function newPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const known = await institutions(call.work)
  const own = known.filter(({ isOwn }) => isOwn).map(({ id }) => id)
  const years = await programmeYearsOf(call.work, own)
  const form = refusal ? refusedForm(call, refusal) : freshForm()
  const chosen = await studentByEnrolment(call.work, form.values['student'] ?? '')
  const student = chosen && call.may('mobility.nomination.make', chosen) ? chosen : null
  call.shows(student ? [student.person_id] : [])
  return show(
    NominatePage({
      call,
      form,
      studentLabel: student ? labelOf(call, student) : (form.values['student-text'] ?? ''),
      partners: optionsOf(call, own.length === 1 ? known.filter(({ isOwn }) => !isOwn) : known),
      programmeYears: years.map(({ id, names, year }) => ({
        value: id,
        label: `${nameOf(names, call.language)} ${year}`,
      })),
    }),
    refusal,
  )
}

const newForm = z.object({
  receiving: z.string().min(1),
  kind: z.enum(mobilityKinds),
  startsOn: z.string(),
  endsOn: z.string(),
  programmeYear: z.string().default(''),
  remark: z.string().trim().max(2000).default(''),
  mayWait: z.string().default(''),
})

async function make(call: Call): Promise<Answer> {
  const read = await readNomination(call)
  if (isRefused(read)) return newPage(call, read)
  const made = await call.perform(async (work) => {
    const nominated = await nominate(work, { ...read, seat: null, node: call.services.node })
    if (isRefused(nominated)) return nominated
    const asked = await askPartners(work, [nominated.mobilityId])
    return isRefused(asked) ? asked : nominated
  })
  if (isRefused(made)) return newPage(call, made)
  const said = m(made.state === 'pending' ? 'flash.nominated' : 'flash.waits')
  return call.redirect(`${base}/${made.mobilityId}`, said)
}

async function readNomination(call: Call) {
  const form = call.read(newForm)
  const student = await studentOf(call)
  if (isRefused(form)) {
    return student === null ? withStudentFault(form) : form
  }
  if (student === null) return withStudentFault(null)
  const startsOn = parseDate(form.startsOn)
  const endsOn = parseDate(form.endsOn)
  if (startsOn === null || endsOn === null) {
    const faults = {
      ...(startsOn === null ? { startsOn: m('bulk.no-date') } : {}),
      ...(endsOn === null ? { endsOn: m('bulk.no-date') } : {}),
    }
    return refuse(422, m('bulk.no-date'), faults)
  }
  if (!isUuid(form.receiving)) {
    return refuse(422, m('refusal.partner'), { receiving: m('refusal.partner') })
  }
  return {
    enrolmentId: student,
    receivingOrganisationId: form.receiving,
    kind: form.kind,
    startsOn,
    endsOn,
    programmeYearId: isUuid(form.programmeYear) ? form.programmeYear : null,
    remark: form.remark,
    mayWait: form.mayWait === 'yes',
  }
}

function withStudentFault(refusal: Refusal | null): Refusal {
  const message = refusal?.message ?? m('refusal.student')
  return refuse(422, message, { student: m('refusal.student'), ...refusal?.fields })
}

/** The student who was chosen, or whose number or address was typed where no script helped. */
async function studentOf(call: Call): Promise<string | null> {
  const chosen = valueOf(call, 'student')
  if (isUuid(chosen)) return chosen
  const typed = valueOf(call, 'student-text') || chosen
  const [found] = await studentsNamed(call.work, await ownOf(call), typed === '' ? [] : [typed])
  return found?.enrolmentId ?? null
}

async function bulkPage(
  call: Call,
  refusal: Refusal | null,
  preview: NominationList | null,
  text: string,
): Promise<Answer> {
  const known = await institutions(call.work)
  const names = new Map(known.map((each) => [each.id, nameOf(each.names, call.language)]))
  call.shows((preview?.rows ?? []).map(({ found }) => found.person_id))
  return show(
    BulkPage({ call, refusal: shown(call, refusal), preview, text, names, mostBytes }),
    refusal,
  )
}

async function fromList(call: Call): Promise<Answer> {
  const step = valueOf(call, 'step') || 'preview'
  const text = call.form.values['text']?.[0] ?? ''
  const { node } = call.services
  if (step === 'edit') return bulkPage(call, null, null, text)
  if (step === 'nominate' || step === 'nominate-without-faulty') {
    const leaveOutFaulty = step === 'nominate-without-faulty'
    const done = await call.perform((work) =>
      nominateFromList(work, { text, leaveOutFaulty, node }),
    )
    if (isRefused(done)) return bulkPage(call, done, null, text)
    return call.redirect(base, m('flash.list', done))
  }
  const file = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  const source: ImportSource = file ? { bytes: file.bytes, name: file.name } : { text }
  if (!file && text.trim() === '') {
    const message = m('bulk.nothing')
    return bulkPage(call, refuse(422, message, { text: message }), null, '')
  }
  const preview = await previewOf(call, source)
  if (isRefused(preview)) return bulkPage(call, preview, null, text)
  return bulkPage(call, null, preview, preview.text)
}

/** The list as it would come out: it is done, looked at, and undone, so that the preview knows every rule. */
async function previewOf(call: Call, source: ImportSource): Promise<NominationList | Refusal> {
  let seen: NominationList | null = null
  const refused = await call.perform(async (work) => {
    const list = await nominateList(work, source, call.services.node)
    if (isRefused(list)) return list
    seen = list
    return refuse(422, m('bulk.look'))
  })
  return seen ?? refused
}

/** An empty list with the headings, and one row as an example. */
async function template(call: Call): Promise<Answer> {
  call.shows([])
  const { t } = call
  const example = ['6611042', 'PKU', t(m('kind.study')), '2027-02-15', '2027-06-20', '']
  const columns = nominationColumnNames.map((column) => ({
    header: t(m(`column.${column}`)),
    kind: 'text' as const,
  }))
  const name = t(m('bulk.title'))
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, columns, rows: [example] }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}

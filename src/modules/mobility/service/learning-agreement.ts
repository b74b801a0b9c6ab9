import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { Fraction, localised, type DateOnly } from '#kernel/values'
import { catalogueCourse, type Foreseen, foreseeRecognition } from '#modules/recognition'
import { m } from '../messages/index.ts'
import { learningAgreementOf, type LearningAgreementRow } from '../queries/learning-agreements.ts'
import type { StayRow } from '../queries/stays.ts'
import {
  type ChangeReason,
  changesBegin,
  componentFault,
  emptyLearningText,
  type LearningComponent,
  type LearningTable,
  type LearningText,
  longest,
  withComponent,
  withoutComponent,
} from '../rules/learning-agreement.ts'
import { stayForUpdate } from './at-work.ts'

/** A change to what is written; it names the number of the draft that its page had shown. */
export interface EditLearningAgreement {
  mobilityId: string
  basedOn: number
}

interface AtWork {
  stay: StayRow
  agreement: LearningAgreementRow | null
  text: LearningText
}

/** What is written now: the draft, or what was agreed on, with which changes begin. */
export function writtenText(agreement: LearningAgreementRow | null): LearningText {
  if (agreement === null) return emptyLearningText
  return agreement.state === 'signed' && agreement.agreed
    ? changesBegin(agreement.agreed)
    : agreement.draft
}

/** Puts a component into a table: a course of the catalogue by its code, or what somebody wrote. */
export async function addComponent(
  work: Work,
  input: EditLearningAgreement & {
    table: LearningTable
    code: string
    title: string
    credit: string
    reason: ChangeReason | null
  },
): Promise<{ draftNumber: number } | Refusal> {
  const at = await begun(work, input)
  if (isRefused(at)) return at
  const component = await completed(work, at, input)
  const isSigned = at.agreement?.agreed != null
  const fault = componentFault(at.text, component, isSigned)
  if (fault) {
    const message = m(`agreement-fault.${fault}`, { most: longest.components })
    return refuse(422, message, { [fieldOf[fault]]: message })
  }
  const stored = { ...component, reason: isSigned ? component.reason : null }
  return save(work, at, withComponent(at.text, stored))
}

const fieldOf = {
  title: 'title',
  credit: 'credit',
  code: 'code',
  twice: 'code',
  many: 'code',
  reason: 'reason',
} as const

/** A course that stands in the catalogue of its institution brings its title and credit with it. */
async function completed(
  work: Work,
  { stay }: AtWork,
  given: {
    table: LearningTable
    code: string
    title: string
    credit: string
    reason: ChangeReason | null
  },
): Promise<LearningComponent> {
  const owner = given.table === 'B' ? stay.sending_organisation_id : stay.receiving_organisation_id
  const course = given.code === '' ? null : await catalogueCourse(work, owner, given.code)
  const title = given.title.trim() || (course ? localised(course.titles, work.language).text : '')
  const credit =
    Fraction.parse(given.credit.trim()) ?? (given.credit.trim() === '' ? course?.credit : null)
  return {
    table: given.table,
    code: course?.code ?? given.code.trim(),
    title,
    credit: credit?.toString() ?? given.credit.trim(),
    reason: given.reason,
  }
}

/** Takes a component out; one that was signed stays on record with the reason. */
export async function removeComponent(
  work: Work,
  input: EditLearningAgreement & {
    table: LearningTable
    code: string
    title: string
    reason: ChangeReason | null
  },
): Promise<{ draftNumber: number } | Refusal> {
  const at = await begun(work, input)
  if (isRefused(at)) return at
  const text = withoutComponent(at.text, input, at.agreement?.agreed ?? null, input.reason)
  if (text === 'reason') {
    return refuse(422, m('agreement-fault.reason'), { reason: m('agreement-fault.reason') })
  }
  return save(work, at, text)
}

/** Writes what recognition depends on. */
export async function writeConditions(
  work: Work,
  input: EditLearningAgreement & { conditions: string },
): Promise<{ draftNumber: number } | Refusal> {
  const at = await begun(work, input)
  if (isRefused(at)) return at
  const conditions = input.conditions.trim().slice(0, longest.conditions)
  return save(work, at, { ...at.text, conditions })
}

/** Puts into table B what the rules of home would recognise of table A, where it does not stand there already. */
export async function takeForeseen(
  work: Work,
  input: EditLearningAgreement & { today: DateOnly },
): Promise<{ draftNumber: number; taken: number } | Refusal> {
  const at = await begun(work, input)
  if (isRefused(at)) return at
  const foreseen = await foresee(work, at.stay, at.text, input.today)
  let { text } = at
  let taken = 0
  for (const found of foreseen.ok ? foreseen.courses : []) {
    if (found.verdict !== 'recognised') continue
    for (const course of found.homeCourses) {
      const component: LearningComponent = {
        table: 'B',
        code: course.code,
        title: localised(course.titles, work.language).text || course.code,
        credit: course.credit.toString(),
        reason: null,
      }
      if (componentFault(text, component, false) !== null) continue
      text = withComponent(text, component)
      taken += 1
    }
  }
  if (taken === 0) return refuse(409, m('agreement-fault.nothing-foreseen'))
  const saved = await save(work, at, text)
  return isRefused(saved) ? saved : { ...saved, taken }
}

/** What home would recognise of table A, by its rules of today. */
export function foresee(
  work: Work,
  stay: StayRow,
  text: LearningText,
  today: DateOnly,
): Promise<Foreseen> {
  return foreseeRecognition(
    work,
    {
      personId: stay.person_id,
      enrolmentId: stay.enrolment_id,
      homeOrganisationId: stay.sending_organisation_id,
      hostOrganisationId: stay.receiving_organisation_id,
      degreeProgrammeId: stay.degree_programme_id,
      courses: studied(text).map((component, place) => ({
        id: String(place),
        code: component.code,
        titles: { [work.language]: component.title },
        credit: Fraction.parse(component.credit),
      })),
    },
    today,
  )
}

/** The components of table A, in the order in which they are foreseen. */
export function studied(text: LearningText): LearningComponent[] {
  return text.components.filter(({ table }) => table === 'A')
}

async function begun(work: Work, input: EditLearningAgreement): Promise<AtWork | Refusal> {
  const found = await stayForUpdate(work, input.mobilityId, 'mobility.agreement.edit')
  if (isRefused(found)) return found
  const agreement = await learningAgreementOf(work, input.mobilityId, 'lock')
  if (agreement?.state === 'signing') return refuse(409, m('agreement-fault.signing'))
  if ((agreement?.draftNumber ?? 0) !== input.basedOn) {
    return refuse(409, m('agreement-fault.changed'))
  }
  const mayChange = agreement?.agreed == null || found.stay.kind === 'study'
  if (!mayChange) return refuse(409, m('agreement-fault.no-changes'))
  return { stay: found.stay, agreement, text: writtenText(agreement) }
}

async function save(
  work: Work,
  { stay, agreement }: AtWork,
  text: LearningText,
): Promise<{ draftNumber: number }> {
  const draftNumber = (agreement?.draftNumber ?? 0) + 1
  const values = { draft: JSON.stringify(text), draft_number: draftNumber, draft_at: work.now }
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('learning_agreements')
      .values({
        mobility_id: stay.id,
        ...values,
        document_id: null,
        state: 'draft',
        agreed_version: null,
        agreed_on: null,
        returned_how: null,
      })
      .onConflict((conflict) =>
        conflict.column('mobility_id').doUpdateSet({ ...values, state: 'draft' }),
      )
      .execute(),
  )
  return { draftNumber }
}

import type { Entry } from '#kernel/chronicle'
import type { Work, Writer } from '#kernel/database'
import { type DateOnly, dateInZone } from '#kernel/values'
import { type DocumentEnd, documentEndOf, documentSigned } from '#modules/signing'
import { agreementReturned, agreementSigned, stayRecognised } from '../entries.ts'
import { ownStayNotice } from '../notices.ts'
import { learningAgreementOf } from '../queries/learning-agreements.ts'
import { stayById, type StayRow } from '../queries/stays.ts'
import { aboutStay, newsOf, writeNext } from './at-work.ts'
import { agreementSubject } from './send-agreement.ts'
import { tellOfStay } from './telling.ts'

function stayOf(data: Record<string, unknown>): { id: string; version: number } | null {
  const subject = data['subject'] as { kind: string; id: string } | null
  return subject?.kind === agreementSubject
    ? { id: subject.id, version: Number(data['version']) }
    : null
}

/** What a sealed entry of another module says. */
type News = Pick<Entry, 'type' | 'objectId' | 'data' | 'recordedAt'>

/**
 * Follows the signing of a learning agreement: what all three have signed counts, what somebody returned is a draft again, and
 * what an office took back after all had signed counts no more. What is said of an earlier version is over.
 */
export async function followDocument(work: Work, entry: News): Promise<void> {
  const about = stayOf(entry.data)
  // The stay first, then its agreement, as the verbs lock them.
  const stay = about && (await stayById(work, about.id, 'lock'))
  const agreement = about && (await learningAgreementOf(work, about.id, 'lock'))
  if (!about || !agreement || !stay) return
  const { version } = about
  const isLatest = version === agreement.sentNumber
  if (entry.data['wasInForce'] === true) {
    const isOpen = agreement.state === 'signing' && !isLatest
    await writeReturn(work, stay, version, {
      ...(isOpen ? {} : { state: 'draft', returned_how: 'withdrawn' }),
      agreed_version: null,
      agreed_on: null,
    })
    await writeNext(work, stay.id)
    return
  }
  if (!isLatest) return
  if (entry.type === documentSigned.type) {
    await writeSigned(work, stay, version, dateInZone(entry.recordedAt, stay.sendingTimeZone))
    await writeNext(work, stay.id)
  } else if (agreement.state === 'signing') {
    await writeReturn(work, stay, version, {
      state: 'draft',
      returned_how: documentEndOf(entry.type),
    })
  }
}

async function writeSigned(
  work: Work,
  stay: StayRow,
  version: number,
  agreedOn: DateOnly,
): Promise<void> {
  const news = agreementSigned({ ...aboutStay(stay), data: { ...newsOf(stay), version } })
  await work.write(news, (tx) =>
    tx
      .updateTable('learning_agreements')
      .set({ state: 'signed', agreed_version: version, agreed_on: agreedOn, returned_how: null })
      .where('mobility_id', '=', stay.id)
      .execute(),
  )
}

async function writeReturn(
  work: Work,
  stay: StayRow,
  version: number,
  set: {
    state?: 'draft'
    returned_how?: DocumentEnd
    agreed_version?: null
    agreed_on?: null
  },
): Promise<void> {
  const how = set.returned_how ?? 'withdrawn'
  const news = agreementReturned({ ...aboutStay(stay), data: { ...newsOf(stay), version, how } })
  await work.write(news, (tx) =>
    tx.updateTable('learning_agreements').set(set).where('mobility_id', '=', stay.id).execute(),
  )
}

/** The stay from which a case of recognition came: the student's, of that pair of institutions, the latest that has begun. */
async function stayOfCase(work: Work, entry: News): Promise<StayRow | null> {
  const known = await work.read
    .selectFrom('mobilities')
    .select('id')
    .where('case_id', '=', entry.objectId)
    .executeTakeFirst()
  if (known) return stayById(work, known.id, 'lock')
  const found = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('mobilities as x', (join) =>
      join
        .onRef('x.enrolment_id', '=', 'c.enrolment_id')
        .onRef('x.receiving_organisation_id', '=', 'c.host_organisation_id'),
    )
    .select('x.id')
    .where('c.id', '=', entry.objectId)
    .where('x.state', 'in', ['live', 'returned'])
    .where('x.case_id', 'is', null)
    .orderBy('x.starts_on', 'desc')
    .executeTakeFirst()
  return found ? stayById(work, found.id, 'lock') : null
}

/** Follows what recognition does with the transcript of a stay: the case, the decision that is final, the record. */
export async function followCase(work: Work, entry: News): Promise<void> {
  const stay = await stayOfCase(work, entry)
  if (!stay) return
  const day = dateInZone(entry.recordedAt, stay.sendingTimeZone)
  const change = changeOf(entry.type, entry.objectId, day, stay)
  const write = (tx: Writer) =>
    tx
      .updateTable('mobilities')
      .set({ ...change, changed_at: work.now })
      .where('id', '=', stay.id)
      .execute()
  if (change.state === 'recognised') {
    const data = { ...newsOf(stay), case: entry.objectId }
    await work.write(stayRecognised({ ...aboutStay(stay), data }), write)
    const news = 'notice.recognised'
    await tellOfStay(work, stay, { personId: stay.person_id, kind: ownStayNotice, news })
  } else await work.writeUnchronicled(write)
  await writeNext(work, stay.id)
}

function changeOf(type: string, caseId: string, day: string, stay: StayRow) {
  switch (type) {
    case 'recognition.case-opened':
      return { case_id: caseId, transcript_on: stay.transcript_on ?? day }
    case 'recognition.case-withdrawn':
      return { case_id: null }
    case 'recognition.credit-posted':
      return { case_id: caseId, posted_on: day }
    default:
      return stay.state === 'returned'
        ? { case_id: caseId, state: 'recognised' as const, recognised_on: day }
        : { case_id: caseId, recognised_on: day }
  }
}

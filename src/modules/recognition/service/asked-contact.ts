import { personOf, type Work } from '#kernel/database'
import { personByEmail } from '#kernel/identity'
import { isMailAddress, plainName } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { addDays, dateInZone, type DateOnly, isDateOnly } from '#kernel/values'
import { m } from '../messages/index.ts'

/** The farthest day by which an answer may be wanted. */
const farthestDays = 60

/** Somebody outside the office who is asked something by mail. */
export interface AskedContact {
  name: string
  address: string
}

/** The person who has proven this address; one that nobody has proven is nobody's: it gets the mail, and no task. */
export async function knownHolder(work: Work, address: string): Promise<{ id: string } | null> {
  const holder = await personByEmail(work, address)
  return holder?.verified ? holder : null
}

/** What is wrong with whom one wants to ask: a name, an address, and neither the student nor oneself. */
export function contactFaults(
  work: Work,
  { name, address }: AskedContact,
  about: { studentId: string; known: { id: string } | null },
): Record<string, Message> {
  const fields: Record<string, Message> = {}
  if (plainName(name) === '') fields['name'] = m('content.fault.name')
  if (!isMailAddress(address)) fields['address'] = m('content.fault.address')
  else if (
    about.known !== null &&
    (about.known.id === about.studentId || about.known.id === personOf(work.actor))
  ) {
    fields['address'] = m('content.fault.not-them')
  }
  return fields
}

/** What is wrong with the day by which an answer is wanted: it comes after today, and within sixty days. */
export function dueFaults(work: Work, dueOn: DateOnly, timeZone: string): Record<string, Message> {
  const today = dateInZone(work.now, timeZone)
  const isGood = isDateOnly(dueOn) && dueOn > today && dueOn <= addDays(today, farthestDays)
  return isGood ? {} : { dueOn: m('content.fault.due', { days: farthestDays }) }
}

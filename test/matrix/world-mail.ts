import type { Database } from '#kernel/database'
import { nothing } from './people.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects } from './viewers.ts'

const mails = [
  { name: 'home', number: 1, organisation: places.home, person: subjects.student },
  { name: 'other', number: 2, organisation: places.other, person: subjects.studentElsewhere },
  { name: 'alliance', number: 3, organisation: null, person: subjects.studentOfWrong },
] as const

/** Three mails that came in and three that came back: of two schools, and of the alliance. */
export async function insertMails(database: Database, now: Date): Promise<void> {
  await insert(
    database,
    'mails',
    mails.map(({ number, organisation, person }) => ({
      id: idOf(45, number),
      person_id: person,
      to_address: `gone-${number}@example.org`,
      language: 'en',
      secret: true,
      state: 'bounced',
      created_at: now,
      failed_at: now,
      failure: '5.1.1 550 5.1.1 User unknown',
      organisation_id: organisation,
    })),
  )
  await insert(
    database,
    'incoming_mails',
    mails.map(({ number, organisation, person }) => ({
      id: idOf(46, number),
      message_id: `<${number}@example.org>`,
      fingerprint: `sha256:${number}`,
      from_address: 'somebody@example.org',
      subject: `mail ${number}`,
      body: 'text',
      automatic: false,
      received_at: now,
      organisation_id: organisation,
      about_kind: 'person',
      about_id: person,
    })),
  )
  await insert(
    database,
    'incoming_mail_attachments',
    mails.map(({ number }) => ({
      id: idOf(47, number),
      mail_id: idOf(46, number),
      name: 'scan.pdf',
      declared_type: 'application/pdf',
      bytes: '\\x255044462d312e34',
    })),
  )
}

/** The mails that came in, as the addresses of their pages lead to them. */
export function incomingMails() {
  return mails.map(({ name, number, organisation, person }) => {
    const id = idOf(46, number)
    return {
      label: `mail ${name}`,
      params: { id, attachment: idOf(47, number) },
      what: { ...nothing, id, organisation, person },
    }
  })
}

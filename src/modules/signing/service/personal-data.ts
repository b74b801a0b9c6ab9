import { sentAbout } from '#kernel/mail'
import { type HeldFile, type PersonalData, renamePerson, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { guestLetters } from './asks.ts'
import { eraseGuest, guestSteps } from './guests.ts'

/** What signing tells of what it holds of a person, and why a signature stays. */
export const signingData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const { signatures, asked, opened } = await countsOf(work, personId)
    const stays = m('held.stays')
    return [
      { what: m('held.signatures'), count: signatures, stays },
      { what: m('held.asked'), count: asked, stays },
      { what: m('held.opened'), count: opened, stays: m('held.opened-stays') },
    ]
  },
  files: signedFiles,
  async hinders(work, personId) {
    const rows = await work.read
      .selectFrom('signing_steps as s')
      .innerJoin('signing_documents as d', 'd.id', 's.document_id')
      .select('d.titles')
      .where((eb) =>
        eb.or([eb('s.person_id', '=', personId), eb('s.id', 'in', guestSteps(work, personId))]),
      )
      .where('s.state', '=', 'asked')
      .orderBy('s.asked_at')
      .execute()
    return rows.map(({ titles }) =>
      m('hinder.asked', { title: localised(titles, work.language).text }),
    )
  },
}

async function countsOf(work: Work, personId: string) {
  const row = await work.read
    .selectNoFrom((eb) => [
      eb
        .selectFrom('signing_signatures')
        .select((inner) => inner.fn.countAll<bigint>().as('count'))
        .where((inner) =>
          inner.or([
            inner('person_id', '=', personId),
            inner('in_place_of', '=', personId),
            inner('step_id', 'in', guestSteps(work, personId)),
          ]),
        )
        .as('signatures'),
      eb
        .selectFrom('signing_steps')
        .select((inner) => inner.fn.countAll<bigint>().as('count'))
        .where((inner) =>
          inner.or([
            inner('person_id', '=', personId),
            inner('id', 'in', guestSteps(work, personId)),
          ]),
        )
        .where('state', '<>', 'done')
        .as('asked'),
      eb
        .selectFrom('signing_documents')
        .select((inner) => inner.fn.countAll<bigint>().as('count'))
        .where('created_by', '=', personId)
        .as('opened'),
    ])
    .executeTakeFirstOrThrow()
  return {
    signatures: Number(row.signatures),
    asked: Number(row.asked),
    opened: Number(row.opened),
  }
}

/** The documents that a person has signed: handed out with their data; they belong to all who signed, and stay. */
async function signedFiles(work: Work, personId: string): Promise<HeldFile[]> {
  const rows = await work.read
    .selectFrom('signing_signatures as g')
    .innerJoin('signing_versions as v', (join) =>
      join.onRef('v.document_id', '=', 'g.document_id').onRef('v.number', '=', 'g.version'),
    )
    .innerJoin('files as f', 'f.id', 'v.file_id')
    .select(['f.id', 'f.name', 'f.sha256', 'f.size_bytes'])
    .distinct()
    .where((eb) =>
      eb.or([eb('g.person_id', '=', personId), eb('g.step_id', 'in', guestSteps(work, personId))]),
    )
    .orderBy('f.id')
    .execute()
  return rows.map(({ id, name, sha256, size_bytes: size }) => ({
    fileId: id,
    name,
    sha256,
    sizeBytes: Number(size),
  }))
}

/** What a person was asked to sign and what they did, for the export that they may ask for. */
export async function exportPersonSigning(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const asked = await work.read
    .selectFrom('signing_steps as s')
    .innerJoin('signing_documents as d', 'd.id', 's.document_id')
    .leftJoin('organisations as o', 'o.id', 's.label_organisation_id')
    .select(['d.titles', 's.version', 's.act', 's.means', 's.label_name', 's.label_words'])
    .select(['s.id', 's.state', 's.asked_at', 's.closed_at', 's.guest_name', 's.guest_address'])
    .select(['s.guest_language', 'o.names as label_organisation'])
    .where((eb) =>
      eb.or([eb('s.person_id', '=', personId), eb('s.id', 'in', guestSteps(work, personId))]),
    )
    .orderBy('s.asked_at')
    .execute()
  const signatures = await work.read
    .selectFrom('signing_signatures as g')
    .innerJoin('signing_documents as d', 'd.id', 'g.document_id')
    .select(['d.titles', 'g.version', 'g.answer', 'g.means', 'g.sha256', 'g.name', 'g.proof'])
    .select(['g.reason', 'g.signed_at'])
    .where((eb) =>
      eb.or([
        eb('g.person_id', '=', personId),
        eb('g.in_place_of', '=', personId),
        eb('g.step_id', 'in', guestSteps(work, personId)),
      ]),
    )
    .orderBy('g.signed_at')
    .execute()
  const opened = await work.read
    .selectFrom('signing_documents')
    .select(['titles', 'state', 'created_at'])
    .where('created_by', '=', personId)
    .orderBy('created_at')
    .execute()
  const mails = await sentAbout(
    work,
    guestLetters,
    asked.filter(({ guest_address }) => guest_address !== null).map(({ id }) => id),
  )
  return {
    askedToSign: asked.map(({ id: _of, ...step }) => step),
    signatures,
    openedDocuments: opened,
    mails: mails.map(({ about_id: _of, ...mail }) => mail),
  }
}

/**
 * Empties what a person's signatures say of them by name: that somebody signed, when and what stays, and so does the chain,
 * which only commits to the name. The PDFs stay as they were signed.
 */
export async function erasePersonSigning(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const { signatures, asked, opened } = await countsOf(work, personId)
  await eraseGuest(work, personId)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('signing_personal')
      .set({ salt: null, value: null })
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('signing_signatures')
      .set((eb) => ({
        name: '',
        reason: eb.case().when('reason', 'is', null).then(null).else('').end(),
      }))
      .where('person_id', '=', personId)
      .execute()
  })
  return { kept: signatures + asked + opened > 0 ? [m('held.stays')] : [] }
}

/** Moves what was asked of somebody, and what they signed, to the one who stays when they turn out to be one. */
export async function mergePersonSigning(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    renamePerson(
      tx,
      {
        signing_personal: ['person_id'],
        signing_steps: ['person_id'],
        signing_signatures: ['person_id', 'in_place_of'],
        signing_documents: ['created_by'],
        signing_scans: ['recorded_by'],
        signing_more_scans: ['recorded_by'],
        signing_qualified: ['entered_by'],
        signing_originals: ['entered_by'],
        signing_versions: ['made_by'],
        signing_ends: ['ended_by'],
      },
      from,
      into,
    ),
  )
}

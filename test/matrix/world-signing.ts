import { createHash } from 'node:crypto'
import type { Site } from '../../src/app.ts'
import { nothing, type What } from './people.ts'
import { idOf, insert } from './rows.ts'
import { places, subjects } from './viewers.ts'

/** Documents of both schools, and what is asked of whom. */
export const signingThings = {
  documents: { home: idOf(50, 1), other: idOf(50, 2) },
} as const

interface WorldStep {
  label: string
  what: What
}

const stepOf = (number: number, label: string, of: Partial<What>): WorldStep => ({
  label,
  what: { ...nothing, id: idOf(51, number), ...of },
})

/** The steps of the world: asked of a student, of a role at either school, and not asked yet. */
export const signingSteps: readonly WorldStep[] = [
  stepOf(1, 'of the student', { person: subjects.student, state: 'asked' }),
  stepOf(2, 'of an office', { organisation: places.home, role: 'coordinator', state: 'asked' }),
  stepOf(3, 'of another office', { organisation: places.home, role: 'registrar', state: 'later' }),
  stepOf(4, 'of a student elsewhere', { person: subjects.studentElsewhere, state: 'later' }),
  stepOf(5, 'of an office elsewhere', {
    organisation: places.other,
    role: 'coordinator',
    state: 'done',
  }),
]

/** Two documents that are out for signing, with a real PDF behind them. */
export async function insertSigning(site: Site, now: Date): Promise<void> {
  const { database } = site.house
  const bytes = new TextEncoder().encode('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n')
  await site.services.blobs.put(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  for (const [number, at] of (['home', 'other'] as const).entries()) {
    const id = signingThings.documents[at]
    const file = idOf(52, number + 1)
    await insert(database, 'files', [
      {
        id: file,
        origin: 'matrix.example',
        sha256,
        name: 'document.pdf',
        kind: 'pdf',
        size_bytes: bytes.length,
        owner_kind: 'signing.document',
        owner_id: id,
        created_at: now,
      },
    ])
    await insert(database, 'signing_documents', [
      {
        id,
        origin: 'matrix.example',
        organisation_id: places[at],
        titles: { en: `Document ${at}` },
        state: 'open',
        version: 1,
        due_on: '2026-12-01',
        created_at: now,
        sent_at: now,
      },
    ])
    await insert(database, 'signing_versions', [
      {
        document_id: id,
        number: 1,
        kind: 'file',
        sha256,
        file_id: file,
        pdf_sha256: sha256,
        reason: '',
        made_at: now,
      },
    ])
  }
  for (const [place, { what }] of signingSteps.entries()) {
    const isElsewhere =
      what.organisation === places.other || what.person === subjects.studentElsewhere
    await insert(database, 'signing_steps', [
      {
        id: what.id,
        document_id: signingThings.documents[isElsewhere ? 'other' : 'home'],
        version: 1,
        group_number: 1,
        position: place + 1,
        act: 'sign',
        means: 'electronic',
        label_name: 'institution',
        person_id: what.person,
        role: what.role,
        organisation_id: what.organisation,
        state: what.state,
        closed_at: what.state === 'done' ? now : null,
      },
    ])
  }
}

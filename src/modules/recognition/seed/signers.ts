import { isRefused } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { cast } from '#modules/alliance'
import { readCertificate } from '../formats/certificate.ts'
import { addProvider } from '../service/emrex.ts'
import { readDocument } from '../service/read-document.ts'
import { addSigner } from '../service/signers.ts'
import { startDraft } from '../service/transcript-drafts.ts'
import type { Stage } from './cases.ts'
import { certificate, signedTranscript } from './signed-transcript.ts'

const { organisations, people } = cast

/** A certificate that the registrar keeps of a partner, and a transcript that is signed with it and half brought in. */
export async function seedSigners(seeding: Seeding, stage: Stage): Promise<void> {
  await seedCertificate(seeding, stage)
  await seedSignedDraft(seeding, stage)
  await seedProvider(seeding, stage)
}

/** An invented data provider; its address leads nowhere. */
async function seedProvider({ runner, services, database }: Seeding, stage: Stage) {
  const there = await database.kysely.selectFrom('emrex_providers').select('id').executeTakeFirst()
  if (there) return
  const context = await stage.by(people.secretariat, stage.daysAgo(200))
  const added = await runner.perform(context, (work) =>
    addProvider(work, {
      name: 'Saebyeok Results Service (invented)',
      country: 'KR',
      url: 'https://emrex.saebyeok.example/ncp',
      serves: 'Saebyeok University of Arts',
      origin: services.node,
    }),
  )
  if (isRefused(added)) throw new Error(added.message.key)
}

async function seedCertificate({ runner, services, database }: Seeding, stage: Stage) {
  const there = await database.kysely
    .selectFrom('signer_certificates')
    .select('id')
    .executeTakeFirst()
  if (there) return
  const facts = readCertificate(certificate)
  if (!facts) throw new Error('the seeded certificate cannot be read')
  const added = await runner.perform(
    await stage.by(people.registrarAu, stage.daysAgo(120)),
    (work) =>
      addSigner(work, {
        certificate: facts,
        keeperOrganisationId: organisations.au,
        issuerOrganisationId: organisations.saebyeok,
        serviceName: '',
        validFrom: facts.notBefore.slice(0, 10),
        validTo: facts.notAfter.slice(0, 10),
        evidence:
          'Fingerprint compared by telephone with the Office of Academic Affairs in Seoul, number taken from their website.',
        origin: services.node,
      }),
  )
  if (isRefused(added)) throw new Error(added.message.key)
}

async function seedSignedDraft({ runner, services, database }: Seeding, stage: Stage) {
  const there = await database.kysely
    .selectFrom('transcript_drafts')
    .select('id')
    .where('enrolment_id', '=', cast.enrolments.kanyarat)
    .where('host_organisation_id', '=', organisations.saebyeok)
    .executeTakeFirst()
  if (there) return
  const bytes = new TextEncoder().encode(signedTranscript)
  const file = await receiveFile(
    services.blobs,
    { name: 'transcript.elmo.xml', bytes },
    { allow: ['xml'], maxBytes: bytes.length },
  )
  if (isRefused(file)) throw new Error(file.message.key)
  const reading = await readDocument(services.blobs, file)
  if ('refusal' in reading) throw new Error(reading.refusal.message.key)
  const started = await runner.perform(
    await stage.by(people.registrarAu, stage.daysAgo(1)),
    (work) =>
      startDraft(work, {
        enrolmentId: cast.enrolments.kanyarat,
        hostOrganisationId: organisations.saebyeok,
        ...reading,
        document: { kind: 'received', file },
        isScan: false,
        origin: services.node,
      }),
  )
  if (isRefused(started)) throw new Error(started.message.key)
}

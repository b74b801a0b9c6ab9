import { isRefused } from '#kernel/database'
import { receiveFile } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { addDays, dateInZone } from '#kernel/values'
import { cast } from '#modules/alliance'
import { makePaper } from './formats/make-paper.ts'
import { copyById } from './queries/copies.ts'
import { begun, by, condition, sent, wholeOf, type Years } from './seed-parts.ts'
import { invitePartner } from './service/inviting.ts'
import { havePartnersSign } from './service/signature.ts'

const { organisations: o } = cast

/** A partner without an account is asked by mail, and what two offices agreed on is put to signature. */
export async function seedPartners(seeding: Seeding, years: Years): Promise<void> {
  await asked(seeding, years)
  await signed(seeding)
}

/** Traineeships at a museum, which answers by the link of a mail. */
async function asked(seeding: Seeding, years: Years): Promise<void> {
  const copyId = await begun(seeding, 'Curatorial traineeships', o.au, [o.museum], {
    code: 'AU-IO 2026/027',
    terms: 'Trainees are insured by their university. The museum names a supervisor for each.',
    conditions: [
      condition('traineeship', o.au, o.museum, years, {
        seats: 2,
        amount: '6',
        fields: [{ code: '0322', clarification: 'Museum studies' }],
        languages: [{ language: 'en', level: 'B1' }],
        levels: [6, 7],
      }),
    ],
    contacts: [
      { name: 'Office of International Affairs', email: 'exchange@au.example', signs: false },
    ],
  })
  if (copyId === null) return
  await sent(seeding, copyId, o.au, 6)
  const { copies } = await wholeOf(seeding, copyId)
  const partner = copies.find(({ organisationId }) => organisationId === o.museum)!
  await by(seeding, o.au, 5, (work) =>
    invitePartner(work, {
      copyId,
      partnerCopyId: partner.id,
      name: '정하은',
      address: 'haeun.jung@museum.example',
      language: 'ko',
    }),
  )
}

/** The exchange that both offices have approved goes to those who sign for them. */
async function signed(seeding: Seeding): Promise<void> {
  const found = await seeding.database.kysely
    .selectFrom('agreement_copies as c')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .leftJoin('agreement_signings as s', 's.agreement_id', 'a.id')
    .select(['c.id', 's.document_id'])
    .where('a.title', '=', 'Student exchange, media arts')
    .where('c.organisation_id', '=', o.au)
    .executeTakeFirst()
  if (!found || found.document_id !== null) return
  const { runner, services, now } = seeding
  const language = 'en'
  const work = runner.reading({ actor: { kind: 'system', name: 'seed' }, now, language })
  const row = (await copyById(work, found.id))!
  const whole = await wholeOf(seeding, found.id)
  const own = whole.copies.find(({ id }) => id === found.id)!
  const languages = ['en', 'ko'] as const
  const bytes = await makePaper(
    { work, services, language },
    { row, whole, own, languages, isSigned: true },
  )
  const upload = { name: 'agreement.pdf', bytes }
  const rules = { allow: ['pdf'] as const, maxBytes: 20_000_000 }
  const paper = await receiveFile(services.blobs, upload, rules)
  if (isRefused(paper)) throw new Error(`the seed was refused: ${paper.message.key}`)
  await by(seeding, o.au, 4, (at) =>
    havePartnersSign(at, {
      copyId: found.id,
      versionId: own.sent!.id,
      paper,
      languages,
      signers: [
        {
          who: 'role',
          role: 'administrator',
          organisationId: o.au,
          group: 1,
          label: { kind: 'organisation', organisationId: o.au },
        },
        {
          who: 'guest',
          name: '윤재호',
          email: 'president@saebyeok.example',
          language: 'ko',
          group: 2,
          means: 'either',
          label: { kind: 'organisation', organisationId: o.saebyeok },
        },
      ],
      dueOn: addDays(dateInZone(now, 'Asia/Bangkok'), 12),
      node: services.node,
    }),
  )
}

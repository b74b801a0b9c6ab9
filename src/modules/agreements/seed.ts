import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { academicYearOf, dateInZone, shiftAcademicYear } from '#kernel/values'
import { cast } from '#modules/alliance'
import { eachPartner } from './rules/conditions.ts'
import { approvedBy, begun, by, condition, dayMs, sent, wholeOf, type Years } from './seed-parts.ts'
import { seedPartners } from './seed-partners.ts'
import { recordCopy, sendCopy } from './service/sending.ts'
import { recordSeats } from './service/seats.ts'
import { saveDraft } from './service/writing.ts'

const { organisations: o, units: u } = cast

/** Invented agreements of the demonstration's institutions, in the states that an office meets in a year. */
export async function seedAgreements(seeding: Seeding): Promise<void> {
  seeding.progress('agreements: copies and approvals')
  const year = academicYearOf(dateInZone(seeding.now, 'Asia/Bangkok'), {
    firstMonth: 8,
    id: 'two-years',
  })
  const years = { firstYear: shiftAcademicYear(year, 1), lastYear: shiftAcademicYear(year, 4) }
  await concluded(seeding, years)
  await differing(seeding, years)
  await recorded(seeding, {
    firstYear: shiftAcademicYear(year, -2),
    lastYear: shiftAcademicYear(year, 0),
  })
  await multilateral(seeding, years)
  await seedPartners(seeding, years)
}

/** An exchange that both have approved. */
async function concluded(seeding: Seeding, years: Years): Promise<void> {
  const title = 'Student exchange, media arts'
  const copyId = await begun(seeding, title, o.au, [o.saebyeok], {
    code: 'AU-IO 2026/014',
    conditions: [
      condition('study', o.au, o.saebyeok, years, {
        seats: 4,
        amount: '20',
        fields: [{ code: '0211', clarification: 'Media art' }],
        levels: [6, 7],
        receivingUnit: u.saebyeokMedia,
      }),
      condition('study', o.saebyeok, o.au, years, {
        seats: 4,
        amount: '20',
        fields: [{ code: '0211', clarification: 'Digital arts' }],
        levels: [6],
        receivingUnit: u.auArts,
      }),
      condition('teaching', o.au, o.saebyeok, years, { seats: 2, amount: '10' }),
    ],
    contacts: [
      { name: 'Office of International Affairs', email: 'exchange@au.example', signs: false },
    ],
  })
  if (copyId === null) return
  await sent(seeding, copyId, o.au, 20)
  await approvedBy(seeding, copyId, o.saebyeok, 16)
  await approvedBy(seeding, copyId, o.au, 15)
}

/** A proposal whose copies say different things: the partner asks for fewer places and another language. */
async function differing(seeding: Seeding, years: Years): Promise<void> {
  const title = 'Textile and design, students and teachers'
  const copyId = await begun(seeding, title, o.au, [o.rhone], {
    code: 'AU-IO 2026/021',
    conditions: [
      condition('study', o.au, o.rhone, years, {
        seats: 3,
        amount: '15',
        fields: [{ code: '0214', clarification: 'Textile crafts' }],
        languages: [{ language: 'en', level: 'B2' }],
        levels: [6, 7],
        receivingUnit: u.rhoneTextile,
      }),
      condition('study', o.rhone, o.au, years, {
        seats: 3,
        amount: '15',
        fields: [{ code: '0211', clarification: '' }],
        levels: [6, 7],
      }),
    ],
    contacts: [],
  })
  if (copyId === null) return
  await sent(seeding, copyId, o.au, 9)
  await counterProposal(seeding, copyId)
}

async function counterProposal(seeding: Seeding, copyId: string): Promise<void> {
  const { copies } = await wholeOf(seeding, copyId)
  const ours = copies.find(({ id }) => id === copyId)!
  const theirs = copies.find(({ organisationId }) => organisationId === o.rhone)!
  const [out, back] = ours.sent!.text.conditions
  const text = {
    terms: 'Housing in the residence of the school for the first semester.',
    conditions: [
      { ...out!, seats: 2, languages: [{ language: 'fr', level: 'B1' }] },
      back!,
      condition('teaching', o.rhone, o.au, back!, { seats: 1, amount: '5' }),
    ],
  }
  await by(seeding, o.rhone, 4, async (work) => {
    const saved = await saveDraft(work, {
      copyId: theirs.id,
      text,
      code: 'R-INT 26-07',
      title: '',
      contacts: [
        { name: 'Service des relations internationales', email: 'ri@rhone.example', signs: false },
      ],
      basedOn: 0,
    })
    return isRefused(saved)
      ? saved
      : sendCopy(work, { copyId: theirs.id, basedOn: saved.draftNumber })
  })
}

/** An older agreement on paper that ends this year. */
async function recorded(seeding: Seeding, years: Years): Promise<void> {
  const title = 'Teaching staff exchange (paper agreement)'
  const copyId = await begun(seeding, title, o.au, [o.pku], {
    code: 'AU-IO 2024/003',
    conditions: [
      condition('teaching', o.au, o.pku, years, { seats: 2, amount: '14' }),
      condition('teaching', o.pku, o.au, years, { seats: 2, amount: '14' }),
    ],
    contacts: [],
  })
  if (copyId === null) return
  const concludedAt = new Date(seeding.now.getTime() - 800 * dayMs)
  await by(seeding, o.au, 60, (work) => recordCopy(work, { copyId, concludedAt }))
  const { id: agreementId } = await wholeOf(seeding, copyId)
  const uses = [2, 1, 2, 2, 3, 1].map((used, place) => ({
    agreementId,
    kind: 'teaching' as const,
    ...(place % 2 === 0
      ? { sending: o.au, receiving: o.pku }
      : { sending: o.pku, receiving: o.au }),
    year: shiftAcademicYear(years.firstYear, Math.floor(place / 2)),
    used,
  }))
  await by(seeding, o.au, 50, (work) => recordSeats(work, uses))
}

/** A framework of three, and an annex with places that all share, which waits for an answer. */
async function multilateral(seeding: Seeding, years: Years): Promise<void> {
  const framework = await begun(seeding, 'Sino-Thai arts framework', o.pku, [o.au, o.ruc], {
    kind: 'framework',
    code: '',
    terms:
      'The partners exchange students and teachers in the arts. Tuition is waived by the receiving partner; travel, housing and insurance are paid by those who travel.',
    conditions: [],
    contacts: [],
  })
  if (framework === null) return
  await sent(seeding, framework, o.pku, 40)
  for (const [organisation, daysAgo] of [
    [o.au, 36],
    [o.ruc, 35],
    [o.pku, 33],
    [o.au, 32],
    [o.ruc, 31],
  ] as const) {
    await approvedBy(seeding, framework, organisation, daysAgo)
  }
  const { id: frameworkId } = await wholeOf(seeding, framework)
  const annex = await begun(seeding, 'Annex 1: shared places in the arts', o.pku, [o.au, o.ruc], {
    kind: 'annex',
    frameworkId,
    code: '',
    conditions: [
      condition('study', eachPartner, eachPartner, years, {
        seats: 6,
        shared: true,
        amount: '30',
        fields: [{ code: '0213', clarification: '' }],
        levels: [6, 7],
      }),
    ],
    contacts: [],
  })
  if (annex !== null) await sent(seeding, annex, o.pku, 3)
}

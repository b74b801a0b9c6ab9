import { type Answer, type Call, page, type Route } from '#kernel/http'
import { isRefused, personOf, type Work } from '#kernel/database'
import { streamFile } from '#kernel/files'
import { personsById } from '#kernel/identity'
import { heiIdOf, quotasOf } from '#modules/agreements'
import { holdersOfRole } from '#modules/alliance'
import type { EwpContact, EwpSignature } from '../formats/ewp-document.ts'
import {
  ewpAgreementOf,
  type EwpHeis,
  ewpMobilityOf,
  type SignedVersion,
} from '../formats/ewp-of.ts'
import {
  writeLearningAgreements,
  writeOmobilities,
  writeTranscripts,
} from '../formats/ewp-write.ts'
import { base } from '../pages/words.tsx'
import { ewpInstitutions, officeAddress, signaturesOf, versionsOf } from '../queries/ewp.ts'
import { learningAgreementOf } from '../queries/learning-agreements.ts'
import type { StayRow } from '../queries/stays.ts'
import { contactFor } from '../service/partner-mail.ts'
import { transcriptOf } from '../service/transcript.ts'
import { loadStay } from './parts.ts'

type StayCall = Call<StayRow>

/** A stay and its learning agreement as documents of Erasmus Without Paper. */
export const ewpRoutes: readonly Route[] = [
  page<StayRow>('GET', `${base}/:id/omobility.xml`, {
    action: 'mobility.stay.read',
    load: loadStay,
    handle: nomination,
  }),
  page<StayRow>('GET', `${base}/:id/omobility-la.xml`, {
    action: 'mobility.stay.read',
    load: loadStay,
    handle: learningAgreement,
  }),
  page<StayRow>('GET', `${base}/:id/imobility-tor.xml`, {
    action: 'mobility.stay.read',
    load: loadStay,
    handle: transcript,
  }),
]

async function nomination(call: StayCall): Promise<Answer> {
  const { work, object: stay } = call
  const isOwn = personOf(work.actor) === stay.person_id
  // What offices remark is never the student's to read.
  const seen = isOwn ? { ...stay, remark: '' } : stay
  const mobility = ewpMobilityOf(seen, await heisOf(work, stay))
  if (mobility === null) return { kind: 'absent' }
  call.shows([stay.person_id])
  return xml(writeOmobilities([mobility]), `omobility-${stay.id}.xml`)
}

function xml(text: string, name: string): Answer {
  const body = new TextEncoder().encode(text)
  return { kind: 'file', body, type: 'application/xml; charset=utf-8', name }
}

async function heisOf(work: Work, stay: StayRow): Promise<EwpHeis> {
  const { sending_organisation_id: sending, receiving_organisation_id: receiving } = stay
  const known = await ewpInstitutions(work, [sending, receiving])
  const heiId = (id: string) => {
    const found = known.get(id)
    return found ? heiIdOf(found) : id
  }
  return { sending: heiId(sending), receiving: heiId(receiving) }
}

async function learningAgreement(call: StayCall): Promise<Answer> {
  const { work, object: stay } = call
  const agreement = await learningAgreementOf(work, stay.id)
  const contacts = await contactsOf(work, stay)
  if (!agreement?.documentId || !contacts) return { kind: 'absent' }
  const versions = await versionsOf(work, stay.id)
  const signatures = await signaturesOf(work, agreement.documentId)
  const versionOf = (number: number | undefined): SignedVersion | null => {
    const found = versions.find((each) => each.number === number)
    if (!found) return null
    const by = (label: string): EwpSignature | null => {
      const signature = signatures.find(
        (each) => each.version === number && each.label === label && each.answer === 'signed',
      )
      return signature
        ? { name: signature.name, email: null, at: signature.at.toISOString() }
        : null
    }
    return {
      id: found.sha256,
      text: found.text,
      student: by('student'),
      sending: by('sending-institution'),
      receiving: by('receiving-institution'),
    }
  }
  const first = versions.find(({ number }) => versionOf(number)?.receiving)?.number
  const latest = versions.at(-1)?.number
  const isOpen = agreement.state === 'signing' && latest !== agreement.agreedVersion
  call.shows([stay.person_id])
  const written = ewpAgreementOf({
    stay,
    heis: await heisOf(work, stay),
    contacts,
    language: await languageOf(work, stay),
    first: versionOf(first),
    agreed: versionOf(agreement.agreedVersion ?? undefined),
    proposal: isOpen ? versionOf(latest) : null,
  })
  return xml(writeLearningAgreements([written]), `omobility-la-${stay.id}.xml`)
}

/** The transcript that came as an ELMO document, as EWP hands it on; another one is no such document. */
async function transcript(call: StayCall): Promise<Answer> {
  const stored = await transcriptOf(call.work, call.object.id)
  if (stored?.kind !== 'xml') return { kind: 'absent' }
  const found = await streamFile(call.work, call.services.blobs, stored.id)
  if (isRefused(found)) return { kind: 'absent' }
  const elmo = await new Response(found.stream).text()
  call.shows([call.object.person_id])
  const mobilityId = call.object.id
  return xml(writeTranscripts([{ mobilityId, elmo }]), `imobility-tor-${mobilityId}.xml`)
}

/** Whom to write to on both sides: a coordinator, else the contact; null where EWP would have nobody. */
async function contactsOf(
  work: Work,
  stay: StayRow,
): Promise<{ sending: EwpContact; receiving: EwpContact } | null> {
  const sending = await coordinatorOf(work, stay.sending_organisation_id)
  const partner = await contactFor(work, stay)
  const receiving = partner
    ? { given: partner.name, family: partner.name, email: partner.email }
    : await coordinatorOf(work, stay.receiving_organisation_id)
  return sending && receiving ? { sending, receiving } : null
}

async function coordinatorOf(work: Work, organisationId: string): Promise<EwpContact | null> {
  const place = { role: 'coordinator', organisationId, programmeId: null }
  const [first] = await holdersOfRole(work.read, place, work.now)
  const person = first && (await personsById(work, [first])).get(first)
  if (!person) return null
  const email = (await officeAddress(work, organisationId)) ?? person.email
  const { passportGiven, passportFamily, romanised } = person.name
  return email === null
    ? null
    : { given: passportGiven || romanised, family: passportFamily || romanised, email }
}

/** The language that the agreement asks for; English where it names none. */
async function languageOf(work: Work, stay: StayRow): Promise<{ language: string; cefr: string }> {
  const quotas = await quotasOf(work, {
    sending: stay.sending_organisation_id,
    receiving: stay.receiving_organisation_id,
    year: stay.sending_year,
    kind: 'study',
  })
  const found = quotas.find(({ condition }) => condition.key === stay.condition_key)
  const skill = found?.condition.languages[0]
  return { language: skill?.language ?? 'en', cefr: skill?.level ?? 'B2' }
}

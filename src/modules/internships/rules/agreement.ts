import { z } from 'zod'
import { type DateOnly, type Language, languages } from '#kernel/values'
import type { Signer } from '#modules/signing'
import { day } from './position.ts'

/**
 * How one record is rendered: as Erasmus+ learning agreement for traineeships (tables A to D), as French convention de stage
 * (Code de l'éducation, D.124-4), or as form in Thai, Chinese or Korean beside English.
 */
export const agreementForms = ['erasmus', 'convention', 'th', 'zh', 'ko'] as const
/** One of them. */
export type AgreementForm = (typeof agreementForms)[number]

/** What an internship is to the degree: the three boxes of table B. */
export const agreementBases = ['embedded', 'voluntary', 'graduate'] as const
/** How the signers sign: on the screen, on paper with a stamp, or each as they like. */
export const agreementMeans = ['electronic', 'paper', 'either'] as const

/** What is written in words. */
export const wordKeys = [
  'tasks',
  'outcomes',
  'presence',
  'monitoring',
  'evaluation',
  'credit',
  'allowance',
  'inKind',
  'homeInsurance',
  'hostInsurance',
  'absence',
  'ending',
  'certificate',
] as const
/** One of them. */
export type WordKey = (typeof wordKeys)[number]

/** Who signs beside the student and the school. Tutor and signatory of the host are told apart. */
export const partyKeys = ['signatory', 'tutor', 'mentor', 'secondHost', 'guardian'] as const
/** One of them. */
export type PartyKey = (typeof partyKeys)[number]

/** Somebody who signs by a link. */
export interface AgreementParty {
  name: string
  email: string
}

/** The whole of an agreement: what its versions keep, and what is hashed. */
export interface AgreementText {
  form: AgreementForm
  startsOn: DateOnly
  endsOn: DateOnly
  hoursPerWeek: number
  basis: (typeof agreementBases)[number]
  means: (typeof agreementMeans)[number]
  /** In which language the people of the host are written to. */
  hostLanguage: Language
  words: Record<WordKey, string>
  parties: Record<PartyKey, AgreementParty | null>
}

const text = z.string().trim().max(4000).default('')
const name = z.string().trim().max(120).default('')
const email = z.union([z.literal(''), z.email().max(200)]).default('')

/** The form by which an agreement is written; of each party name and address. */
export const agreementForm = z.object({
  form: z.enum(agreementForms),
  startsOn: day,
  endsOn: day,
  hoursPerWeek: z.coerce.number().int().min(1).max(60),
  basis: z.enum(agreementBases),
  means: z.enum(agreementMeans),
  hostLanguage: z.enum(languages),
  tasks: text,
  outcomes: text,
  presence: text,
  monitoring: text,
  evaluation: text,
  credit: text,
  allowance: text,
  inKind: text,
  homeInsurance: text,
  hostInsurance: text,
  absence: text,
  ending: text,
  certificate: text,
  signatoryName: name,
  signatoryEmail: email,
  tutorName: name,
  tutorEmail: email,
  mentorName: name,
  mentorEmail: email,
  secondHostName: name,
  secondHostEmail: email,
  guardianName: name,
  guardianEmail: email,
})

/** A form that was read, as a text of an agreement; a party without name and address is none. */
export function textOf(form: z.infer<typeof agreementForm>): AgreementText {
  const { startsOn, endsOn, hoursPerWeek, basis, means, hostLanguage } = form
  const party = (key: PartyKey): AgreementParty | null => {
    const given = { name: form[`${key}Name`], email: form[`${key}Email`] }
    return given.name === '' && given.email === '' ? null : given
  }
  return {
    form: form.form,
    startsOn,
    endsOn,
    hoursPerWeek,
    basis,
    means,
    hostLanguage,
    words: Object.fromEntries(wordKeys.map((key) => [key, form[key]])) as AgreementText['words'],
    parties: Object.fromEntries(
      partyKeys.map((key) => [key, party(key)]),
    ) as AgreementText['parties'],
  }
}

/** An agreement of which only its days, hours and form are left: what an erasure makes of one that is being written. */
export function withoutWords(text: AgreementText): AgreementText {
  return {
    ...text,
    words: Object.fromEntries(wordKeys.map((key) => [key, ''])) as AgreementText['words'],
    parties: Object.fromEntries(partyKeys.map((key) => [key, null])) as AgreementText['parties'],
  }
}

/** A section of a rendered agreement: its heading and what stands under it. */
export interface FormSection {
  title: string
  fields: readonly (
    | WordKey
    | 'period'
    | 'hours'
    | 'mode'
    | 'language'
    | 'basis'
    | 'tutor'
    | 'mentor'
  )[]
}

/** The articles of the French convention, in the order of D.124-4; the tables of the Erasmus+ form; the parts of a local one. */
export const formSections = {
  erasmus: [
    {
      title: 'table-a',
      fields: [
        'period',
        'hours',
        'mode',
        'tasks',
        'outcomes',
        'monitoring',
        'evaluation',
        'language',
      ],
    },
    { title: 'table-b', fields: ['basis', 'credit', 'homeInsurance', 'mentor'] },
    { title: 'table-c', fields: ['allowance', 'inKind', 'hostInsurance', 'tutor', 'certificate'] },
  ],
  convention: [
    { title: 'skills', fields: ['outcomes'] },
    { title: 'tasks', fields: ['tasks'] },
    { title: 'period', fields: ['period', 'hours', 'presence', 'mode'] },
    { title: 'guidance', fields: ['mentor', 'tutor', 'monitoring'] },
    { title: 'stipend', fields: ['allowance', 'inKind'] },
    { title: 'protection', fields: ['homeInsurance', 'hostInsurance'] },
    { title: 'absence', fields: ['absence'] },
    { title: 'ending', fields: ['ending'] },
    { title: 'validation', fields: ['basis', 'evaluation', 'credit'] },
    { title: 'certificate', fields: ['certificate'] },
  ],
  local: [
    { title: 'period', fields: ['period', 'hours', 'presence', 'mode'] },
    { title: 'tasks', fields: ['tasks', 'outcomes'] },
    { title: 'guidance', fields: ['mentor', 'tutor', 'monitoring'] },
    { title: 'stipend', fields: ['allowance', 'inKind'] },
    { title: 'protection', fields: ['homeInsurance', 'hostInsurance'] },
    { title: 'ending', fields: ['absence', 'ending'] },
    { title: 'validation', fields: ['basis', 'evaluation', 'credit', 'certificate'] },
  ],
} as const satisfies Record<string, readonly FormSection[]>

/** The sections of a form. */
export function sectionsOf(form: AgreementForm) {
  return formSections[form === 'erasmus' || form === 'convention' ? form : 'local']
}

const neededWords: Record<'erasmus' | 'convention' | 'local', readonly WordKey[]> = {
  erasmus: [
    'tasks',
    'outcomes',
    'monitoring',
    'evaluation',
    'allowance',
    'hostInsurance',
    'certificate',
  ],
  // D.124-4 names each of these; an agreement that leaves one out is none.
  convention: [
    'tasks',
    'outcomes',
    'presence',
    'monitoring',
    'evaluation',
    'allowance',
    'homeInsurance',
    'absence',
    'ending',
    'certificate',
  ],
  local: ['tasks', 'outcomes', 'presence', 'allowance', 'homeInsurance', 'ending'],
}

/** The words and parties without which an agreement of this form is not sent to be signed. */
export function neededIn({ form, basis }: Pick<AgreementText, 'form' | 'basis'>): {
  words: readonly WordKey[]
  parties: readonly PartyKey[]
} {
  const kind = form === 'erasmus' || form === 'convention' ? form : 'local'
  return {
    words: [...neededWords[kind], ...(basis === 'embedded' ? ['credit' as const] : [])],
    parties: kind === 'convention' ? ['signatory', 'tutor', 'mentor'] : ['signatory', 'tutor'],
  }
}

/**
 * What an agreement still lacks before it may be sent to be signed, by the names of its fields: the words that its form
 * demands, the host's signatory and tutor, for the French convention the referent teacher too, and the other half of
 * whoever is named without an address. Credit is needed where the internship is embedded in the degree.
 */
export function missingIn({ form, words, parties, basis }: AgreementText): string[] {
  const needed = neededIn({ form, basis })
  return [
    ...needed.words.filter((key) => words[key] === ''),
    ...partyKeys.flatMap((key) => {
      const party = parties[key]
      if (party === null) return needed.parties.includes(key) ? [`${key}Name`] : []
      if (party.name === '') return [`${key}Name`]
      return party.email === '' ? [`${key}Email`] : []
    }),
  ]
}

/** Whether the days of an agreement are in order. */
export function datesFit({
  startsOn,
  endsOn,
}: Pick<AgreementText, 'startsOn' | 'endsOn'>): boolean {
  return endsOn > startsOn
}

/** Whose agreement it is, as far as its signers depend on it. */
export interface AgreementPlace {
  personId: string
  sendingOrganisationId: string
  homeLanguage: Language
}

/**
 * The signers in their order: the student with a guardian, the sending school with the academic mentor, the host with its
 * tutor. Who stands twice with one address signs once, first in the capacity that binds.
 */
export function signersOf(text: AgreementText, place: AgreementPlace): Signer[] {
  const { means, parties } = text
  const guest = (
    key: PartyKey,
    group: number,
    name: 'guardian' | 'academic-mentor' | 'host-organisation' | 'industry-mentor' | 'partner',
  ): Signer[] => {
    const party = parties[key]
    if (party === null) return []
    const ofHome = key === 'guardian' || key === 'mentor'
    const language = ofHome ? place.homeLanguage : text.hostLanguage
    return [{ who: 'guest', ...party, language, group, means, label: { kind: 'named', name } }]
  }
  const signers: Signer[] = [
    {
      who: 'person',
      personId: place.personId,
      group: 1,
      means,
      label: { kind: 'named', name: 'student' },
    },
    ...guest('guardian', 1, 'guardian'),
    {
      who: 'role',
      role: 'coordinator',
      organisationId: place.sendingOrganisationId,
      group: 2,
      means,
      label: { kind: 'named', name: 'sending-institution' },
    },
    ...guest('mentor', 2, 'academic-mentor'),
    ...guest('signatory', 3, 'host-organisation'),
    ...guest('tutor', 3, 'industry-mentor'),
    ...guest('secondHost', 3, 'partner'),
  ]
  return onceEach(signers)
}

/**
 * The signers of an amendment: those whom it names, and all who signed what it changes. A tutor who has left signs that
 * somebody else takes over.
 */
export function amendmentSigners(
  text: AgreementText,
  agreed: AgreementText,
  place: AgreementPlace,
): Signer[] {
  return onceEach([...signersOf(text, place), ...signersOf(agreed, place)])
}

function onceEach(signers: readonly Signer[]): Signer[] {
  const seen = new Set<string>()
  return signers.filter((signer) => {
    const key = signer.who === 'guest' ? signer.email.toLowerCase() : signer.who
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The languages in which a form stands: the first is the form's own. */
export function languagesOf(
  form: AgreementForm,
  homeLanguage: Language,
): readonly [Language, Language] {
  switch (form) {
    case 'erasmus':
      return ['en', homeLanguage]
    case 'convention':
      return ['fr', homeLanguage === 'fr' ? 'en' : homeLanguage]
    case 'zh':
      return ['zh-Hans', 'en']
    default:
      return [form, 'en']
  }
}

/** The language of a country's schools, English for all whose language this house does not speak. */
export function languageOfCountry(country: string): Language {
  const known: Record<string, Language> = { CN: 'zh-Hans', TH: 'th', KR: 'ko', FR: 'fr' }
  return known[country] ?? 'en'
}

/** The form that a country expects. */
export function formOfCountry(country: string): AgreementForm {
  const known: Record<string, AgreementForm> = { CN: 'zh', TH: 'th', KR: 'ko', FR: 'convention' }
  return known[country] ?? 'erasmus'
}

import { httpMessages } from '#kernel/http'
import { z } from 'zod'
import {
  isAcademicYearId,
  isCountry,
  isCurrency,
  isDateOnly,
  isTimeZone,
  languages,
} from '#kernel/values'
import { m } from './messages/index.ts'
import {
  appointmentRoles,
  degreeLevels,
  enrolmentOutcomes,
  initiativeStates,
  membershipKinds,
  sectors,
  unitKinds,
} from './schema.ts'

const line = (most: number) => z.string().trim().min(1).max(most)
const day = z
  .string()
  .trim()
  .refine(isDateOnly, { params: { message: m('fault.not-a-date') } })
  .meta({ format: 'date' })
/** A text of one shape; whoever writes another is shown an example. */
const shaped = (pattern: RegExp, example: string) =>
  z
    .string()
    .trim()
    .refine((text) => pattern.test(text), {
      params: { message: httpMessages('field.form', { example }) },
    })
    .meta({ pattern: pattern.source })
const uuid = z.uuid()
/** A French office types a comma where the figures are kept with a point. */
const decimalPoint = (text: string) => text.replace(',', '.')

/** Names in several languages; a name in one of them at least. */
export const namesSchema = z
  .partialRecord(z.enum(languages), line(300))
  .refine((names) => Object.values(names).some(Boolean), {
    params: { message: httpMessages('field.required') },
  })

/** A text in several languages that may be left out altogether. */
export const textsSchema = z.partialRecord(z.enum(languages), line(4000)).default({})

const longitude = shaped(/^-?\d{1,3}(\.\d{1,7})?$/, '13.6142')

/** An organisation as its page shows it; the place is a known one or none. */
export const organisationSchema = z.object({
  names: namesSchema,
  acronym: line(30).optional(),
  ror: shaped(/^https:\/\/ror\.org\/0[a-z0-9]{8}$/, 'https://ror.org/02v3sqd08').optional(),
  summary: textsSchema,
  country: z.string().refine(isCountry),
  city: textsSchema,
  latitude: longitude.refine((text) => Math.abs(Number(text)) <= 90).optional(),
  longitude: longitude.refine((text) => Math.abs(Number(text)) <= 180).optional(),
  timeZone: z.string().refine(isTimeZone),
  currency: z.string().refine(isCurrency),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
  establishedYear: z.coerce.number().int().min(500).max(2200).optional(),
  /** Identifiers of other registers; left as they are where they are not given. */
  identifiers: z
    .partialRecord(z.enum(['isni', 'wikidata', 'grid', 'fundref', 'pic']), line(60))
    .optional(),
  sectors: z.array(z.enum(sectors)).min(1),
  invented: z.coerce.boolean().default(false),
})
export type OrganisationInput = z.input<typeof organisationSchema>

/** A membership of the alliance. */
export const membershipSchema = z.object({
  kind: z.enum(membershipKinds),
  startsOn: day,
  endsOn: day.optional(),
})
export type MembershipInput = z.input<typeof membershipSchema>

/** The end of a membership, an appointment or whatever else runs for a time. */
export const endSchema = z.object({ endsOn: day })

/** One unit of an organisation. */
export const unitSchema = z.object({
  names: namesSchema,
  code: line(40).optional(),
  kind: z.enum(unitKinds).default('faculty'),
  parentId: uuid.optional(),
})
export type UnitInput = z.input<typeof unitSchema>

/** A term of an academic year (EWP academic-term). */
export const termSchema = z.object({
  academicYear: z.string().trim().refine(isAcademicYearId),
  termNumber: z.coerce.number().int().min(1).max(6),
  termsInYear: z.coerce.number().int().min(1).max(6),
  names: textsSchema,
  startsOn: day,
  endsOn: day,
  teachingWeeks: z.coerce.number().int().min(1).max(60).optional(),
})
export type TermInput = z.input<typeof termSchema>

/** A degree programme of a school. */
export const degreeProgrammeSchema = z.object({
  code: line(40),
  names: namesSchema,
  level: z.enum(degreeLevels),
  unitId: uuid.optional(),
  iscedF: shaped(/^\d{4}$/, '0211').optional(),
  totalCredit: line(20).overwrite(decimalPoint),
  creditScheme: line(60),
})
export type DegreeProgrammeInput = z.input<typeof degreeProgrammeSchema>

/** An office's shared address. */
export const mailboxSchema = z.object({
  address: z.email().max(254),
  role: z.enum(appointmentRoles),
  names: textsSchema,
  unitId: uuid.optional(),
})
export type MailboxInput = z.input<typeof mailboxSchema>

/** What a person is appointed to. The secretariat alone has no organisation. */
export const appointmentSchema = z.object({
  personId: uuid,
  organisationId: uuid.optional(),
  role: z.enum(appointmentRoles),
  unitId: uuid.optional(),
  degreeProgrammeId: uuid.optional(),
  title: textsSchema,
  startsOn: day,
  endsOn: day.optional(),
})
export type AppointmentInput = z.input<typeof appointmentSchema>

/** A person's enrolment in a degree programme. */
export const enrolmentSchema = z.object({
  personId: uuid,
  degreeProgrammeId: uuid,
  studentNumber: line(40),
  intakeYear: z.coerce.number().int().min(1950).max(2200),
  intakeTerm: z.coerce.number().int().min(1).max(6).default(1),
  startsOn: day,
})
export type EnrolmentInput = z.input<typeof enrolmentSchema>

/** How an enrolment ends. */
export const enrolmentEndSchema = z.object({ outcome: z.enum(enrolmentOutcomes), endsOn: day })
export type EnrolmentEndInput = z.input<typeof enrolmentEndSchema>

/** One step of an alliance programme. */
export const stepSchema = z.object({
  kind: shaped(/^[a-z][a-z0-9-]{1,40}$/, 'exhibition'),
  names: namesSchema,
  required: z.coerce.boolean().default(false),
})

/** An alliance programme: what a participant goes through and what counts as completion. */
export const programmeSchema = z.object({
  code: shaped(/^[A-Z0-9][A-Z0-9-]{1,29}$/, 'SINO-THAI-2026'),
  names: namesSchema,
  summary: textsSchema,
  leadOrganisationId: uuid,
  partnerIds: z.array(uuid).default([]),
  startsOn: day,
  endsOn: day.optional(),
  steps: z.array(stepSchema).max(20).default([]),
  requiredSteps: z.coerce.number().int().min(0).max(20).optional(),
  credit: line(20).overwrite(decimalPoint).optional(),
  creditScheme: line(60).optional(),
})
export type ProgrammeInput = z.input<typeof programmeSchema>

/** A dated year of an alliance programme. */
export const programmeYearSchema = z.object({
  year: z.coerce.number().int().min(1990).max(2200),
  startsOn: day,
  endsOn: day,
  places: z.coerce.number().int().min(0).max(100_000).optional(),
})
export type ProgrammeYearInput = z.input<typeof programmeYearSchema>

/** A person who joins the cohort of a year, sent by a school. */
export const cohortMemberSchema = z.object({
  personId: uuid,
  organisationId: uuid,
  enrolmentId: uuid.optional(),
  joinedOn: day,
})
export type CohortMemberInput = z.input<typeof cohortMemberSchema>

/** A person who joins a cohort by hand: known by their student number or their address. */
export const participantSchema = z.object({
  organisationId: uuid,
  who: line(254),
  joinedOn: day,
})
export type ParticipantInput = z.input<typeof participantSchema>

/** An initiative of the alliance. Its kind is the secretariat's own word: a tag, not a list in the program. */
export const initiativeSchema = z.object({
  kind: shaped(/^[a-z][a-z0-9-]{1,40}$/, 'exhibition'),
  names: namesSchema,
  summary: textsSchema,
  leadOrganisationId: uuid,
  partnerIds: z.array(uuid).default([]),
  startsOn: day,
  endsOn: day.optional(),
  budget: line(30).optional(),
  currency: z.string().refine(isCurrency).optional(),
  state: z.enum(initiativeStates).default('planned'),
})
export type InitiativeInput = z.input<typeof initiativeSchema>

/** Something that an initiative has produced. */
export const outputSchema = z.object({
  kind: shaped(/^[a-z][a-z0-9-]{1,40}$/, 'exhibition'),
  names: namesSchema,
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  producedOn: day.optional(),
})
export type OutputInput = z.input<typeof outputSchema>

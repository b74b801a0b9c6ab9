import { z } from 'zod'
import { isCountry, isCurrency, isDateOnly, languages } from '#kernel/values'

/** The kinds of stay that packs are kept for. */
export const stayKinds = ['study', 'internship', 'visit'] as const
/** One of them. */
export type StayKind = (typeof stayKinds)[number]

/** The countries between which the alliance moves people; a pair without a pack is a gap. */
export const packCountries = ['CN', 'TH', 'KR', 'FR'] as const

/** The papers that authorities ask for. */
export const paperKinds = [
  'passport',
  'visa-form',
  'residence-form',
  'photo',
  'admission-letter',
  'jw-form',
  'visa-confirmation',
  'host-letter',
  'host-papers',
  'school-letter',
  'school-approval',
  'stamped-agreement',
  'work-application',
  'work-contract',
  'residence-card',
  'business-registration',
  'highest-degree',
  'funds',
  'insurance',
  'ticket',
  'accommodation',
  'tuberculosis-check',
] as const
/** One of them. */
export type PaperKind = (typeof paperKinds)[number]

/** What a source vouches for. */
export const factKinds = [
  'nature',
  'name',
  'who',
  'stayDays',
  'extension',
  'processing',
  'hours',
  'papers',
  'insurance',
  'note',
] as const
/** One of them. */
export type FactKind = (typeof factKinds)[number]

const day = z.string().refine(isDateOnly)
const country = z.string().refine(isCountry)
const text = z.string().trim().min(1).max(1000)
/** A text in all five languages: none may be left out, for somebody reads it. */
const local = z.object(
  Object.fromEntries(languages.map((language) => [language, text])) as Record<
    (typeof languages)[number],
    typeof text
  >,
)

const source = z.object({
  publisher: z.string().trim().min(1).max(200),
  title: z.string().trim().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }).max(500),
  /** The day that the page bears itself; null where it bears none. */
  dated: day.nullable(),
  /** The day on which it was read for this pack. */
  readOn: day,
  /** An authority's own page, that of a school or a public body, or a report by others. */
  rank: z.enum(['authority', 'institution', 'secondary']),
  covers: z.array(z.enum(factKinds)).min(1),
})

const hourCap = z.object({
  hours: z.int().min(1).max(8784),
  per: z.enum(['week', 'year']),
  level: z.enum(['undergraduate', 'graduate']).nullable(),
  days: z.enum(['weekdays', 'all']),
  /** What must be proved for this cap, where a lower one holds without. */
  needs: z.enum(['language-proof']).nullable(),
})

const permit = z
  .object({
    key: z.string().regex(/^[a-z0-9-]{1,40}$/),
    nature: z.enum(['visa', 'annotation', 'permission', 'exemption']),
    /** As the authority calls it; empty where it has no name of its own. */
    name: z.string().trim().max(80),
    who: local.nullable(),
    /** Whether it is only for those enrolled in the country that they go to; null where that does not matter. */
    enrolledThere: z.boolean().nullable(),
    /** The longest stay in days; null is not known. */
    stayDays: z.int().min(1).max(3660).nullable(),
    extension: z.enum(['possible', 'none']).nullable(),
    processing: z
      .object({ days: z.int().min(1).max(730), unit: z.enum(['calendar', 'working']) })
      .nullable(),
    /** The caps on working hours; null is not known, an empty list says that there is none. */
    hours: z.array(hourCap).max(12).nullable(),
    papers: z.array(z.enum(paperKinds)).max(30),
    insurance: z
      .object({
        required: z.boolean(),
        cover: z
          .object({
            amountMinor: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
            currency: z.string().refine(isCurrency),
          })
          .nullable(),
      })
      .nullable(),
    note: local.nullable(),
    sources: z.array(source).min(1).max(12),
  })
  .strict()

const packText = z
  .object({
    /** Whether there may be other ways than these that nobody has found out yet. */
    others: z.enum(['unknown', 'none']),
    permits: z.array(permit).min(1).max(12),
  })
  .strict()

const pack = packText
  .extend({
    from: z.array(country).min(1).max(20),
    to: country,
    kind: z.enum(stayKinds),
    version: z.int().min(1).max(9999),
    validFrom: day,
    validUntil: day,
  })
  .strict()
  .refine(({ validFrom, validUntil }) => validFrom <= validUntil, { path: ['validUntil'] })
  .refine(({ from, to }) => !from.includes(to), { path: ['from'] })

/** A file of packs, as the module carries them and as an office uploads them. */
const packFile = z
  .object({ format: z.literal('weft-clearance/1'), packs: z.array(pack).min(1).max(400) })
  .strict()

/** One way in which a stay is permitted: a visa, an annotation, a permission, an exemption; null says not known. */
export type Permit = z.infer<typeof permit>
/** A page that a fact of a permit stands on. */
export type Source = z.infer<typeof source>
/** A cap on working hours: so many a week or a year, for whom, on which days, and what must be proved for it. */
export type HourCap = z.infer<typeof hourCap>
/** What a pack says. */
export type PackText = z.infer<typeof packText>

/** A pack for one pair of countries, taken out of a file that may give one for several. */
export interface OnePack {
  from: string
  to: string
  kind: StayKind
  version: number
  validFrom: string
  validUntil: string
  text: PackText
}

/** Where in a file something is wrong: the path as it stands there. */
export interface PackFault {
  path: string
}

/** Most faults that are told at once. */
const mostFaults = 20

/**
 * Reads a file of packs: one pack for each pair of countries, or where it is wrong. Nothing that does not fit the format
 * is passed over, for a fact that was typed under a wrong name would be lost.
 */
export function readPacks(content: string): { packs: OnePack[] } | { faults: PackFault[] } {
  const parsed = packFile.safeParse(jsonOf(content))
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path.join('.') || '.')
    return { faults: [...new Set(paths)].slice(0, mostFaults).map((path) => ({ path })) }
  }
  const packs = parsed.data.packs.flatMap(
    ({ from, to, kind, version, validFrom, validUntil, others, permits }) =>
      from.map((each) => ({
        from: each,
        to,
        kind,
        version,
        validFrom,
        validUntil,
        text: { others, permits },
      })),
  )
  const keys = packs.map(({ from, to, kind, version }) => `${from}-${to}-${kind}-${version}`)
  const twice = keys.findIndex((key, place) => keys.indexOf(key) !== place)
  return twice === -1 ? { packs } : { faults: [{ path: keys[twice]! }] }
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

import { z } from 'zod'
import type { Call } from '#kernel/http'
import { type Language, normaliseDigits, yearInField } from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import {
  countFields,
  type CountReading,
  countShapes,
  markGroupings,
} from '../formats/grade-counts.ts'
import { m } from '../messages/index.ts'
import { readGrade } from '../rules/grades.ts'
import { cycles } from '../rules/grade-types.ts'
import type { GradeScale, Source } from '../rules/types.ts'
import type { CountSample } from '../schema-grading.ts'
import { requiredDayField, requiredYearField, sourcesOf, wrong, yearField } from './fields.ts'

/** Cycle, field and source, as both forms of a grading table have them. */
const groupFields = {
  cycle: z
    .enum(['', ...cycles])
    .catch('')
    .transform((cycle) => (cycle === '' ? null : cycle)),
  iscedF: z
    .string()
    .max(20)
    .default('')
    .transform((text, context) => {
      const code = normaliseDigits(text).trim()
      if (code === '') return null
      return /^\d{2,4}$/.test(code) ? code : wrong(context, m('grading.fault.field'))
    }),
  source: z
    .string()
    .max(900)
    .default('')
    .transform((text, context): Source | null => {
      const sources = sourcesOf(text)
      if (sources === null || sources.length > 1) return wrong(context, m('rule-set.fault.source'))
      return sources[0] ?? null
    }),
}

/** The form with which a file of grades is brought in; the file itself is read beside it. */
export const newGradingForm = z.object({
  table: z.string().max(60).default(''),
  organisation: z.string().max(60).default(''),
  counted: z.string().max(60).default(''),
  scale: z.string().max(60).default(''),
  ...groupFields,
})

const revisionField = z.coerce.number().int().min(1).catch(0)

/** How a file of grades is read, field by field. */
export const readingForm = z.object({
  revision: revisionField,
  sheet: z.string().max(100).optional(),
  header: z
    .string()
    .max(4)
    .default('')
    .transform((text, context) => {
      const row = normaliseDigits(text).trim()
      if (row === '') return null
      return /^\d{1,2}$/.test(row) && row !== '0'
        ? Number(row) - 1
        : wrong(context, m('grading.fault.header'))
    }),
  shape: z.enum(countShapes),
  unit: z.enum(['count', 'percent']),
  grouping: z.enum(markGroupings).catch('mark'),
  courses: z.string().max(500).default(''),
  from: yearField,
  to: yearField,
  ...groupFields,
})

/** The years of the reference group and the day from which a table counts. */
export const publicationForm = z.object({
  revision: revisionField,
  yearFrom: requiredYearField,
  yearTo: requiredYearField,
  validFrom: requiredDayField,
})

/** The reading that a form means; columns of grades are found anew in the row of headings. */
export function readingOf(
  form: z.infer<typeof readingForm>,
  call: Pick<Call, 'form'>,
  found: { reading: CountReading; sample: CountSample; scale: GradeScale },
): CountReading {
  const columns: CountReading['columns'] = {}
  for (const field of countFields) {
    const value = call.form.values[`column.${field}`]?.[0] ?? ''
    if (/^\d{1,3}$/.test(value)) columns[field] = Number(value)
  }
  const headerRow = form.header
  const heading = headerRow === null ? [] : (found.sample.rows[headerRow] ?? [])
  const taken = new Set(Object.values(columns))
  const gradeColumns = heading.flatMap((label, column) =>
    !taken.has(column) && label !== '' && readGrade(found.scale, label).kind !== 'unreadable'
      ? [{ column, label }]
      : [],
  )
  return {
    sheet: found.sample.sheets?.find((sheet) => sheet === form.sheet) ?? found.reading.sheet,
    headerRow,
    shape: form.shape,
    columns,
    gradeColumns: form.shape === 'wide' ? gradeColumns : [],
    unit: form.unit,
    grouping: form.grouping,
    courses: form.courses
      .split(/[,;，；、\s]+/)
      .map(plainText)
      .filter((each) => each !== '')
      .slice(0, 50),
    yearFrom: form.from,
    yearTo: form.to,
  }
}

/** The values with which the forms of a draft begin. */
export function readingValues(
  reading: CountReading,
  group: { cycle: string | null; isced_f: string | null; source: Source | null },
  language: Language,
): Record<string, string> {
  const columns = countFields.map((field) => [
    `column.${field}`,
    reading.columns[field] === undefined ? '' : String(reading.columns[field]),
  ])
  return {
    sheet: reading.sheet ?? '',
    header: reading.headerRow === null ? '' : String(reading.headerRow + 1),
    shape: reading.shape,
    unit: reading.unit,
    grouping: reading.grouping,
    courses: reading.courses.join(', '),
    from: yearInField(reading.yearFrom, language),
    to: yearInField(reading.yearTo, language),
    cycle: group.cycle ?? '',
    iscedF: group.isced_f ?? '',
    source: group.source ? `${group.source.title} | ${group.source.url}` : '',
    ...Object.fromEntries(columns),
  }
}

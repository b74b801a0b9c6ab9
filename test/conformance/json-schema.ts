/** A schema of JSON Schema draft-07, as far as the official schema of IIIF Presentation 3 uses it. */
export type Schema = Readonly<Record<string, unknown>> | boolean

/** What is wrong with a value, as places and sentences; none where it is valid. An unknown word of a schema throws. */
export function faultsOf(root: Schema, value: unknown): string[] {
  return check({ root, schema: root, value, at: '' })
}

interface Question {
  root: Schema
  schema: Schema
  value: unknown
  at: string
}

const silent = new Set([
  '$schema',
  '$comment',
  '$id',
  'title',
  'description',
  'default',
  'types',
  'classes',
  // Misspelt in the official schema: these say nothing to any validator.
  'type:',
  'width',
  'height',
])

function check(question: Question): string[] {
  const { schema, root } = question
  if (schema === true) return []
  if (schema === false) return [`${question.at}: nothing is allowed here`]
  const reference = schema['$ref']
  if (typeof reference === 'string') return check({ ...question, schema: resolve(root, reference) })
  return Object.entries(schema).flatMap(([word, said]) => {
    if (silent.has(word)) return []
    const rule = rules[word]
    if (!rule) throw new Error(`The schema says “${word}”, which this reader does not know.`)
    return rule(said, question, schema)
  })
}

function resolve(root: Schema, reference: string): Schema {
  let found: unknown = root
  for (const part of reference.replace(/^#\//, '').split('/')) {
    found = (found as Record<string, unknown>)[part]
  }
  if (found === undefined) throw new Error(`The schema has no ${reference}.`)
  return found as Schema
}

type Rule = (
  said: unknown,
  question: Question,
  schema: Readonly<Record<string, unknown>>,
) => string[]

const rules: Readonly<Record<string, Rule>> = {
  type: (said, { value, at }) =>
    isOfType(String(said), value) ? [] : [`${at}: is no ${String(said)}`],
  const: (said, { value, at }) => (value === said ? [] : [`${at}: is not ${JSON.stringify(said)}`]),
  enum: (said, { value, at }) =>
    (said as unknown[]).includes(value) ? [] : [`${at}: ${JSON.stringify(value)} is none of them`],
  pattern: (said, { value, at }) =>
    typeof value !== 'string' || new RegExp(String(said), 'u').test(value)
      ? []
      : [`${at}: ${value} does not match ${String(said)}`],
  format: (said, { value, at }) =>
    typeof value !== 'string' || hasFormat(String(said), value)
      ? []
      : [`${at}: ${value} is no ${String(said)}`],
  exclusiveMinimum: (said, { value, at }) =>
    typeof value !== 'number' || value > Number(said) ? [] : [`${at}: ${value} is too little`],
  required: (said, { value, at }) =>
    isRecord(value)
      ? (said as string[]).filter((name) => !(name in value)).map((name) => `${at}: lacks ${name}`)
      : [],
  properties: (said, question) =>
    isRecord(question.value)
      ? Object.entries(said as Record<string, Schema>).flatMap(([name, schema]) =>
          name in (question.value as object)
            ? check({
                ...question,
                schema,
                value: (question.value as Record<string, unknown>)[name],
                at: `${question.at}/${name}`,
              })
            : [],
        )
      : [],
  patternProperties: (said, question) =>
    entriesOf(question.value).flatMap(([name, value]) =>
      Object.entries(said as Record<string, Schema>).flatMap(([pattern, schema]) =>
        new RegExp(pattern, 'u').test(name)
          ? check({ ...question, schema, value, at: `${question.at}/${name}` })
          : [],
      ),
    ),
  additionalProperties: (said, question, schema) => {
    const named = Object.keys((schema['properties'] as object | undefined) ?? {})
    const patterns = Object.keys((schema['patternProperties'] as object | undefined) ?? {})
    return entriesOf(question.value)
      .filter(
        ([name]) =>
          !named.includes(name) && !patterns.some((each) => new RegExp(each, 'u').test(name)),
      )
      .flatMap(([name, value]) =>
        check({ ...question, schema: said as Schema, value, at: `${question.at}/${name}` }),
      )
  },
  items: (said, question) =>
    Array.isArray(question.value)
      ? question.value.flatMap((value, place) =>
          check({ ...question, schema: said as Schema, value, at: `${question.at}/${place}` }),
        )
      : [],
  allOf: (said, question) => (said as Schema[]).flatMap((schema) => check({ ...question, schema })),
  anyOf: (said, question) => {
    const all = (said as Schema[]).map((schema) => check({ ...question, schema }))
    return all.some((faults) => faults.length === 0) ? [] : fewest(all)
  },
  oneOf: (said, question) => {
    const all = (said as Schema[]).map((schema) => check({ ...question, schema }))
    const fitting = all.filter((faults) => faults.length === 0).length
    if (fitting === 1) return []
    return fitting > 1 ? [`${question.at}: fits more than one`] : fewest(all)
  },
  not: (said, question) =>
    check({ ...question, schema: said as Schema }).length > 0
      ? []
      : [`${question.at}: is what it must not be`],
  dependencies: (said, question) =>
    isRecord(question.value)
      ? Object.entries(said as Record<string, string[] | Schema>).flatMap(([name, needs]) => {
          if (!(name in (question.value as object))) return []
          return Array.isArray(needs)
            ? rules['required']!(needs, question, {})
            : check({ ...question, schema: needs as Schema })
        })
      : [],
}

function fewest(all: readonly string[][]): string[] {
  return all.toSorted((one, other) => one.length - other.length)[0] ?? []
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isRecord(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function hasFormat(format: string, value: string): boolean {
  if (format === 'uri') return URL.canParse(value) && !/\s/.test(value)
  if (format === 'date-time')
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)
  throw new Error(`The schema asks for the format “${format}”, which this reader does not know.`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : []
}

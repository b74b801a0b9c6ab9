import type { ZodError, ZodType } from 'zod'
import { refuse, type Refusal } from '#kernel/database'
import { isMessage, type Message } from '#kernel/messages'
import { keptText } from '#kernel/values'
import { m } from './messages/index.ts'
import type { FormInput, Upload } from './types.ts'

/**
 * Reads a form with a schema. A field named `x[]` or repeated becomes an array; `a.b` stays a flat key.
 * The refusal has one message a field, never a sentence of the schema library.
 */
export function readForm<T>(schema: ZodType<T>, form: FormInput): T | Refusal {
  const input: Record<string, unknown> = Object.create(null)
  for (const [name, values] of Object.entries(form.values)) {
    if (name.endsWith('[]')) input[name.slice(0, -2)] = values
    else input[name] = values.length === 1 ? values[0] : values
  }
  return readValue(schema, input)
}

/** Reads any value with a schema, with the same refusals as a form. */
export function readValue<T>(schema: ZodType<T>, input: unknown): T | Refusal {
  const result = schema.safeParse(input)
  return result.success ? result.data : refuse(422, m('form.check'), fieldMessages(result.error))
}

/** Collects the values and files of a request's form data. */
export async function collectForm(data: FormData): Promise<FormInput> {
  const values: Record<string, string[]> = Object.create(null)
  const uploads: Record<string, Upload[]> = Object.create(null)
  for (const [name, value] of data.entries()) {
    if (typeof value === 'string') (values[name] ??= []).push(keptText(value))
    else if (value.size > 0 || value.name !== '') {
      const bytes = new Uint8Array(await value.arrayBuffer())
      ;(uploads[name] ??= []).push({ name: keptText(value.name), declaredType: value.type, bytes })
    }
  }
  return { values, uploads }
}

/**
 * Parses a JSON body as UTF-8. JSON can spell characters that no database text can hold (RFC 8259, section 8.2);
 * a program that sends them is told so instead of being answered with other texts than it sent.
 */
export function readJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const value: unknown = JSON.parse(text)
  if (/\\u(?:0000|[dD][89a-fA-F])/.test(text) && !holdsKeptTexts(value)) {
    throw new SyntaxError('The body spells a character that no text can hold')
  }
  return value
}

/** Goes through a parsed value without recursion, because a body can be nested as deep as it is long. */
function holdsKeptTexts(value: unknown): boolean {
  const waiting: unknown[] = [value]
  for (;;) {
    const next = waiting.pop()
    if (next === undefined) return true
    if (typeof next === 'string' && keptText(next) !== next) return false
    if (typeof next !== 'object' || next === null) continue
    for (const [key, each] of Object.entries(next)) waiting.push(key, each)
  }
}

function fieldMessages(error: ZodError): Record<string, Message> {
  const fields: Record<string, Message> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.') || 'form'
    fields[path] ??= messageOf(issue)
  }
  return fields
}

type Issue = ZodError['issues'][number]

function typeMessage(expected: string): Message {
  if (expected === 'number' || expected === 'int') return m('field.number')
  // Several values came where one is asked for.
  if (expected === 'string') return m('field.one')
  return m(expected === 'boolean' ? 'field.choice' : 'field.invalid')
}

function messageOf(issue: Issue): Message {
  if (issue.code === 'custom' && isMessage(issue.params?.['message'])) {
    return issue.params['message']
  }
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === ''
        ? m('field.required')
        : typeMessage(issue.expected)
    case 'too_small':
      if (issue.origin !== 'string') return m('field.too-small', { limit: String(issue.minimum) })
      return Number(issue.minimum) <= 1
        ? m('field.required')
        : m('field.too-short', { limit: String(issue.minimum) })
    case 'too_big':
      return m(issue.origin === 'string' ? 'field.too-long' : 'field.too-big', {
        limit: String(issue.maximum),
      })
    case 'invalid_value':
      return m('field.choice')
    case 'unrecognized_keys':
      return m('field.unknown')
    case 'invalid_format':
      if (issue.format === 'email') return m('field.email')
      if (issue.format === 'url') return m('field.url')
      if (issue.format === 'date') return m('field.date')
      // What is chosen from a list is known by its id.
      if (issue.format === 'uuid') return m('field.choice')
      if (issue.format === 'datetime') return m('field.datetime')
      return m('field.invalid')
    default:
      return m('field.invalid')
  }
}

import { isRefused, type Refusal } from '#kernel/database'
import { asideTask } from '#kernel/files'
import { type RawBody, readFormBody, readJsonBody } from './body-task.ts'
import type * as tasks from './body-task.ts'
import type { FormInput } from './types.ts'

const module = new URL('./body-task.ts', import.meta.url)
const formAside = asideTask<typeof tasks, 'readFormBody'>(module, 'readFormBody')
const jsonAside = asideTask<typeof tasks, 'readJsonBody'>(module, 'readJsonBody')

/** Bodies of this size and more are read in a thread of their own; a smaller one costs a millisecond or two. */
const largeBytes = 131_072

/** The form that a body holds; null where it is no form. */
export async function formOf(body: RawBody): Promise<FormInput | null | Refusal> {
  if (body.bytes.byteLength < largeBytes) return readFormBody(body)
  const form = await formAside(body)
  if (form === null || isRefused(form)) return form
  // What is copied between threads is an ordinary object again; names of fields must not reach its prototype.
  return { values: plainRecord(form.values), uploads: plainRecord(form.uploads) }
}

/** The JSON that a body holds; null where it is none. */
export function jsonOf(body: RawBody): Promise<{ value: unknown } | null | Refusal> {
  return body.bytes.byteLength < largeBytes ? readJsonBody(body) : jsonAside(body)
}

function plainRecord<T>(record: Record<string, T>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, record)
}

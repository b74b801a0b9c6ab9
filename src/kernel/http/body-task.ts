import { collectForm, readJson } from './forms.ts'
import type { FormInput } from './types.ts'

/** A body as it came: its bytes and what its header calls it. */
export interface RawBody {
  bytes: Uint8Array
  type: string
}

/** More fields than any form of ours has, or more values than a program sends: they would keep whoever reads them busy. */
const most = { fields: 20_000, values: 500_000 }

/** Reads a JSON body; null where it is none. For `asideTask`, where the body is large. */
export async function readJsonBody({ bytes }: RawBody): Promise<{ value: unknown } | null> {
  try {
    const value = readJson(bytes)
    return countOf(value) > most.values ? null : { value }
  } catch {
    return null
  }
}

/** Reads a form with its files; null where it is none. For `asideTask`, where the body is large. */
export async function readFormBody({ bytes, type }: RawBody): Promise<FormInput | null> {
  if (!type.startsWith('multipart/') && countBytes(bytes, 0x26) > most.fields) return null
  try {
    const body = new Response(bytes as BodyInit, { headers: { 'content-type': type } })
    const form = await collectForm(await body.formData())
    const fields = [...Object.values(form.values), ...Object.values(form.uploads)]
    const count = fields.reduce((sum, each) => sum + each.length, 0)
    return count > most.fields ? null : form
  } catch {
    return null
  }
}

function countBytes(bytes: Uint8Array, wanted: number): number {
  let count = 0
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count += 1
  return count
}

function countOf(value: unknown): number {
  let count = 0
  const waiting: unknown[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count += 1
    if (count > most.values) return count
    if (typeof next !== 'object' || next === null) continue
    for (const each of Object.values(next)) waiting.push(each)
  }
  return count
}

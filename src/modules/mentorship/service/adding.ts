import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { normaliseDigits } from '#kernel/values'
import { studentsNamed } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { engagementById } from '../queries/engagements.ts'
import { addStudent } from './engagements.ts'

/** The most lines that are taken at once. */
const mostLines = 2000

/**
 * Puts students of the engagement's organisation into it, one a line: by their number or their address. Lines that name
 * nobody are given back with why; the others count.
 */
export async function addFromLines(
  work: Work,
  input: { engagementId: string; text: string; node: string },
): Promise<{ added: number; refused: { line: string; why: Message }[] } | Refusal> {
  const engagement = await engagementById(work, input.engagementId)
  if (!engagement || !work.may('mentorship.engagement.edit', engagement)) {
    return refuse(404, m('refusal.no-engagement'))
  }
  const lines = input.text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return refuse(422, m('refusal.no-rows'), { rows: m('refusal.no-rows') })
  if (lines.length > mostLines) {
    const many = m('refusal.many-rows', { most: mostLines })
    return refuse(422, many, { rows: many })
  }
  const students = await namedBy(work, engagement.organisation_id, lines)
  const refused: { line: string; why: Message }[] = []
  let added = 0
  for (const line of lines) {
    const personId = students.get(keyOf(line).toLowerCase())
    if (personId === undefined) {
      refused.push({ line, why: m('refusal.no-such-student') })
      continue
    }
    const done = await addStudent(work, {
      engagementId: engagement.id,
      personId,
      organisationId: engagement.organisation_id,
      node: input.node,
    })
    if (isRefused(done)) return done
    if (done.isNew) added += 1
  }
  return { added, refused }
}

/** The first cell of a line, as a number or an address is compared. */
function keyOf(line: string): string {
  const [first = ''] = line.split(/[\t;,]/)
  const typed = first.trim()
  return normaliseAddress(typed) ?? normaliseDigits(typed)
}

/** Who is meant by each key. */
async function namedBy(
  work: Work,
  organisationId: string,
  lines: readonly string[],
): Promise<Map<string, string>> {
  const students = await studentsNamed(work, [organisationId], [...new Set(lines.map(keyOf))])
  return new Map(
    students.flatMap(({ personId, numbers, addresses }) =>
      [...numbers, ...addresses].map((each) => [each.toLowerCase(), personId] as const),
    ),
  )
}

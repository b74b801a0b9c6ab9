import type { Call } from '#kernel/http'
import { type Language, localised, type PersonName, shortDisplayName } from '#kernel/values'
import type { Affiliation, DeskPorts } from '../ports.ts'

/** Somebody of the demonstration, whose part one click takes. */
export interface InventedPerson {
  id: string
  name: string
  role: string
}

/** The invented people of one organisation; the first group is the two to begin with. */
export interface CastGroup {
  organisation: { id: string; name: string; nameLanguage: Language } | null
  first: boolean
  people: InventedPerson[]
}

/** The invented people by organisation; the evaluator and a student of the same organisation stand before all. */
export async function demonstrationGroups(
  call: Call,
  ports: DeskPorts,
  invented: readonly { id: string; name: PersonName }[],
): Promise<CastGroup[]> {
  if (invented.length === 0) return []
  const roles = await ports.affiliations(call.work, { personIds: invented.map(({ id }) => id) })
  const byPerson = Map.groupBy(roles, (role) => role.person.id)
  const groups = new Map<string, CastGroup>()
  for (const person of invented) {
    const [main] = byPerson.get(person.id) ?? []
    if (!main) continue
    const { organisation } = main
    const key = organisation?.id ?? ''
    const named = organisation && localised(organisation.name, call.language)
    const group = groups.get(key) ?? {
      organisation: organisation &&
        named && { id: organisation.id, name: named.text, nameLanguage: named.language },
      first: false,
      people: [],
    }
    group.people.push({
      id: person.id,
      name: shortDisplayName(person.name, call.language),
      role: call.t(ports.roleLabel(main.role)),
    })
    groups.set(key, group)
  }
  const beginWith = toBeginWith(invented, byPerson)
  const sorted = [...groups.values()].toSorted(
    (left, right) => right.people.length - left.people.length,
  )
  const every = sorted.flatMap((group) => group.people)
  const first = beginWith.flatMap((id) => every.find((person) => person.id === id) ?? [])
  return first.length === 0
    ? sorted
    : [{ organisation: null, first: true, people: first }, ...sorted]
}

function toBeginWith(
  invented: readonly { id: string }[],
  byPerson: ReadonlyMap<string, Affiliation[]>,
): string[] {
  const holds = (id: string, role: string) =>
    byPerson.get(id)?.find((affiliation) => affiliation.role === role)
  const evaluator = invented.find(({ id }) => holds(id, 'evaluator'))
  if (!evaluator) return []
  const at = holds(evaluator.id, 'evaluator')?.organisation?.id
  const student = invented.find(({ id }) => holds(id, 'student')?.organisation?.id === at)
  return [evaluator.id, ...(student ? [student.id] : [])]
}

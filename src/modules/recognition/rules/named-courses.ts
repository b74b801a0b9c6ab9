import { courseKey } from './context.ts'

/** Members of a rule set whose texts are never codes of courses. */
const words = new Set(['name', 'title', 'sources', 'url', 'id', 'validFrom', 'validTo'])

/**
 * The keys of everything in a rule set's definition that may be a course's code: each text in it but names, sources and
 * days. A rule that speaks of a course speaks of it by its code, in whatever member.
 */
export function namedCourses(definition: unknown): Set<string> {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value !== '' && value.length <= 60) found.add(courseKey(value))
    else if (Array.isArray(value)) value.forEach(look)
    else if (value !== null && typeof value === 'object') {
      for (const [member, part] of Object.entries(value)) if (!words.has(member)) look(part)
    }
  }
  look(definition)
  return found
}

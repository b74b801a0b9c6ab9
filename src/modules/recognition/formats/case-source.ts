import { type DateOnly, dateInZone, type LocalText } from '#kernel/values'
import type { CasePageRow } from '../queries/cases.ts'

interface Institution {
  id: string
  names: LocalText
  country: string
}

/** Between whom a case stands, by which rules it was evaluated, and on which days: without these its figures mean nothing. */
export interface CaseSource {
  institutions: { home: Institution; host: Institution }
  rules: { id: string; version: number; name: LocalText; validFrom: DateOnly } | null
  days: { received: DateOnly; evaluated: DateOnly | null; decided: DateOnly | null }
}

/** Where the figures of a case come from; days are those of the home institution. */
export function sourceOf(found: CasePageRow): CaseSource {
  const day = (at: Date | null) => at && dateInZone(at, found.home_time_zone)
  const { rule_set_id: id, rule_set_version: version, rule_valid_from: validFrom } = found
  const { rule_names: name } = found
  return {
    institutions: {
      home: {
        id: found.home_organisation_id,
        names: found.home_names,
        country: found.home_country,
      },
      host: {
        id: found.host_organisation_id,
        names: found.host_names,
        country: found.host.country,
      },
    },
    rules: id && version && name && validFrom ? { id, version, name, validFrom } : null,
    days: {
      received: dateInZone(found.created_at, found.home_time_zone),
      evaluated: day(found.evaluated_at),
      decided: day(found.decided_at),
    },
  }
}

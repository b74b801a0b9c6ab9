import type { Call } from '#kernel/http'
import { localised, type LocalText, sortByText } from '#kernel/values'
import type { Option } from '#ui'
import { organisationsFor } from '../queries/catalogues.ts'
import { possibleHosts } from '../queries/rule-sets.ts'

/** Institutions at which the reader may do something with equivalences, in any of their degree programmes. */
export async function homesOf(call: Call, action: string): Promise<Option[]> {
  const rows = await organisationsFor(call.work, (id) => mayAt(call, action, id))
  return optionsOf(rows, call)
}

function mayAt(call: Call, action: string, organisationId: string): boolean {
  if (call.actor.kind !== 'person')
    return call.may(action, { home_organisation_id: organisationId })
  const programmes = [null, ...call.actor.grants.map((grant) => grant.programmeId)]
  return programmes.some((programme) =>
    call.may(action, { home_organisation_id: organisationId, degree_programme_id: programme }),
  )
}

/** Institutions that can be a host. */
export async function hostOptions(call: Call): Promise<Option[]> {
  return optionsOf(await possibleHosts(call.work), call)
}

function optionsOf(
  rows: readonly { id: string; names: Parameters<typeof localised>[0] }[],
  { language }: Call,
): Option[] {
  const options = rows.map(({ id, names }) => ({
    value: id,
    label: localised(names, language).text,
  }))
  return sortByText(options, language, (option) => option.label)
}

/** Something with names in several languages, as a choice. */
export function named(
  value: string,
  names: LocalText,
  { language }: Pick<Call, 'language'>,
): Option {
  const { text, language: labelLanguage } = localised(names, language)
  return { value, label: text, labelLanguage }
}

import type { FieldGroup } from '../consent-schema.ts'

/** Which kind of data each field of a record is; null for what is about nobody. */
export type FieldMap<Shape> = { readonly [Field in keyof Shape]: FieldGroup | null }

type FieldsOf<Map, Group> = {
  [Field in keyof Map]: Map[Field] extends Group | null ? Field : never
}[keyof Map]

/**
 * A record with only the kinds of data that its recipient needs (GDPR Art. 5(1)(c), PIPL Art. 6): a field of another kind
 * is neither in the value nor in its type. A field that the map does not name does not compile.
 */
export function onlyGroups<
  Shape extends object,
  const Map extends FieldMap<Shape>,
  Group extends FieldGroup,
>(
  record: Shape,
  map: Map,
  groups: readonly Group[],
): Pick<Shape, FieldsOf<Map, Group> & keyof Shape> {
  const kept = Object.entries(record).filter(([field]) => {
    const group = map[field as keyof Shape]
    return group === null || (groups as readonly FieldGroup[]).includes(group)
  })
  return Object.fromEntries(kept) as Pick<Shape, FieldsOf<Map, Group> & keyof Shape>
}

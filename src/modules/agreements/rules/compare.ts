import { Fraction } from '#kernel/values'
import {
  type AgreementText,
  type Condition,
  type ConditionField,
  conditionFields,
} from './conditions.ts'

/** One difference between two copies, with the name by which it is adopted. */
export type Difference =
  | { id: string; what: 'terms'; ours: string; theirs: string }
  | { id: string; what: 'field'; field: ConditionField; ours: Condition; theirs: Condition }
  | { id: string; what: 'only-ours'; ours: Condition }
  | { id: string; what: 'only-theirs'; theirs: Condition }

/**
 * Compares two copies of one agreement field by field, by what they mean: '05.00' months are 5, 'EN' is 'en', and lists
 * of languages, fields and levels are sets. Conditions are the same by their key, else by what they say, else by kind
 * and direction; the order of conditions, which changes the hash, is no difference in what was agreed.
 */
export function compareTexts(ours: AgreementText, theirs: AgreementText): Difference[] {
  const differences: Difference[] = []
  if (plain(ours.terms) !== plain(theirs.terms)) {
    differences.push({ id: 'terms', what: 'terms', ours: ours.terms, theirs: theirs.terms })
  }
  const { pairs, onlyOurs, onlyTheirs } = pairConditions(ours.conditions, theirs.conditions)
  for (const [one, other] of pairs) {
    for (const field of differingFields(one, other)) {
      differences.push({
        id: `${one.key}:${field}`,
        what: 'field',
        field,
        ours: one,
        theirs: other,
      })
    }
  }
  for (const one of onlyOurs) {
    differences.push({ id: `ours:${one.key}`, what: 'only-ours', ours: one })
  }
  for (const other of onlyTheirs) {
    differences.push({ id: `theirs:${other.key}`, what: 'only-theirs', theirs: other })
  }
  return differences
}

/** Our text with the chosen differences resolved as the other copy has them; unknown names change nothing. */
export function adoptDifferences(
  ours: AgreementText,
  theirs: AgreementText,
  chosen: ReadonlySet<string>,
): AgreementText {
  const taken = compareTexts(ours, theirs).filter(({ id }) => chosen.has(id))
  const gone = new Set(taken.flatMap((each) => (each.what === 'only-ours' ? [each.ours.key] : [])))
  const conditions = ours.conditions
    .filter(({ key }) => !gone.has(key))
    .map((condition) => {
      const changed = { ...condition }
      for (const each of taken) {
        if (each.what !== 'field' || each.ours.key !== condition.key) continue
        Object.assign(changed, { [each.field]: each.theirs[each.field] })
      }
      return changed
    })
  const added = taken.flatMap((each) => (each.what === 'only-theirs' ? [each.theirs] : []))
  const terms = taken.some(({ what }) => what === 'terms') ? theirs.terms : ours.terms
  return { terms, conditions: inOrderOf([...conditions, ...added], theirs.conditions) }
}

/** Once two copies say the same, the order of the one is that of the other, so that a later change reads alike. */
function inOrderOf(conditions: Condition[], theirs: readonly Condition[]): Condition[] {
  const places = new Map(theirs.map(({ key }, place) => [key, place]))
  if (!conditions.every(({ key }) => places.has(key))) return conditions
  return conditions.toSorted((a, b) => places.get(a.key)! - places.get(b.key)!)
}

/** The fields in which two conditions say something different. */
export function differingFields(ours: Condition, theirs: Condition): ConditionField[] {
  return conditionFields.filter((field) => meaning(ours, field) !== meaning(theirs, field))
}

/** What a field says, in a form in which equal meanings are equal texts. */
function meaning(condition: Condition, field: ConditionField): string {
  switch (field) {
    case 'amount': {
      const { amount } = condition
      return amount === null ? '' : (Fraction.parse(amount)?.toString() ?? amount)
    }
    case 'languages':
      return asSet(
        condition.languages.map(
          ({ language, level }) => `${language.toLowerCase()} ${level ?? ''}`,
        ),
      )
    case 'fields':
      return asSet(
        condition.fields.map(({ code, clarification }) => `${code} ${plain(clarification)}`),
      )
    case 'levels':
      return asSet(condition.levels.map(String))
    case 'terms':
      return plain(condition.terms)
    default:
      return String(condition[field])
  }
}

function asSet(values: readonly string[]): string {
  return [...new Set(values)].toSorted().join('\n')
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** Finds for each condition of ours the one of theirs that is meant to be the same. */
function pairConditions(ours: readonly Condition[], theirs: readonly Condition[]) {
  const pairs: [Condition, Condition][] = []
  let [restOurs, restTheirs] = [[...ours], [...theirs]]
  const pairBy = (isSame: (one: Condition, other: Condition) => boolean) => {
    for (const one of restOurs) {
      const other = restTheirs.find((each) => isSame(one, each))
      if (!other) continue
      pairs.push([one, other])
      restTheirs = restTheirs.filter((each) => each !== other)
    }
    const paired = new Set(pairs.map(([one]) => one))
    restOurs = restOurs.filter((one) => !paired.has(one))
  }
  pairBy((one, other) => one.key === other.key)
  pairBy((one, other) => differingFields(one, other).length === 0)
  const ways = (condition: Condition) =>
    [condition.kind, condition.sending, condition.receiving].join(' ')
  const units = (condition: Condition) => [condition.sendingUnit, condition.receivingUnit].join(' ')
  pairBy((one, other) => ways(one) === ways(other) && units(one) === units(other))
  pairBy((one, other) => ways(one) === ways(other))
  const order = new Map(ours.map((one, place) => [one, place]))
  return {
    pairs: pairs.toSorted(([a], [b]) => order.get(a)! - order.get(b)!),
    onlyOurs: restOurs,
    onlyTheirs: restTheirs,
  }
}

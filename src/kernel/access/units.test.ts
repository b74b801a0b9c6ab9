import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor } from '#kernel/database'
import { allow, amongUnits, createPolicy, inOrganisation, inUnit } from './index.ts'

const policy = createPolicy([
  allow('evaluator', 'case.decide', inOrganisation('organisation_id'), inUnit('unit_id')),
  allow('evaluator', 'case.read', inOrganisation('organisation_id'), amongUnits('given_to')),
  allow('evaluator', 'course.read', inOrganisation('organisation_id')),
])
const evaluator = (unitIds?: string[] | null): Actor => ({
  kind: 'person',
  personId: 'p',
  grants: [
    {
      role: 'evaluator',
      organisationId: 'au',
      programmeId: null,
      objectId: null,
      via: 'appointment',
      ...(unitIds === undefined ? {} : { unitIds }),
    },
  ],
})
const row = (unit_id: string | null, given_to: string[] = []) => ({
  organisation_id: 'au',
  unit_id,
  given_to,
})

describe('a role that is limited to units', () => {
  test('does where a rule minds units only what is of them, and one without the limit does all', () => {
    const table: [unitIds: string[] | null | undefined, unit: string | null, may: boolean][] = [
      [['arts', 'music'], 'music', true],
      [['arts'], 'law', false],
      [['arts'], null, false],
      [[], 'arts', false],
      [null, 'law', true],
      [undefined, null, true],
    ]
    for (const [unitIds, unit, may] of table)
      assert.equal(
        policy.can(evaluator(unitIds), 'case.decide', row(unit)),
        may,
        `${unitIds} ${unit}`,
      )
  })

  test('sees something of which a part was given to its units, and no role without units sees it by that', () => {
    assert.equal(policy.can(evaluator(['arts']), 'case.read', row('law', ['arts'])), true)
    assert.equal(policy.can(evaluator(['arts']), 'case.read', row('arts', ['law'])), false)
    assert.equal(policy.can(evaluator(null), 'case.read', row('law', ['arts'])), false)
    assert.equal(policy.can(evaluator(['arts']), 'case.read', { organisation_id: 'au' }), false)
  })

  test('counts for the whole organisation where a rule does not mind units', () => {
    assert.equal(policy.can(evaluator(['arts']), 'course.read', row('law')), true)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { openRuleSetDrafts, ruleSetDraft, type TypedForm } from '../queries/rule-set-drafts.ts'
import { ruleSetVersions } from '../queries/rule-sets.ts'
import {
  accepted,
  auRules,
  inWorld,
  organisations,
  people,
  publishRules,
  refusalOf,
  type World,
} from '../testing/world.fixture.ts'
import { discardRuleSetDraft, publishRuleSetDraft, saveRuleSetDraft } from './rule-set-drafts.ts'

const { registrarAu: registrar, evaluatorAu: evaluator } = people
const half: TypedForm = {
  'name.en': ['Half written'],
  totalCap: ['not a number'],
  method: ['hours'],
}

function save(
  world: World,
  more: Partial<Parameters<typeof saveRuleSetDraft>[1]> = {},
  who = registrar,
) {
  return world.as(who, (work) =>
    saveRuleSetDraft(work, {
      draftId: null,
      homeOrganisationId: organisations.au,
      basedOn: { ruleSetId: auRules.id, version: 1 },
      form: half,
      revision: 0,
      ...more,
    }),
  )
}

const reading = async (world: World, who = registrar) =>
  world.runner.reading(await world.context(who))

describe('rules that are being written', () => {
  test(
    'are kept as they were typed, and found again by whoever may go on with them',
    inWorld(async (world) => {
      const { draftId } = accepted(await save(world))
      const [draft] = await openRuleSetDrafts(await reading(world))
      assert.deepEqual([draft!.id, draft!.form, draft!.revision], [draftId, half, 1])
      assert.deepEqual(await openRuleSetDrafts(await reading(world, evaluator)), [])
      assert.equal((await ruleSetVersions(await reading(world), auRules.id)).length, 1)
    }),
  )

  test(
    'are one draft where the form was sent twice',
    inWorld(async (world) => {
      const first = accepted(await save(world))
      assert.deepEqual(accepted(await save(world)), first)
      const other = accepted(await save(world, { form: { ...half, totalCap: ['30'] } }))
      assert.notEqual(other.draftId, first.draftId)
      assert.equal((await openRuleSetDrafts(await reading(world))).length, 2)
    }),
  )

  test(
    'are not overwritten from an old page',
    inWorld(async (world) => {
      const { draftId } = accepted(await save(world))
      accepted(await save(world, { draftId, revision: 1, form: { ...half, totalCap: ['30'] } }))
      const old = await save(world, { draftId, revision: 1 })
      assert.equal(refusalOf(old), '409 rule-draft.refusal.meanwhile')
      const draft = await ruleSetDraft(await reading(world), draftId)
      assert.deepEqual([draft!.form['totalCap'], draft!.revision], [['30'], 2])
    }),
  )

  test(
    'become a version once, and are closed with it',
    inWorld(async (world) => {
      const { draftId } = accepted(await save(world))
      const { version: _version, ...rules } = auRules
      const next = { ...rules, totalCap: Fraction.of(30) }
      const seen = { draftId, revision: 1, seenVersion: 1 }
      const publish = () => world.as(registrar, (work) => publishRuleSetDraft(work, seen, next))
      assert.deepEqual(accepted(await publish()), { ruleSetId: auRules.id, version: 2 })
      assert.equal(refusalOf(await publish()), '409 rule-draft.refusal.closed')
      assert.deepEqual(await openRuleSetDrafts(await reading(world)), [])
    }),
  )

  test(
    'stay open where publishing is refused',
    inWorld(async (world) => {
      const { draftId } = accepted(await save(world))
      const { version: _version, ...rules } = auRules
      const publish = (
        seen: { revision: number; seenVersion: number },
        totalCap: Fraction | null,
      ) =>
        world.as(registrar, (work) =>
          publishRuleSetDraft(work, { draftId, ...seen }, { ...rules, totalCap }),
        )
      const same = await publish({ revision: 1, seenVersion: 1 }, rules.totalCap)
      assert.equal(refusalOf(same), '422 rule-set.refusal.unchanged')
      accepted(await save(world, { draftId, revision: 1 }))
      const old = await publish({ revision: 1, seenVersion: 1 }, Fraction.of(30))
      assert.equal(refusalOf(old), '409 rule-draft.refusal.meanwhile')
      await publishRules(world, { ...auRules, totalCap: Fraction.of(60), version: 2 })
      const overtaken = await publish({ revision: 2, seenVersion: 1 }, Fraction.of(30))
      assert.equal(refusalOf(overtaken), '409 rule-set.refusal.meanwhile')
      assert.equal((await openRuleSetDrafts(await reading(world))).length, 1)
    }),
  )

  test(
    'can be given up, and are nobody else’s',
    inWorld(async (world) => {
      const { draftId } = accepted(await save(world))
      const by = (who: string) => world.as(who, (work) => discardRuleSetDraft(work, draftId))
      assert.equal(refusalOf(await by(evaluator)), '404 rule-set.refusal.absent')
      assert.equal(refusalOf(await save(world, {}, evaluator)), '404 rule-set.refusal.absent')
      const other = await save(world, { homeOrganisationId: organisations.pku, basedOn: null })
      assert.equal(refusalOf(other), '404 rule-set.refusal.absent')
      accepted(await by(registrar))
      assert.equal(refusalOf(await by(registrar)), '409 rule-draft.refusal.closed')
    }),
  )

  test(
    'do not hold more than a form does',
    inWorld(async (world) => {
      const form = { sources: ['x'.repeat(200_000)] }
      assert.equal(refusalOf(await save(world, { form })), '422 rule-draft.refusal.too-long')
    }),
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { ruleSetVersions } from '../queries/rule-sets.ts'
import { addTranscript } from '../service/add-transcript.ts'
import { decideCase } from '../service/decide-case.ts'
import {
  everyLanguage,
  type FormValues,
  leadsTo,
  type Site,
  textOf,
  withSite,
} from '../testing/site.fixture.ts'
import {
  accepted,
  auRules,
  inWorld,
  people,
  publishRules,
  transcript,
} from '../testing/world.fixture.ts'

const { registrarAu: registrar, evaluatorAu: evaluator, evaluatorPku, studentPloy } = people
const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const list = '/en/recognition/rule-sets'
const path = `${list}/${auRules.id}`

const form: FormValues = {
  'name.en': 'Assumption University: transfer of credit',
  host: '',
  programme: '',
  validFrom: '2026-12-01',
  minimumContentShare: '3/4',
  method: 'hours',
  roundingMode: 'half-up',
  surplus: 'record-home',
  beyond: 'needs-decision',
  digits: '2',
  entry: 'TR',
}

/** What a page of the form had shown, to be sent with it. */
function shownOn(html: string): FormValues {
  const hidden = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(html)![1]!
  return { revision: hidden('revision'), seen: hidden('seen') }
}

async function versions({ world }: Site): Promise<number> {
  const work = world.runner.reading(await world.context(registrar))
  return (await ruleSetVersions(work, auRules.id)).length
}

async function save(site: Site, change: FormValues = {}): Promise<string> {
  const shown = shownOn(await site.page(registrar, `${path}/edit`))
  const typed = { ...form, ...shown, ...change, next: 'save' }
  return leadsTo(await site.post(registrar, `${path}/versions`, typed))
}

describe('writing rules over several days', () => {
  test(
    'keeps what cannot be read yet, is found again from the list, and becomes a version',
    onSite(async (site) => {
      const draft = await save(site, { totalCap: 'to be asked', 'name.th': 'ร่าง' })
      assert.match(draft, /\/rule-sets\/drafts\//)
      assert.match(await site.page(registrar, list), new RegExp(`href="${draft}"`))
      const again = await site.page(registrar, draft)
      assert.match(again, /value="to be asked"/)
      assert.match(again, /value="ร่าง"/)
      assert.equal(await versions(site), 1)
      const refused = await site.post(registrar, draft, {
        ...form,
        ...shownOn(again),
        totalCap: 'to be asked',
        next: 'publish',
      })
      assert.equal(refused.status, 422)
      assert.match(await refused.text(), /value="to be asked"/)
      const whole = { ...form, ...shownOn(again), totalCap: '30', next: 'publish' }
      assert.equal(leadsTo(await site.post(registrar, draft, whole)), path)
      assert.equal(await versions(site), 2)
      assert.equal(leadsTo(await site.get(registrar, draft)), list)
      for (const language of everyLanguage) {
        const page = await site.page(registrar, `/${language}/recognition/rule-sets`)
        assert.doesNotMatch(textOf(page), /rule-draft\.|undefined|\[object/)
      }
    }),
  )

  test(
    'keeps an agreed ratio beside another method, to compare with, and says so',
    onSite(async (site) => {
      const shown = shownOn(await site.page(registrar, `${path}/edit`))
      const typed = { ...form, ...shown, ratio: '3/4', next: 'publish' }
      leadsTo(await site.post(registrar, `${path}/versions`, typed))
      const work = site.world.runner.reading(await site.world.context(registrar))
      const [latest] = await ruleSetVersions(work, auRules.id)
      assert.deepEqual(latest!.definition.creditRule, { method: 'hours' })
      assert.equal(latest!.definition.crossRatio!.toString(), '3/4')
      const words = textOf(await site.page(registrar, path))
      assert.match(words, /Compared with an agreed ratio: 1 host credit is 0\.75 home credits/)
      assert.match(await site.page(registrar, `${path}/edit`), /name="ratio"[^>]*value="3\/4"/)
    }),
  )

  test(
    'overwrites nothing from the older of two windows, and takes its text when it is sent again',
    onSite(async (site) => {
      const draft = await save(site)
      const shown = shownOn(await site.page(registrar, draft))
      const first = { ...form, ...shown, totalCap: '30', next: 'save' }
      leadsTo(await site.post(registrar, draft, first))
      for (const next of ['save', 'publish']) {
        const second = await site.post(registrar, draft, { ...first, totalCap: '40', next })
        assert.equal(second.status, 409, next)
        assert.match(await second.text(), /value="40"/)
      }
      const preview = { ...first, totalCap: '40', next: 'preview' }
      const looked = await (await site.post(registrar, draft, preview)).text()
      assert.deepEqual(shownOn(looked), shown, 'a look does not count as having seen it')
      const answer = await site.post(registrar, draft, { ...first, totalCap: '40' })
      const now = shownOn(await answer.text())
      leadsTo(await site.post(registrar, draft, { ...first, ...now, totalCap: '40' }))
      assert.match(await site.page(registrar, draft), /value="40"/)
    }),
  )

  test(
    'does not pass over a version that a colleague published meanwhile',
    onSite(async (site) => {
      const shown = shownOn(await site.page(registrar, `${path}/edit`))
      await publishRules(site.world, { ...auRules, totalCap: Fraction.of(60), version: 2 })
      const typed = { ...form, ...shown, totalCap: '30', next: 'publish' }
      const refused = await site.post(registrar, `${path}/versions`, typed)
      assert.equal(refused.status, 409)
      const html = await refused.text()
      assert.match(textOf(html), /Version 2 was published meanwhile/)
      assert.match(html, /value="30"/)
      const again = { ...typed, ...shownOn(html) }
      assert.equal(leadsTo(await site.post(registrar, `${path}/versions`, again)), path)
      assert.equal(await versions(site), 3)
      const page = textOf(await site.page(registrar, path))
      assert.match(page, /What version 3 changed .*At most 60 credits in all.*At most 30 credits/)
    }),
  )

  test(
    'can be given up, and what was typed after that can still be kept',
    onSite(async (site) => {
      const draft = await save(site)
      const shown = shownOn(await site.page(registrar, draft))
      assert.equal(leadsTo(await site.post(registrar, draft, { ...shown, next: 'discard' })), list)
      const typed = { ...form, ...shown, totalCap: '45', next: 'save' }
      const late = await site.post(registrar, draft, typed)
      assert.equal(late.status, 409)
      const html = await late.text()
      assert.match(html, new RegExp(`action="${path}/versions"`))
      assert.match(html, /value="45"/)
      const other = leadsTo(await site.post(registrar, `${path}/versions`, typed))
      assert.notEqual(other, draft)
    }),
  )

  test(
    'is found by nobody who may not edit the rules',
    onSite(async (site) => {
      const draft = await save(site)
      for (const who of [evaluator, evaluatorPku, studentPloy]) {
        assert.equal((await site.get(who, draft)).status, 404)
        assert.equal((await site.post(who, draft, { ...form, next: 'save' })).status, 404)
        assert.equal((await site.get(who, `${path}/difference`)).status, 404)
      }
      assert.doesNotMatch(await site.page(evaluator, list), /rule-sets\/drafts/)
    }),
  )
})

describe('the difference of a version on decided cases', () => {
  test(
    'is shown line by line, in every language, and as a workbook; nothing is altered',
    onSite(async (site) => {
      const { world } = site
      const added = await world.as(registrar, (work) =>
        addTranscript(work, transcript([['PKU101', '88']])),
      )
      const { caseId, number } = accepted(added)
      const [row] = await world.rows('select input_hash from recognition_cases')
      const inputHash = String(row!['input_hash'])
      accepted(await world.as(evaluator, (work) => decideCase(work, { caseId, inputHash })))
      await publishRules(world, {
        ...auRules,
        kindRules: [
          {
            kinds: ['course'],
            accept: false,
            perTerm: null,
            perYear: null,
            perHost: null,
            total: null,
            share: null,
            evidence: [],
          },
        ],
        version: 2,
      })
      const difference = `${path}/difference?version=2`
      assert.match(
        (await site.page(registrar, `${path}?version=2`)).replaceAll('&amp;', '&'),
        new RegExp(`href="${path}/difference\\?version=2"`),
      )
      const text = textOf(await site.page(registrar, difference))
      assert.match(text, new RegExp(`${number}.*PKU101.*Recognised.*Not recognised`))
      for (const language of everyLanguage) {
        const page = await site.page(registrar, difference.replace('/en/', `/${language}/`))
        assert.doesNotMatch(textOf(page), /rule-difference\.|past\.[a-z]+|undefined|\[object/)
      }
      const workbook = await site.get(registrar, `${difference}&as=workbook`)
      assert.match(workbook.headers.get('content-type')!, /spreadsheetml/)
      const unchanged = textOf(await site.page(registrar, `${path}/difference?version=1`))
      assert.doesNotMatch(unchanged, new RegExp(number))
      const [after] = await world.rows('select verdict from case_lines')
      assert.equal(after!['verdict'], 'recognised')
    }),
  )
})

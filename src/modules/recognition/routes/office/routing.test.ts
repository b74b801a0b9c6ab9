import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { refuse } from '#kernel/database'
import type { ActCall } from '#kernel/http'
import { createTranslator } from '#kernel/messages'
import { m } from '../../messages/index.ts'
import { addTranscript } from '../../service/add-transcript.ts'
import { everyLanguage, leadsTo, type Site, textOf, withSite } from '../../testing/site.fixture.ts'
import { reading } from '../../testing/letters.fixture.ts'
import { evaluatorOfArts, units, withUnits } from '../../testing/units.fixture.ts'
import {
  accepted,
  enrolments,
  inWorld,
  mixedLines,
  organisations,
  people,
  transcript,
} from '../../testing/world.fixture.ts'
import { referralAct } from './referral.ts'

const onSite = (run: (site: Site) => Promise<void>) =>
  inWorld(async (world) => {
    await withUnits(world, ['DA1103'])
    await withSite(world, run)
  })

async function arrive({ world }: Site, lines: Parameters<typeof transcript>[0] = mixedLines) {
  const enrolmentId = lines === mixedLines ? enrolments.ploy : enrolments.thanawat
  const added = await world.as(people.registrarAu, (work) =>
    addTranscript(work, transcript(lines, { enrolmentId })),
  )
  return accepted(added).caseId
}

const fresh = (number: number): Parameters<typeof transcript>[0] => [[`PKU9${number}`, '88']]
const arts = `/en/recognition/queues/${units.arts}`
const office = `/en/recognition/queues/${organisations.au}`

async function lineOf({ world }: Site, caseId: string): Promise<string> {
  const [row] = await world.rows(
    'select id from case_lines where case_id = $1 order by position desc limit 1',
    [caseId],
  )
  return String(row!['id'])
}

describe('queues', () => {
  test(
    'stand side by side with their people and figures, at the same number of queries however long they are',
    onSite(async (site) => {
      await arrive(site)
      const board = await site.page(people.coordinatorAu, '/en/recognition/queues')
      const one = site.queries()
      assert.match(textOf(board), /School of arts/)
      assert.match(textOf(board), /Wipada/)
      await site.page(evaluatorOfArts, arts)
      const oneOfUnit = site.queries()
      await arrive(site, fresh(1))
      await arrive(site, fresh(2))
      await site.page(people.coordinatorAu, '/en/recognition/queues')
      assert.equal(site.queries(), one)
      await site.world.rows('update recognition_cases set unit_id = $1', [units.arts])
      const queue = textOf(await site.page(evaluatorOfArts, arts))
      assert.equal(site.queries(), oneOfUnit)
      for (const number of ['2026-0001', '2026-0002', '2026-0003']) {
        assert.ok(queue.includes(number), number)
      }
    }),
  )

  test(
    'show nobody what is not theirs',
    onSite(async (site) => {
      await arrive(site, fresh(1))
      const seen = textOf(await site.page(evaluatorOfArts, office))
      assert.ok(!seen.includes('2026-0001'))
      for (const [person, path] of [
        [people.evaluatorPku, arts],
        [people.studentPloy, arts],
        [people.studentPloy, '/en/recognition/queues'],
        [people.coordinatorAu, '/en/recognition/queues/none'],
      ] as const) {
        assert.equal((await site.get(person, path)).status, 404, path)
      }
    }),
  )

  test(
    'speak every language',
    onSite(async (site) => {
      const caseId = await arrive(site)
      for (const language of everyLanguage) {
        for (const path of ['queues', `queues/${units.arts}`, `cases/${caseId}/routing`]) {
          const html = await site.page(people.coordinatorAu, `/${language}/recognition/${path}`)
          assert.ok(!/office\.[a-z]/.test(textOf(html)), `${language} ${path}`)
        }
      }
    }),
  )
})

describe('one line of a case', () => {
  test(
    'is not asked of a unit where nobody evaluates: it is said, in the choice too',
    onSite(async (site) => {
      const caseId = await arrive(site, fresh(1))
      await site.world.rows('update appointments set unit_id = null where unit_id = $1', [
        units.arts,
      ])
      const path = `/en/recognition/cases/${caseId}`
      const choice = textOf(await site.page(people.evaluatorAu, `${path}/routing`))
      assert.match(choice, /School of arts \(nobody evaluates there\)/)
      const refused = await site.post(people.evaluatorAu, `${path}/referrals`, {
        line: await lineOf(site, caseId),
        to: units.arts,
        question: '',
      })
      assert.equal(refused.status, 422)
      assert.match(textOf(await refused.text()), /Nobody evaluates at School of arts/)
      assert.deepEqual(await site.world.rows('select id from line_referrals'), [])
    }),
  )

  test(
    'is asked of a unit, and answered on a page that does not name the student',
    onSite(async (site) => {
      const caseId = await arrive(site, fresh(1))
      const line = await lineOf(site, caseId)
      const path = `/en/recognition/cases/${caseId}`
      const to = leadsTo(
        await site.post(people.evaluatorAu, `${path}/referrals`, {
          line,
          to: units.arts,
          question: 'Is this drawing?',
        }),
      )
      assert.equal(to, `${path}/routing`)
      const [row] = await site.world.rows('select id from line_referrals')
      const referral = `/en/recognition/referrals/${String(row!['id'])}`
      const page = textOf(await site.page(evaluatorOfArts, referral))
      assert.match(page, /Is this drawing\?/)
      assert.ok(!page.includes('Thanawat'))
      // Nothing typed is lost.
      const refused = await site.post(evaluatorOfArts, referral, {
        verdict: 'recognised',
        homeCourse: 'NONE1',
        homeCredit: '3',
        reason: 'A clear case',
      })
      assert.equal(refused.status, 422)
      const html = await refused.text()
      assert.match(html, /NONE1/)
      assert.match(html, /A clear case/)
      assert.equal(
        leadsTo(
          await site.post(evaluatorOfArts, referral, {
            verdict: 'recognised',
            homeCourse: 'DA 4000',
            homeCredit: '3',
            reason: 'A clear case',
            reasonLanguage: 'en',
            secondReason: 'เนื้อหาตรงกัน',
            secondLanguage: 'th',
          }),
        ),
        '/en/inbox',
      )
      assert.match(textOf(await site.page(evaluatorOfArts, referral)), /A clear case/)
      const thai = await site.page(people.evaluatorAu, path.replace('/en/', '/th/'))
      // Each reader finds the reason of the unit in their language, on its page and on the line.
      assert.ok(textOf(thai).includes('เนื้อหาตรงกัน'))
      const closed = await site.page(evaluatorOfArts, referral.replace('/en/', '/th/'))
      assert.ok(textOf(closed).includes('เนื้อหาตรงกัน'))
      assert.ok(!textOf(closed).includes('A clear case'))
      const open = textOf(await site.page(people.evaluatorAu, path))
      assert.match(open, /School of arts answered: Recognised/)
      // The student is told the verdict with its reason, and not who was asked on the way.
      assert.ok(
        !/School of arts answered: Recognised/.test(
          textOf(await site.page(people.studentThanawat, path)),
        ),
      )
    }),
  )

  test(
    'answered anew by the link of the mail stays as it was answered first, and says so',
    onSite(async (site) => {
      const caseId = await arrive(site, fresh(1))
      const path = `/en/recognition/cases/${caseId}/referrals`
      const question = { line: await lineOf(site, caseId), to: units.arts, question: '' }
      await site.post(people.evaluatorAu, path, question)
      const [row] = await site.world.rows('select id from line_referrals')
      const objectId = String(row!['id'])
      const given = {
        verdict: 'recognised',
        homeCourse: 'DA 4000',
        homeCredit: '3',
        reason: 'Clear',
      }
      await site.post(evaluatorOfArts, `/en/recognition/referrals/${objectId}`, given)
      const work = await reading(site.world)
      const translator = createTranslator([m.catalogue])
      const said = async (form: Record<string, string>, language: ActCall['language'] = 'en') => {
        const t = translator.for(language)
        const values = Object.fromEntries(
          Object.entries(form).map(([name, typed]) => [name, [typed]]),
        )
        const { tone, title, text } = await referralAct.outcome({
          work,
          language,
          t,
          timeZone: 'Asia/Bangkok',
          link: { objectId },
          form: { values },
          read: (schema) => {
            const parsed = schema.safeParse(form)
            return parsed.success ? parsed.data : refuse(422, m('content.refusal.choice'))
          },
        } as ActCall)
        return { tone, title: title.key, text: t(text) }
      }
      for (const form of [{}, given, { ...given, reason: '' }, { ...given, homeCredit: '3.0' }]) {
        const { tone, title } = await said(form)
        assert.deepEqual([tone, title], ['done', 'office.over.answered.title'])
      }
      const others = [
        { verdict: 'refused', reason: 'On second thoughts' },
        { ...given, homeCredit: '2' },
        { ...given, contentShare: '60 %' },
        { ...given, homeCourse: 'DA 1103' },
        { ...given, reason: 'Half of it' },
      ]
      for (const form of others) {
        const { tone, title, text } = await said(form)
        assert.deepEqual([tone, title], ['info', 'content.over.stands.title'], JSON.stringify(form))
        assert.match(text, /Wipada .*: Recognised\. .*was not kept\. .*write to /)
      }
      const texts = await Promise.all(
        everyLanguage.map(async (language) => (await said(others[0]!, language)).text),
      )
      assert.equal(new Set(texts).size, everyLanguage.length)
      assert.deepEqual(await site.world.rows('select verdict, home_credit from line_referrals'), [
        { verdict: 'recognised', home_credit: '3' },
      ])
    }),
  )

  test(
    'goes with the whole case when that is given to the unit',
    onSite(async (site) => {
      const caseId = await arrive(site, fresh(1))
      const path = `/en/recognition/cases/${caseId}/routing`
      const given = { unit: units.arts, reason: 'Their field' }
      assert.equal(
        leadsTo(await site.post(people.coordinatorAu, path, given)),
        `/en/recognition/cases/${caseId}`,
      )
      assert.match(textOf(await site.page(evaluatorOfArts, arts)), /2026-0001/)
      assert.match(
        textOf(await site.page(people.coordinatorAu, `/en/recognition/cases/${caseId}`)),
        /Given to School of arts/,
      )
      assert.equal((await site.get(people.evaluatorPku, path)).status, 404)
    }),
  )
})

test(
  'an institution sets its own days for units, postings and delays, and a wrong number is said at its field',
  onSite(async (site) => {
    const path = `/en/recognition/settings/organisations/${organisations.au}/office`
    const given = {
      postingDays: '7',
      opinionDays: '0',
      escalationRole: 'registrar',
      escalationDays: '2',
      committeeQuorum: '3',
    }
    const refused = await site.post(people.registrarAu, path, given)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /value="7"/)
    leadsTo(await site.post(people.registrarAu, path, { ...given, opinionDays: '๓' }))
    assert.deepEqual(
      await site.world.rows(
        'select posting_days, opinion_days, escalation_role, escalation_days from recognition_offices',
      ),
      [{ posting_days: 7, opinion_days: 3, escalation_role: 'registrar', escalation_days: 2 }],
    )
    assert.equal((await site.post(people.evaluatorAu, path, given)).status, 404)
  }),
)

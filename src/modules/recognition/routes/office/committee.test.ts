import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../../service/add-transcript.ts'
import { everyLanguage, leadsTo, type Site, textOf, withSite } from '../../testing/site.fixture.ts'
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

const onSite = (run: (site: Site) => Promise<void>) =>
  inWorld(async (world) => {
    await withUnits(world, [])
    await withSite(world, run)
  })
const sittings = '/en/recognition/sittings'
const chair = people.evaluatorAu

async function arrive({ world }: Site, lines: Parameters<typeof transcript>[0] = mixedLines) {
  const enrolmentId = lines === mixedLines ? enrolments.ploy : enrolments.thanawat
  const added = await world.as(people.registrarAu, (work) =>
    addTranscript(work, transcript(lines, { enrolmentId })),
  )
  return accepted(added).caseId
}

const fresh = (number: number): Parameters<typeof transcript>[0] => [[`PKU9${number}`, '88']]

async function plan(site: Site): Promise<string> {
  const refused = await site.post(
    people.coordinatorAu,
    `${sittings}/organisations/${organisations.au}`,
    { heldOn: '2026-11-22', place: 'Room 3', chair, secretary: people.registrarAu },
  )
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /value="Room 3"/)
  return leadsTo(
    await site.post(people.coordinatorAu, `${sittings}/organisations/${organisations.au}`, {
      heldOn: '22/11/2569',
      place: 'Room 3',
      chair,
      secretary: people.registrarAu,
      members: people.coordinatorAu,
    }),
  )
}

const putOn = (site: Site, caseId: string, sitting: string) =>
  site.post(chair, `/en/recognition/cases/${caseId}/sitting`, {
    sitting: sitting.split('/').pop()!,
    listed: 'case',
    proposal: 'Recognise what the rules find',
  })

async function attend(site: Site, sitting: string) {
  for (const person of [chair, people.registrarAu, people.coordinatorAu]) {
    await site.world.rows('update committee_members set is_present = true where person_id = $1', [
      person,
    ])
  }
  return sitting
}

describe('the list of a sitting', () => {
  test(
    'shows each case with lines, reasons and proposal, at the same number of queries however long it is',
    onSite(async (site) => {
      const sitting = await plan(site)
      leadsTo(await putOn(site, await arrive(site), sitting))
      const page = textOf(await site.page(chair, sitting))
      const one = site.queries()
      assert.match(page, /Recognise what the rules find/)
      assert.match(page, /PKU999/)
      for (const number of [1, 2])
        leadsTo(await putOn(site, await arrive(site, fresh(number)), sitting))
      const html = textOf(await site.page(chair, sitting))
      assert.equal(site.queries(), one)
      for (const number of ['2026-0001', '2026-0002', '2026-0003']) assert.ok(html.includes(number))
    }),
  )

  test(
    'is all there for its members; others see the cases that they may see anyway, and strangers nothing',
    onSite(async (site) => {
      const sitting = await plan(site)
      leadsTo(await putOn(site, await arrive(site), sitting))
      assert.match(textOf(await site.page(people.coordinatorAu, sitting)), /2026-0001/)
      assert.ok(!textOf(await site.page(evaluatorOfArts, sitting)).includes('2026-0001'))
      await site.world.rows('update recognition_cases set unit_id = $1', [units.arts])
      assert.match(textOf(await site.page(evaluatorOfArts, sitting)), /2026-0001/)
      for (const person of [people.evaluatorPku, people.studentPloy]) {
        for (const path of ['', '/agenda', '/minutes']) {
          assert.equal((await site.get(person, `${sitting}${path}`)).status, 404)
        }
      }
    }),
  )

  test(
    'leaves as a workbook and as minutes in PDF',
    onSite(async (site) => {
      const sitting = await plan(site)
      leadsTo(await putOn(site, await arrive(site), sitting))
      const sheet = await site.get(chair, `${sitting}/agenda`)
      assert.equal(sheet.status, 200)
      assert.match(sheet.headers.get('content-type') ?? '', /spreadsheetml/)
      const pdf = Buffer.from(await (await site.get(chair, `${sitting}/minutes`)).arrayBuffer())
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    }),
  )

  test(
    'speaks every language',
    onSite(async (site) => {
      const sitting = await plan(site)
      const caseId = await arrive(site)
      leadsTo(await putOn(site, caseId, sitting))
      const [item] = await site.world.rows('select id from committee_items')
      for (const language of everyLanguage) {
        const rest = sitting.replace('/en/', `/${language}/`)
        for (const path of [
          `/${language}/recognition/sittings`,
          rest,
          `${rest}/items/${String(item!['id'])}`,
          `/${language}/recognition/cases/${caseId}/routing`,
        ]) {
          const text = textOf(await site.page(chair, path))
          assert.ok(!/committee\.[a-z]|office\.[a-z]/.test(text), `${language} ${path}`)
        }
      }
    }),
  )
})

describe('outcomes', () => {
  test(
    'of the selected are recorded at once; what cannot be is left out and said',
    onSite(async (site) => {
      const sitting = await attend(site, await plan(site))
      await attend(site, sitting)
      leadsTo(await putOn(site, await arrive(site), sitting))
      leadsTo(await putOn(site, await arrive(site, [['PKU101', '90']]), sitting))
      const items = await site.world.rows('select id from committee_items order by position')
      const form = new FormData()
      for (const { id } of items) form.append('keys', String(id))
      const csrf = /name="csrf" value="([^"]+)"/.exec(await site.page(chair, sitting))![1]!
      form.append('csrf', csrf)
      const answer = await site.http.request(`http://weft.test${sitting}/outcomes`, {
        method: 'POST',
        body: form,
        headers: {
          cookie: `person=${chair}`,
          origin: 'http://weft.test',
          'sec-fetch-site': 'same-origin',
        },
      })
      assert.equal(answer.status, 303)
      assert.deepEqual(
        await site.world.rows('select outcome from committee_items order by position'),
        [{ outcome: null }, { outcome: 'as-proposed' }],
      )
    }),
  )

  test(
    'that need a reason come back with everything typed',
    onSite(async (site) => {
      const sitting = await plan(site)
      await attend(site, sitting)
      const caseId = await arrive(site)
      leadsTo(await putOn(site, caseId, sitting))
      const [item] = await site.world.rows('select id from committee_items')
      const [line] = await site.world.rows(
        "select id from case_lines where verdict = 'needs-decision' order by position desc limit 1",
      )
      const path = `${sitting}/items/${String(item!['id'])}`
      const verdict = `verdict.${String(line!['id'])}`
      const course = `homeCourse.${String(line!['id'])}`
      const refused = await site.post(chair, path, {
        outcome: 'otherwise',
        reason: 'We know the course',
        [verdict]: 'recognised',
        [course]: 'NONE9',
      })
      assert.equal(refused.status, 422)
      const html = await refused.text()
      assert.match(html, /We know the course/)
      assert.match(html, /NONE9/)
      leadsTo(
        await site.post(chair, path, {
          outcome: 'otherwise',
          reason: 'We know the course',
          reasonLanguage: 'en',
          secondReason: 'เรารู้จักรายวิชานี้',
          secondLanguage: 'th',
          [verdict]: 'recognised',
          [course]: 'DA 4000',
        }),
      )
      // Each reader finds it in their language: in the sitting's list, on the form again, and on the line.
      for (const [language, said] of [
        ['en', 'We know the course'],
        ['th', 'เรารู้จักรายวิชานี้'],
      ] as const) {
        const of = (address: string) => address.replace('/en/', `/${language}/`)
        for (const address of [sitting, `/en/recognition/cases/${caseId}`]) {
          assert.ok(textOf(await site.page(chair, of(address))).includes(said), of(address))
        }
      }
      assert.match(await site.page(chair, path), /name="secondReason"[^>]*>\s*เรารู้จักรายวิชานี้/)
      const [line2] = await site.world.rows(
        'select second_reason, second_reason_language from case_lines where id = $1',
        [String(line!['id'])],
      )
      assert.deepEqual(line2, {
        second_reason: 'เรารู้จักรายวิชานี้',
        second_reason_language: 'th',
      })
      const story = textOf(await site.page(chair, `/en/recognition/cases/${caseId}`))
      assert.match(story, /Committee of/)
      const own = textOf(await site.page(people.studentPloy, `/en/recognition/cases/${caseId}`))
      assert.ok(!own.includes('Committee of'))
    }),
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tellWaitingDrafts } from '../handlers.ts'
import { elmoOf } from '../testing/documents.fixture.ts'
import {
  everyLanguage,
  type FormValues,
  leadsTo,
  type Site,
  textOf,
  withSite,
} from '../testing/site.fixture.ts'
import { enrolments, inWorld, organisations, people } from '../testing/world.fixture.ts'

const { registrarAu: registrar, evaluatorAu: evaluator, studentPloy: student } = people
const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))

/** Brings in an ELMO document of Peking University for the given host; gives back the draft's path. */
async function begin(site: Site, host: string, who: string = registrar): Promise<string> {
  const file = new File([elmoOf()], 'transcript.xml')
  const form = { enrolment: enrolments.ploy, host, file }
  return leadsTo(await site.post(who, '/en/recognition/transcripts', form))
}

/** Sends the draft's form as the page shows it, with changes. */
async function send(site: Site, path: string, change: FormValues, who: string = registrar) {
  const html = await site.page(who, path)
  const values: FormValues = {}
  for (const [tag] of html.matchAll(/<input(?:\s+[^\s"=>]+(?:="[^"]*")?)*\s*\/?>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (!/^(line\.|revision$|count$|issuedOn$|institution$)/.test(name)) continue
    values[name] = /\svalue="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  return site.post(who, path, { ...values, ...change })
}

const caseOf = (path: string) => path.split('/').at(-1)!

async function basisOf(site: Site, id: string): Promise<string> {
  const html = await site.page(evaluator, `/en/recognition/cases/${id}`)
  return /name="basis" value="([^"]*)"/.exec(html)?.[1] ?? ''
}

describe('a transcript that names another issuer', () => {
  test(
    'is said on the draft, with the institution that it seems to be from',
    onSite(async (site) => {
      const path = await begin(site, organisations.ruc)
      const text = textOf(await site.page(registrar, path))
      assert.match(text, /Is this the right institution\?/)
      assert.match(text, /names Peking University as its issuer; .* of Renmin University of China/)
      assert.match(text, /It is from Peking University/)
    }),
  )

  test(
    'asks nothing where the issuer is the chosen host',
    onSite(async (site) => {
      const path = await begin(site, organisations.pku)
      assert.doesNotMatch(textOf(await site.page(registrar, path)), /right institution/)
    }),
  )

  test(
    'is not taken unconfirmed, and nothing that was typed is lost',
    onSite(async (site) => {
      const path = await begin(site, organisations.ruc)
      const answer = await send(site, path, { act: 'evaluate', 'line.0.grade': '77' })
      assert.equal(answer.status, 422)
      const html = await answer.text()
      assert.match(textOf(html), /Choose the institution that issued it, or confirm/)
      assert.match(html, /value="77"/)
      assert.deepEqual(await site.world.rows('select id from recognition_cases'), [])
    }),
  )

  test(
    'goes over to the institution that it is from with one button, keeping what was typed',
    onSite(async (site) => {
      const path = await begin(site, organisations.ruc)
      const change = { act: `host ${organisations.pku}`, 'line.0.grade': '77' }
      assert.equal(leadsTo(await send(site, path, change)), path)
      const html = await site.page(registrar, path)
      assert.match(html, /value="77"/)
      assert.doesNotMatch(textOf(html), /right institution/)
      leadsTo(await send(site, path, { act: 'evaluate' }))
      const [row] = await site.world.rows('select host_organisation_id from recognition_cases')
      assert.equal(row!['host_organisation_id'], organisations.pku)
    }),
  )

  test(
    'confirmed by the office names who confirmed it, and can be decided',
    onSite(async (site) => {
      const path = await begin(site, organisations.ruc)
      const taken = await send(site, path, { act: 'evaluate', issuerConfirmed: '1' })
      const id = caseOf(leadsTo(taken))
      const text = textOf(await site.page(evaluator, `/en/recognition/cases/${id}`))
      assert.match(text, /Siriporn Kaewta|ศิริพร/)
      assert.match(text, /confirmed on 22 November 2026/)
      const form = { basis: await basisOf(site, id) }
      const decision = await site.post(evaluator, `/en/recognition/cases/${id}/decision`, form)
      assert.doesNotMatch(textOf(await decision.text()), /names another issuer/)
    }),
  )

  test(
    'confirmed by the student alone is not decided before the school has confirmed it',
    onSite(async (site) => {
      const path = await begin(site, organisations.ruc, student)
      const taken = await send(site, path, { act: 'evaluate', issuerConfirmed: '1' }, student)
      const id = caseOf(leadsTo(taken))
      const address = `/en/recognition/cases/${id}`
      const early = await site.post(evaluator, `${address}/decision`, {
        basis: await basisOf(site, id),
      })
      assert.equal(early.status, 422)
      assert.match(textOf(await early.text()), /names another issuer than the host institution/)
      assert.equal((await site.post(student, `${address}/issuer`, {})).status, 404)
      assert.equal((await site.post(registrar, `${address}/issuer`, {})).status, 404)
      leadsTo(await site.post(evaluator, `${address}/issuer`, {}))
      assert.match(textOf(await site.page(evaluator, address)), /Prasert Chaiyaporn.* confirmed on/)
      const [entry] = await site.world.rows(
        `select data from chronicle_entries where type = 'recognition.issuer-confirmed'`,
      )
      assert.deepEqual(entry!['data'], { host: organisations.ruc })
    }),
  )

  test(
    'is refused over JSON until a person has confirmed it',
    onSite(async (site) => {
      const body = {
        enrolmentId: enrolments.ploy,
        hostOrganisationId: organisations.ruc,
        format: 'elmo',
        content: elmoOf(),
        agreed: true,
      }
      const refused = await site.json(registrar, 'POST', '/recognition/transcripts', body)
      assert.equal(refused.status, 422)
      const problem = (await refused.json()) as { fields: { field: string }[] }
      assert.deepEqual(
        problem.fields.map(({ field }) => field),
        ['issuerConfirmed'],
      )
      const confirmed = { ...body, issuerConfirmed: true }
      const added = await site.json(registrar, 'POST', '/recognition/transcripts', confirmed)
      assert.equal(added.status, 201)
    }),
  )
})

describe('an institution that is in no list', () => {
  test(
    'does not stop the transcript: the draft is kept, says who enters it, and is not taken yet',
    onSite(async (site) => {
      await site.world.rows(`update organisations set names = '{"en": "Elsewhere"}'
        where id = '${organisations.pku}'`)
      const path = await begin(site, 'none')
      for (const language of everyLanguage) {
        const html = await site.page(registrar, path.replace('/en/', `/${language}/`))
        assert.doesNotMatch(textOf(html), /issuer\.[a-z]+|undefined|\[object/)
      }
      const text = textOf(await site.page(registrar, path))
      assert.match(text, /Which institution issued this transcript\?/)
      assert.match(text, /The secretariat of the alliance enters it/)
      assert.equal((await send(site, path, { act: 'evaluate' })).status, 422)
      const list = textOf(await site.page(registrar, '/en/recognition/transcripts/new'))
      assert.match(list, /Transcripts you have not finished/)
    }),
  )

  test(
    'is asked of the secretariat once, and whoever asked is told when it is there',
    onSite(async (site) => {
      const { world } = site
      await world.rows(`update organisations set names = '{"en": "Elsewhere"}', acronym = null
        where id = '${organisations.pku}'`)
      const path = await begin(site, 'none')
      assert.equal((await send(site, path, { act: 'ask', institution: ' ' })).status, 422)
      for (const institution of ['Peking University', 'Peking University'])
        leadsTo(await send(site, path, { act: 'ask', institution }))
      const tasks = await world.rows('select assignee_role, organisation_id, done_at from tasks')
      assert.deepEqual(tasks, [
        { assignee_role: 'secretariat', organisation_id: null, done_at: null },
      ])
      assert.match(textOf(await site.page(registrar, path)), /asked to enter Peking University/)
      const added = (id: string) =>
        world.as(registrar, (work) => tellWaitingDrafts.handle(work, { objectId: id } as never))
      await added(organisations.ruc)
      assert.deepEqual(await world.rows('select id from notices'), [])
      await world.rows(`update organisations set names = '{"en": "Peking University"}'
        where id = '${organisations.pku}'`)
      await added(organisations.pku)
      const [notice] = await world.rows('select person_id, href from notices')
      assert.deepEqual(notice, { person_id: registrar, href: path.replace('/en', '') })
      const [task] = await world.rows('select done_at from tasks')
      assert.notEqual(task!['done_at'], null)
    }),
  )

  test(
    'cannot be chosen as the home institution itself, nor one that does not exist',
    onSite(async (site) => {
      const path = await begin(site, 'none')
      for (const host of [organisations.au, '01980000-0000-7000-8000-000000000000', 'x', '']) {
        assert.equal((await send(site, path, { act: 'host', host })).status, 422, host)
      }
    }),
  )
})

import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { personById, registerPerson } from '#kernel/identity'
import { officeAt } from './office.fixture.ts'
import { cast, csrfOf, formBody, testSite } from '../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())

const { people: p, organisations: o, units: u, degreeProgrammes: d } = cast
const { cookieOf, read, send, taken, refused, rowsOf } = officeAt(site)
const office = `/en/organisations/${o.au}`
const year = `/en/programmes/${cast.programmes.sinoThai}/years/${cast.programmeYears.sinoThai2026}`

const summaryOf = (html: string) =>
  [
    ...(/<div class="error-summary".*?<\/div>/s.exec(html)?.[0] ?? '').matchAll(
      /<li>(.*?)<\/li>/gs,
    ),
  ].map(([, line]) => line!.replaceAll(/<[^>]+>/g, ''))

const hostile = '<script>alert(1)</script>"\' =cmd()|\u202E ณัฐ 王'

describe('degree programmes', () => {
  const path = `${office}/degree-programmes`
  const one = `${path}/${d.auDigitalArts}`

  test('are changed by the registrar, and a refused form keeps what was typed', async () => {
    const html = await refused(
      p.registrarAu,
      one,
      `${one}/details`,
      { 'names.th': hostile, code: '', level: 'bachelor', totalCredit: 'many', creditScheme: 'th' },
      422,
    )
    assert.deepEqual(summaryOf(html), ['Code: Fill this in'])
    assert.match(
      html,
      /<details class="phone-fold language-fields">/,
      'the other languages are folded',
    )
    assert.ok(html.includes('&lt;script>alert(1)') || html.includes('&lt;script&gt;alert(1)'))
    assert.doesNotMatch(html, /<script>alert/)
    const values = {
      'names.en': hostile,
      code: 'BFA-DA',
      level: 'bachelor',
      unitId: u.auArts,
      totalCredit: '129',
      creditScheme: 'th',
    }
    assert.equal(await taken(p.registrarAu, one, `${one}/details`, values), path)
    const list = await read(p.registrarAu, path)
    assert.ok(list.includes('129') && !list.includes('<script>alert'))
    assert.match(list, /Thai credit/, 'the credit scheme stands in words')
  })

  test('are closed together and opened again, in two tabs as well', async () => {
    const keys = [d.auDigitalArts, d.auCommunication]
    await taken(p.registrarAu, path, `${path}/closures`, { 'keys[]': keys, act: 'close' })
    await taken(p.registrarAu, path, `${path}/closures`, { 'keys[]': keys, act: 'close' })
    assert.match(await read(p.registrarAu, path), /Closed on 22 Nov 2026/)
    await taken(p.registrarAu, path, `${path}/closures`, { 'keys[]': keys, act: 'reopen' })
    assert.doesNotMatch(await read(p.registrarAu, path), /Closed on/)
    await refused(p.registrarAu, path, `${path}/closures`, { act: 'close' }, 422)
  })

  test('are nobody else’s business, and those of another school are not there', async () => {
    for (const [person, status] of [
      [p.coordinatorPku, 404],
      [p.studentPloy, 404],
      [p.evaluatorAu, 404],
    ] as const) {
      const answer = await send(person, '/en/', `${one}/details`, { code: 'X' })
      assert.equal(answer.status, status, person)
    }
    const foreign = `/en/organisations/${o.pku}/degree-programmes/${d.auDigitalArts}`
    assert.equal(
      (await site.ask(foreign, { cookie: await cookieOf(p.coordinatorPku) })).status,
      404,
    )
  })

  test('of one code are added once, however many tabs send it', async () => {
    const cookie = await cookieOf(p.registrarAu)
    const tabs = [1, 2].map(async () => csrfOf(await read(p.registrarAu, path)))
    const tokens = await Promise.all(tabs)
    const values = { 'names.en': 'New', code: 'NEW', level: 'master', totalCredit: '36' }
    const answers = await Promise.all(
      tokens.map((csrf) =>
        site.ask(path, {
          method: 'POST',
          cookie,
          body: formBody({ csrf, ...values, creditScheme: 'th' }),
        }),
      ),
    )
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409])
  })
})

describe('appointments', () => {
  const mentor = `${office}/people/${p.academicMentorAu}`

  test('name a unit of the organisation, and no other’s', async () => {
    const values = { part: 'appoint', role: 'registrar', startsOn: '2027-01-01' }
    const to = `${mentor}/appointments`
    const html = await refused(p.administratorAu, mentor, to, { ...values, unitId: u.pkuArts }, 422)
    assert.deepEqual(summaryOf(html), ['Unit: The organisation has no such unit.'])
    await taken(p.administratorAu, mentor, to, { ...values, unitId: u.auEngineering })
    assert.match(await read(p.administratorAu, mentor), /Vincent Mary/)
  })

  test('are ended and taken back, and only the form that was sent comes back', async () => {
    const html = await refused(
      p.administratorAu,
      mentor,
      `${mentor}/appointments/ends`,
      { part: 'end', endsOn: '' },
      422,
    )
    assert.deepEqual(summaryOf(html), ['Last day: Fill this in'])
    assert.equal([...html.matchAll(/aria-invalid="true"/g)].length, 1)
    const [, id] = /name="keys\[\]"[^>]*value="([^"]+)"/.exec(html)!
    const location = await taken(p.administratorAu, mentor, `${mentor}/appointments/ends`, {
      part: 'end',
      'keys[]': id!,
      endsOn: '2027-06-30',
    })
    const page = await read(p.administratorAu, location)
    const [, ended] = /name="ended\[\]" value="([^"]+)"/.exec(page)!
    const back = `${mentor}/appointments/continuations`
    assert.equal((await send(p.coordinatorPku, '/en/', back, { 'ended[]': ended! })).status, 404)
    await taken(p.administratorAu, location, back, { 'ended[]': ended! })
    assert.doesNotMatch(await read(p.administratorAu, mentor), /30 Jun 2027/)
  })
})

test('an office signs out whoever lost a device, and nobody else does', async () => {
  const page = `/en/organisations/${o.au}/people/${p.studentKanyarat}`
  const to = `${page}/sign-ins/end`
  await read(p.studentKanyarat, '/en/')
  assert.match(await read(p.coordinatorAu, page), /Lost device or leaked token/)
  for (const [who, path] of [
    [p.registrarAu, to],
    [p.studentKanyarat, to],
    [p.coordinatorPku, to],
    [p.coordinatorAu, `/en/organisations/${o.au}/people/${p.coordinatorAu}/sign-ins/end`],
    [p.coordinatorAu, `/en/organisations/${o.au}/people/${p.coordinatorPku}/sign-ins/end`],
  ] as const) {
    assert.equal((await send(who, '/en/', path, {})).status, 404, path)
  }
  await taken(p.coordinatorAu, page, to, {})
  const open = await site.perform((work) =>
    work.read
      .selectFrom('sign_in_sessions')
      .select('id')
      .where('person_id', '=', p.studentKanyarat)
      .where('ended_at', 'is', null)
      .execute(),
  )
  assert.deepEqual(open, [])
})

test('a coordinator is offered only the appointments that she may end', async () => {
  const chosen = { 'keys[]': [p.administratorAu, p.evaluatorAu], act: 'end' }
  const answer = await send(p.coordinatorAu, `${office}/people`, `${office}/people/bulk`, chosen)
  const html = await answer.text()
  assert.equal([...html.matchAll(/type="checkbox"/g)].length, 1)
  assert.match(html, /Credit evaluator/)
  const administrator = `${office}/people/${p.administratorAu}`
  assert.doesNotMatch(await read(p.coordinatorAu, administrator), /appointments\/ends/)
})

describe('the secretariat', () => {
  test('appoints its own, never leaves nobody behind, and lets no office in', async () => {
    for (const person of [p.coordinatorAu, p.administratorAu, p.studentPloy]) {
      const answer = await site.ask('/en/secretariat', { cookie: await cookieOf(person) })
      assert.equal(answer.status, 404)
    }
    const page = await read(p.secretariat, '/en/secretariat')
    const [, own] = /name="keys\[\]" value="([^"]+)"/.exec(page)!
    const ends = '/en/secretariat/appointments/ends'
    const html = await refused(p.secretariat, '/en/secretariat', ends, { 'keys[]': own! }, 409)
    assert.match(html, /Nobody would be left in the secretariat/)
    const to = '/en/secretariat/invitations'
    await refused(p.secretariat, '/en/secretariat', to, { email: 'nobody', startsOn: 'x' }, 422)
    const values = { email: 'new@alliance.example', startsOn: '2026-11-22', language: 'fr' }
    await taken(p.secretariat, '/en/secretariat', to, values)
    const open = await read(p.secretariat, '/en/secretariat')
    assert.match(open, /new<wbr\/?>@alliance<wbr\/?>\.example/)
    const [withdrawal] = /\/en\/secretariat\/invitations\/[^"]+\/withdrawal/.exec(open)!
    await taken(p.secretariat, '/en/secretariat', withdrawal, {})
    assert.doesNotMatch(await read(p.secretariat, '/en/secretariat'), /new@alliance/)
  })

  test('is not led to an organisation of its own', async () => {
    assert.doesNotMatch(await read(p.secretariat, '/en/members'), /my-organisation/)
  })

  test('takes one person into a cohort by hand', async () => {
    const to = `${year}/participants/new`
    const values = { part: 'join', organisationId: o.au, joinedOn: '2026-11-22' }
    const nobody = await refused(p.secretariat, year, to, { ...values, who: hostile }, 422)
    assert.match(summaryOf(nobody)[0]!, /^Student number or e-mail: Nobody is known here/)
    const absent = { ...values, organisationId: p.studentPloy, who: '6611042' }
    await refused(p.secretariat, year, to, absent, 422)
    await refused(p.secretariat, year, to, { ...values, who: '6611042' }, 409)
    await taken(p.secretariat, year, to, { ...values, who: '6711008' })
    assert.match(await read(p.secretariat, year), /Kanyarat/)
    assert.equal((await send(p.coordinatorAu, year, to, { ...values, who: '1' })).status, 404)
  })

  test('merges two records of one person once, and everything follows', async () => {
    const twin = await site.perform((work) =>
      registerPerson(work, site.services.identity, {
        name: {
          native: null,
          romanised: 'Kanyarat Phongphan',
          passportGiven: null,
          passportFamily: null,
          order: 'given-first',
        },
        email: 'kanyarat@home.example',
        preferredLanguage: 'th',
        timeZone: 'Asia/Bangkok',
      }),
    )
    assert.ok(!isRefused(twin))
    const list = await read(p.secretariat, '/en/duplicate-persons')
    const [, query] = /href="\/en\/duplicate-persons\?([^"]+)"/.exec(list)!
    const pairPath = `/en/duplicate-persons?${query!.replaceAll('&amp;', '&')}`
    const pair = new URLSearchParams(pairPath.split('?')[1])
    const merges = '/en/duplicate-persons/merges'
    const values = { one: pair.get('one')!, other: pair.get('other')! }
    const html = await refused(p.secretariat, pairPath, merges, values, 422)
    assert.deepEqual(summaryOf(html), ['Who stays: Choose who stays.'])
    const apart = '/en/duplicate-persons/distinctions'
    await refused(p.secretariat, pairPath, apart, { one: 'x' }, 422)
    await refused(p.secretariat, pairPath, merges, {}, 422)
    await taken(p.secretariat, pairPath, apart, values)
    await taken(p.secretariat, pairPath, apart, values)
    assert.match(await read(p.secretariat, '/en/duplicate-persons'), /Nobody seems/)
    const own = { ...values, one: p.secretariat, staying: p.secretariat }
    await refused(p.secretariat, pairPath, merges, own, 404)
    const strangers = await send(p.administratorAu, '/en/', merges, { ...values })
    assert.equal(strangers.status, 404)
    const staying = { ...values, staying: p.studentKanyarat }
    await taken(p.secretariat, pairPath, merges, staying)
    await refused(p.secretariat, '/en/duplicate-persons', merges, staying, 404)
    const merged = await site.perform((work) => personById(work, twin.id))
    assert.equal(merged?.id ?? p.studentKanyarat, p.studentKanyarat)
  })
})

describe('lists as workbooks', () => {
  test('hold what the page shows, to those who see the page', async () => {
    const students = await rowsOf(p.coordinatorAu, `${office}/people/table?role=student`)
    assert.equal(students.rows.length, 3)
    const members = await rowsOf(null, '/zh-Hans/members/table?country=TH')
    assert.ok(members.rows.every((row) => row.includes('泰国')))
    const cohort = await rowsOf(p.secretariat, `${year}/table`)
    const own = await rowsOf(p.coordinatorPku, `${year}/table`)
    assert.ok(own.rows.length < cohort.rows.length && own.rows.length > 0)
    const closed = await site.ask(`${office}/people/table`, {
      cookie: await cookieOf(p.coordinatorPku),
    })
    assert.equal(closed.status, 404)
  })

  test('of a cohort can be brought in again: everybody takes part already', async () => {
    const { header, rows } = await rowsOf(p.secretariat, `${year}/table`)
    const text = [header, ...rows].map((row) => row.join('\t')).join('\n')
    const answer = await send(p.secretariat, `${year}/import`, `${year}/import`, {
      step: 'preview',
      text,
    })
    const html = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(html, /Nothing would be written/)
    assert.doesNotMatch(html, /Columns without a meaning here: (?!Name in Latin letters)/)
  })
})

describe('a member that nobody runs yet', () => {
  test('is told to the secretariat, which invites the first coordinator and sees who is invited', async () => {
    const page = `/en/organisations/${o.saebyeok}`
    await site.house.database.execute('delete from appointments where organisation_id = $1', [
      o.saebyeok,
    ])
    const before = await read(p.secretariat, page)
    assert.match(before, /Nobody runs the work of this member yet/)
    const form = `${page}/invitations/new?role=coordinator`
    assert.ok(before.includes(form.replace('&', '&amp;')), 'the page leads to the form')
    const asked = await read(p.secretariat, form)
    assert.match(asked, /<option value="coordinator" selected/)
    const at = await taken(p.secretariat, form, `${page}/invitations`, {
      email: 'first@saebyeok.example',
      role: 'coordinator',
      language: 'ko',
      startsOn: '2026-11-22',
    })
    assert.equal(at, page)
    const after = await read(p.secretariat, page)
    assert.match(after, /first<wbr\/?>@saebyeok<wbr\/?>\.example/)
    assert.match(after, /Somebody is invited and has not accepted yet/)
    // Whoever runs another member neither sees nor does this.
    assert.doesNotMatch(await read(p.coordinatorAu, office), /Invite its first coordinator/)
  })

  test('kinds of initiatives are chosen in words', async () => {
    const initiative = await read(p.secretariat, '/en/initiatives/new')
    assert.match(initiative, /<option value="exhibition">Exhibition<\/option>/)
  })
})

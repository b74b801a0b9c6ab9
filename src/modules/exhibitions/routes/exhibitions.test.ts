import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { cast, formBody, csrfOf, testSite } from '../../../../test/harness/site.ts'
import { seededExhibition } from '../seed/memory.ts'
import { seededWeaves } from '../seed/weaves.ts'

const site = await testSite({ seed: ['alliance', 'exhibitions'] })
after(() => site.close())
const { database } = site.house
const { people, organisations } = cast
const shown = `/exhibitions/${seededExhibition.id}`

const text = async (path: string, cookie?: string) => {
  const answer = await site.ask(path, cookie ? { cookie } : {})
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const pictureId = async (objectId: string) =>
  String(
    (await rowsOf(`select id from exhibition_media where object_id = $1`, [objectId]))[0]!['id'],
  )
const rowsOf = async (sql: string, values: unknown[]) => (await database.execute(sql, values)).rows

describe('an exhibition that is public', () => {
  test('is read in the reader’s language, room by room, piece by piece, stop by stop', async () => {
    const front = await text(`/th${shown}`)
    assert.match(front, /<h1>สิ่งที่เส้นเชือกจำไว้/)
    assert.match(front, /hreflang="zh-Hans"/)
    const [, room] = /href="(\/th\/exhibitions\/[^"]+\/rooms\/[^"]+)"/.exec(front)!
    const wall = await text(room!)
    assert.match(wall, /column-1 span-7 row-1 rise-7/)
    const [, piece] = /href="(\/th\/exhibitions\/[^"]+\/pieces\/[^"]+)"/.exec(wall)!
    assert.match(await text(piece!), /CC0 1\.0/)
    const stop = await text(`/zh-Hans${shown}/tour/2`)
    assert.match(stop, /第 2 站，共 15 站/)
    assert.match(
      stop,
      /rel="prev"[^>]*href="\/zh-Hans\/exhibitions\/[^"]+\/tour\/1"|href="[^"]+\/tour\/1"[^>]*rel="prev"/,
    )
    assert.match(await text(`/fr${shown}/tour`), /Un seul mur/)
    assert.equal((await site.ask(`/en${shown}/tour/16`)).status, 303)
    assert.equal((await site.ask(`/en${shown}/rooms/${organisations.pku}`)).status, 404)
  })

  test('counts arrivals by day, language and country, once and without telling who', async () => {
    const headers = {
      'accept-language': 'th-TH,th;q=0.9',
      referer: 'https://elsewhere.example/',
      'sec-fetch-site': 'cross-site',
    }
    const first = await site.ask(`/th${shown}`, { headers })
    // The language that was chosen is kept, as on every page; nothing tells one visitor from another.
    assert.deepEqual(
      first.headers.getSetCookie().map((each) => each.split('=')[0]),
      ['weft-language'],
    )
    await site.ask(`/th${shown}`, {
      headers: { ...headers, referer: `${site.services.origin}/th${shown}/tour` },
    })
    await site.ask(`/th${shown}`, { headers: { ...headers, 'user-agent': 'Googlebot/2.1' } })
    const rows = await rowsOf(
      `select language, country, visits from exhibition_visits where country = 'TH'`,
      [],
    )
    assert.deepEqual(rows, [{ language: 'th', country: 'TH', visits: 1 }])
  })

  test('keeps the place of what a holder took back, and shows nothing of it', async () => {
    const { id } = seededWeaves.find(({ name }) => name === 'standing-water')!
    await database.execute(`update exhibition_objects set access = 'holder' where id = $1`, [id])
    const tour = await text(`/en${shown}/tour`)
    assert.doesNotMatch(tour, /Slanted stripes/)
    const manifest = JSON.parse(await text(`/iiif${shown}/manifest.json`)) as { items: unknown[] }
    assert.equal(manifest.items.length, 17)
    // Nor to those who make the exhibition for another institution: the cover, the wall, and what may be hung are without it.
    const other = await site.signInAs(people.curator)
    for (const path of ['preview/tour', 'edit', 'review', 'texts'])
      assert.doesNotMatch(await text(`/en${shown}/${path}`, other), /Slanted stripes/, path)
    assert.match(await text(`/en${shown}/review`, other), /An object of another institution/)
    assert.ok(!JSON.stringify(manifest).includes(await pictureId(id)))
    await database.execute(`update exhibition_objects set access = 'open' where id = $1`, [id])
  })
})

test('a piece whose picture is not there yet says so, on its wall, for itself and at its stops', async () => {
  const { id } = seededWeaves[0]!
  const hidden = (removed: string) =>
    database.execute(
      `update exhibition_media set removed_at = ${removed} where object_id = $1 and removed_at is not distinct from $2`,
      [id, removed === 'null' ? site.clock.now : null],
    )
  const [piece] = await rowsOf(
    `select part.id, room.id as room from exhibition_parts part join exhibition_parts room on room.id = part.parent_id
      where part.object_id = $1 and part.exhibition_id = $2`,
    [id, seededExhibition.id],
  )
  const pages = [`pieces/${piece!['id']}`, `rooms/${piece!['room']}`]
  for (const page of pages) assert.doesNotMatch(await text(`/th${shown}/${page}`), /ยังไม่มีภาพ/)
  await hidden(`'${site.clock.now.toISOString()}'`)
  for (const page of pages) assert.match(await text(`/th${shown}/${page}`), /ยังไม่มีภาพ/)
  await hidden('null')
})

describe('an exhibition of two institutions', () => {
  let here = ''

  test('is begun by one, hung, and found by nobody else', async () => {
    const curator = await site.signInAs(people.curator)
    const begun = await site.send(
      '/en/exhibitions/office',
      '/en/exhibitions/office',
      { title: 'Red threads', language: 'en', organisation: organisations.museum },
      curator,
    )
    here = begun.headers.get('location')!.replace('/en', '').replace('/edit', '')
    await site.send(
      `/en${here}/edit`,
      `/en${here}/parts`,
      { parent: here.split('/')[2]!, title: 'A room' },
      curator,
    )
    const edit = await text(`/en${here}/edit`, curator)
    const [, room] = /\/parts\/([0-9a-f-]{36})"/.exec(edit)!
    const hung = await site.send(
      `/en${here}/parts/${room}`,
      `/en${here}/parts`,
      { parent: room!, object: seededWeaves[0]!.id },
      curator,
    )
    assert.equal(hung.status, 303)
    const stranger = await site.signInAs(people.coordinatorRuc)
    for (const path of ['edit', 'texts', 'review', 'preview', `parts/${room}`]) {
      assert.equal((await site.ask(`/en${here}/${path}`, { cookie: stranger })).status, 404, path)
    }
    assert.equal((await site.ask(`/en${here}`)).status, 404)
  })

  test('has stops that show a time of a film or a view of a model, typed as people write them', async () => {
    const id = here.split('/')[2]!
    const curator = await site.signInAs(people.curator)
    const partOf = async (kind: string) =>
      (
        await rowsOf(
          `select id, version, settings from exhibition_parts where exhibition_id = $1 and kind = $2`,
          [id, kind],
        )
      )[0]!
    const piece = String((await partOf('placement'))['id'])
    const page = `/en${here}/parts/${piece}`
    await site.send(page, `/en${here}/parts`, { parent: piece }, curator)
    const set = async (values: Record<string, string>) => {
      const { id: step, version } = await partOf('step')
      const sent = { version: String(version), ...values }
      return site.send(page, `/en${here}/parts/${String(step)}/settings`, sent, curator)
    }
    const time = { target: 'time', from: '1:30', until: '๑:๔๕' }
    assert.equal((await set({ ...time, until: '1:20' })).status, 422)
    assert.equal((await set({ ...time, from: 'later' })).status, 422)
    assert.equal((await set(time)).status, 303)
    const target = async () => ((await partOf('step'))['settings'] as { target: unknown }).target
    assert.deepEqual(await target(), { kind: 'time', from: 90, until: 105 })
    await set({ target: 'view', theta: '400', phi: '0', distance: '150' })
    assert.deepEqual(await target(), { kind: 'view', theta: 40, phi: 6, distance: 150 })
    const { id: step } = await partOf('step')
    await site.send(page, `/en${here}/parts/${String(step)}/removal`, {}, curator)
  })

  test('merges by string what two people write at once, and keeps both readings of one string', async () => {
    const id = here.split('/')[2]!
    const curator = await site.signInAs(people.curator)
    await site.send(`/en${here}/edit`, `/en${here}/owners`, { owner: organisations.pku }, curator)
    const other = await site.signInAs(people.coordinatorPku)
    const name = (field: string) => `text.${id}.${field}.en`
    const sent = (field: string, version: number, seen: string, value: string) => ({
      [name(field)]: value,
      [`${name(field)}.version`]: String(version),
      [`${name(field)}.seen`]: seen,
    })
    const page = await text(`/en${here}/texts`, curator)
    const csrf = csrfOf(page)
    const save = async (cookie: string, values: Record<string, string>, token: string) =>
      site.ask(`/en${here}/texts`, {
        method: 'POST',
        cookie,
        headers: { accept: 'application/json' },
        body: formBody({ csrf: token, language: 'en', ...values }),
      })
    const first = await save(
      curator,
      {
        ...sent('title', 1, 'Red threads', 'Red threads of two shores'),
        ...sent('text', 0, '', 'Ours'),
      },
      csrf,
    )
    assert.deepEqual(((await first.json()) as { conflicts: unknown[] }).conflicts, [])
    const token = csrfOf(await text(`/en${here}/texts`, other))
    const second = await save(
      other,
      {
        ...sent('title', 1, 'Red threads', 'Red threads'),
        ...sent('subtitle', 0, '', 'A subtitle'),
        ...sent('text', 0, '', 'Theirs'),
      },
      token,
    )
    const answer = (await second.json()) as {
      saved: { name: string }[]
      conflicts: { name: string; theirs: string }[]
    }
    assert.deepEqual(
      answer.saved.map((each) => each.name),
      [name('subtitle')],
    )
    assert.deepEqual(
      answer.conflicts.map((each) => [each.name, each.theirs]),
      [[name('text'), 'Ours']],
    )
    const stored = await rowsOf(
      `select field, value from exhibition_texts where part_id = $1 order by field`,
      [id],
    )
    assert.deepEqual(stored, [
      { field: 'subtitle', value: 'A subtitle' },
      { field: 'text', value: 'Ours' },
      { field: 'title', value: 'Red threads of two shores' },
    ])
    // What is refused comes back upon what its writer saw: sent again it is still no answer to newer words.
    const long = { ...sent('title', 1, 'Red threads', 'x'.repeat(2000)), language: 'en' }
    const mine = { ...sent('text', 0, '', 'Mine'), [`${name('text')}.reviewed`]: 'yes' }
    const refused = await site.send(
      `/en${here}/texts`,
      `/en${here}/texts`,
      { ...long, ...mine },
      other,
    )
    assert.equal(refused.status, 422)
    const again = await refused.text()
    const value = (part: string) =>
      new RegExp(`name="${name('text')}.${part}" value(?:="([^"]*)")?`).exec(again)?.[1] ?? ''
    assert.deepEqual([value('version'), value('seen')], ['0', ''])
    assert.match(again, />Mine<\/textarea>/)
  })

  test('goes to its owners only when its texts are ready, and is public only when both have agreed', async () => {
    const id = here.split('/')[2]!
    const curator = await site.signInAs(people.curator)
    const other = await site.signInAs(people.coordinatorPku)
    const early = await site.send(`/en${here}/review`, `/en${here}/review-request`, {}, curator)
    assert.equal(early.status, 422)
    await site.send(
      `/en${here}/edit`,
      `/en${here}/settings`,
      { languages: ['en'], gate: 'present' },
      curator,
    )
    const asked = await site.send(`/en${here}/review`, `/en${here}/review-request`, {}, curator)
    assert.equal(asked.status, 303)
    const [row] = await rowsOf('select version from exhibitions where id = $1', [id])
    const version = String(row!['version'])
    const locked = await site.send(`/en${here}/edit`, `/en${here}/parts`, { parent: id }, curator)
    assert.match(await text(locked.headers.get('location')!, curator), /A room/)
    const agree = { version, verdict: 'approved' }
    const openTasks = () =>
      rowsOf(
        `select organisation_id from tasks where object_id = $1 and done_at is null and cancelled_at is null`,
        [id],
      )
    assert.equal((await openTasks()).length, 2)
    await site.send(`/en${here}/review`, `/en${here}/reviews`, agree, curator)
    // Who has spoken has nothing left to do, whoever else is waited for.
    assert.deepEqual(await openTasks(), [{ organisation_id: organisations.pku }])
    const lone = await site.send(
      `/en${here}/review`,
      `/en${here}/publication`,
      { version },
      curator,
    )
    assert.equal(lone.status, 409)
    assert.equal((await site.ask(`/en${here}`)).status, 404)
    const wordless = await site.send(
      `/en${here}/review`,
      `/en${here}/reviews`,
      { version, verdict: 'returned' },
      other,
    )
    assert.equal(wordless.status, 422)
    await site.send(`/en${here}/review`, `/en${here}/reviews`, agree, other)
    const done = await site.send(
      `/en${here}/review`,
      `/en${here}/publication`,
      { version },
      curator,
    )
    assert.equal(done.status, 303)
    assert.match(await text(`/en${here}`), /Red threads of two shores/)
    const tasks = await rowsOf(
      `select count(*)::int as open from tasks where object_id = $1 and done_at is null`,
      [id],
    )
    assert.deepEqual(tasks, [{ open: 0 }])
  })

  test('is taken back with a trace, and an earlier version can be shown again', async () => {
    const id = here.split('/')[2]!
    const other = await site.signInAs(people.coordinatorPku)
    await site.send(`/en${here}/review`, `/en${here}/taking-back`, {}, other)
    assert.equal((await site.ask(`/en${here}`)).status, 404)
    await site.send(`/en${here}/review`, `/en${here}/shown-version`, { number: '1' }, other)
    assert.equal((await site.ask(`/en${here}`)).status, 200)
    const told = await rowsOf(
      `select kind from exhibition_activities where exhibition_id = $1 order by id`,
      [id],
    )
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['Create', 'Delete', 'Create'],
    )
    await assert.rejects(
      database.execute(`update exhibition_versions set content = '{}' where exhibition_id = $1`, [
        id,
      ]),
    )
  })
})

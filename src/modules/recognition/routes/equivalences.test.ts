import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { languages } from '#kernel/values'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'

const { organisations, people } = cast
const list = '/en/recognition/equivalences'
const form = `${list}/new?host=${organisations.saebyeok}&home=${organisations.pku}`
let site: TestSite
let evaluator: string
let evaluatorPku: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'recognition'] })
  evaluator = await site.signInAs(people.evaluatorAu)
  evaluatorPku = await site.signInAs(people.evaluatorPku)
})
after(() => site.close())

async function textOf(path: string, cookie: string, status = 200): Promise<string> {
  const response = await site.ask(path, { cookie })
  assert.equal(response.status, status, path)
  return response.text()
}

/** Sends a form as it is filled in, with fields that stand several times, or a file. */
async function post(
  page: string,
  action: string,
  values: Record<string, string | readonly string[] | File>,
  cookie: string,
) {
  const body = new FormData()
  body.set('csrf', csrfOf(await (await site.ask(page, { cookie })).text()))
  for (const [name, value] of Object.entries(values)) {
    for (const each of [value].flat()) body.append(name, each as string)
  }
  return site.ask(action, { method: 'POST', cookie, body })
}

const locationOf = (response: Response) => response.headers.get('location') ?? ''

const judgement = {
  host: organisations.saebyeok,
  home: organisations.pku,
  'hostCourse.0': 'MAR303',
  'hostCourse.1-text': 'MAR101 · Introduction to Media Art',
  'join.1': 'and',
  'hostCourse.2': 'MAR102',
  'join.2': 'or',
  'homeCourse.0': '',
  'homeCourse.0-text': '99999999',
  'homeCourse.1': '04330109',
  contentShare: '80 %',
  validFrom: '2026-11-01',
  note: 'Syllabi of <2026>',
}

describe('judging over pages', () => {
  test('keeps what was typed when it is refused, and records it when it is right', async () => {
    const refused = await post(form, list, judgement, evaluatorPku)
    assert.equal(refused.status, 422)
    const html = await refused.text()
    assert.match(html, /Syllabi of &lt;2026/)
    assert.match(html, /99999999 is not in the current catalogue/)
    assert.match(html, /value="MAR102"/)
    const right = { ...judgement, 'homeCourse.0-text': '04330119 · Curating' }
    const made = await post(form, list, right, evaluatorPku)
    assert.equal(made.status, 303)
    const shown = await textOf(locationOf(made), evaluatorPku)
    assert.match(shown, /MAR303 \+ \(MAR101 \| MAR102\) → 04330119 \+ 04330109/)
    assert.match(shown, /80%/)
    assert.match(await textOf(`${list}?q=MAR303&kind=set`, evaluatorPku), /MAR101 \| MAR102/)
    assert.doesNotMatch(await textOf(`${list}?q=MAR303&kind=single`, evaluatorPku), /MAR101 \|/)
  })

  test('gives more places without losing what was typed', async () => {
    const more = await post(form, list, { ...judgement, more: 'host' }, evaluatorPku)
    assert.equal(more.status, 200)
    const html = await more.text()
    assert.match(html, /name="hostCourse\.5"/)
    assert.match(html, /value="MAR102"/)
    assert.doesNotMatch(html, /name="homeCourse\.3"/)
  })

  test('takes a package for a block of credit', async () => {
    const whole = {
      host: organisations.rhone,
      home: organisations.pku,
      package: '1',
      any: '1',
      accept: '2',
      blockCode: 'LYON',
      blockTitle: 'Semester in Lyon',
      blockCredit: '15',
      validFrom: '2026-11-01',
    }
    const at = `${list}/new?host=${organisations.rhone}&home=${organisations.pku}`
    const wrong = await post(at, list, { ...whole, blockTitle: '' }, evaluatorPku)
    assert.equal(wrong.status, 422)
    const made = await post(at, list, whole, evaluatorPku)
    assert.equal(made.status, 303)
    const shown = await textOf(locationOf(made), evaluatorPku)
    assert.match(shown, /Semester in Lyon/)
    assert.match(shown, /It may be short by 2 credits/)
  })

  test('changes by a new judgement, which can be undone', async () => {
    const made = await post(
      form,
      list,
      {
        ...judgement,
        'hostCourse.0': 'MAR201',
        'homeCourse.0': '04330106',
        'homeCourse.0-text': '',
      },
      evaluatorPku,
    )
    const first = locationOf(made)
    const edit = `${first}/revision`
    assert.match(await textOf(edit, evaluatorPku), /value="04330106"/)
    const values = {
      'hostCourse.0': 'MAR201',
      'homeCourse.0': '04330106',
      contentShare: '9/10',
      validFrom: '2026-11-01',
      validTo: '2028-07-31',
    }
    const revised = await post(edit, edit, values, evaluatorPku)
    assert.equal(revised.status, 303)
    const now = locationOf(revised)
    assert.notEqual(now.split('?')[0], first)
    const html = await textOf(now, evaluatorPku)
    assert.match(html, /MAR201 → 04330106/)
    assert.match(html, /another judgement took its place/)
    assert.match(await textOf(first, evaluatorPku), /What stands now/)
    const undone = await post(
      now,
      `${list}/undo`,
      { act: 'renewed', keys: first.split('/').at(-1)! },
      evaluatorPku,
    )
    assert.equal(undone.status, 303)
    assert.doesNotMatch(await textOf(first, evaluatorPku), /What stands now/)
    assert.equal((await post(first, edit, values, evaluator)).status, 404)
  })

  test('keeps links and files as evidence, and gives them to nobody else', async () => {
    const made = await post(
      form,
      list,
      {
        ...judgement,
        'hostCourse.0': 'MAR202',
        'homeCourse.0': '04330107',
        'homeCourse.0-text': '',
      },
      evaluatorPku,
    )
    const at = locationOf(made)
    const nothing = await post(at, `${at}/evidence`, {}, evaluatorPku)
    assert.equal(nothing.status, 422)
    const bad = await post(at, `${at}/evidence`, { url: 'javascript:alert(1)' }, evaluatorPku)
    assert.equal(bad.status, 422)
    const link = { url: 'https://example.org/comparison', label: 'Comparison' }
    assert.equal((await post(at, `${at}/evidence`, link, evaluatorPku)).status, 303)
    const file = new File(['Week 1: looking'], 'syllabus.txt', { type: 'text/plain' })
    assert.equal((await post(at, `${at}/evidence`, { file }, evaluatorPku)).status, 303)
    const html = await textOf(at, evaluatorPku)
    assert.match(html, /href="https:\/\/example\.org\/comparison"/)
    const address = new RegExp(`${at}/evidence/[0-9a-f-]{36}(?="[^>]*>syllabus)`).exec(html)![0]
    assert.equal(await textOf(address, evaluatorPku), 'Week 1: looking')
    assert.equal((await site.ask(address, { cookie: evaluator })).status, 404)
    await post(at, `${address}/removal`, {}, evaluatorPku)
    assert.doesNotMatch(await textOf(at, evaluatorPku), /syllabus\.txt/)
  })
})

describe('the list', () => {
  test('withdraws one with undo', async () => {
    const shown = await textOf(`${list}?q=04330103`, evaluator)
    const id = /equivalences\/([0-9a-f-]{36})\/withdrawal/.exec(shown)![1]!
    const withdrawn = await post(list, `${list}/${id}/withdrawal`, {}, evaluator)
    assert.equal(locationOf(withdrawn), `${list}?withdrawn=${id}`)
    const undo = await textOf(`${list}?withdrawn=${id}`, evaluator)
    assert.match(undo, new RegExp(`value="${id}"`))
    await post(list, `${list}/undo`, { act: 'withdrawn', keys: id }, evaluator)
    assert.match(await textOf(`${list}?q=04330103`, evaluator), new RegExp(id))
  })

  test('renews many at once, or none, and takes it back', async () => {
    const shown = await textOf(`${list}?q=043301`, evaluator)
    const keys = [...shown.matchAll(/name="keys" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!)
    assert.ok(keys.length >= 5)
    const asked = await post(list, `${list}/selection`, { act: 'renew', keys }, evaluator)
    assert.equal(asked.status, 200)
    const early = await post(list, `${list}/renewal`, { until: '2020-01-01', keys }, evaluator)
    assert.equal(early.status, 422)
    assert.match(await early.text(), /nothing was changed/)
    const done = await post(list, `${list}/renewal`, { until: '2027-01-31', keys }, evaluator)
    assert.equal(done.status, 303)
    const ending = await textOf(`${list}?state=ending`, evaluator)
    assert.equal([...ending.matchAll(/name="keys" value=/g)].length, keys.length)
    const undone = await post(list, `${list}/undo`, { act: 'renewed', keys }, evaluator)
    assert.equal(undone.status, 303)
    assert.doesNotMatch(await textOf(`${list}?state=ending`, evaluator), /name="keys" value=/)
  })

  test('does nothing to what is another institution’s', async () => {
    const shown = await textOf(`${list}?q=04330106`, evaluator)
    const id = /name="keys" value="([0-9a-f-]{36})"/.exec(shown)![1]!
    const other = await post(
      list,
      `${list}/renewal`,
      { until: '2030-01-01', keys: id },
      evaluatorPku,
    )
    assert.equal(other.status, 404)
    assert.equal((await site.ask(`${list}/${id}`, { cookie: evaluatorPku })).status, 404)
  })

  test('lets an institution say when it is reminded', async () => {
    const page = `${list}?state=ending`
    const set = (days: string, cookie: string) =>
      post(page, `${list}/lead`, { home: organisations.au, days }, cookie)
    assert.equal((await set('120', evaluator)).status, 303)
    assert.match(await textOf(page, evaluator), /value="120"/)
    await set('9999', evaluator)
    await set('5', evaluatorPku)
    assert.match(await textOf(page, evaluator), /value="120"/)
  })
})

describe('tables', () => {
  const importPath = `${list}/import`

  async function check(paste: string | File, cookie = evaluator, host = organisations.pku) {
    const home = cookie === evaluator ? organisations.au : organisations.pku
    const given = typeof paste === 'string' ? 'paste' : 'file'
    const sent = await post(importPath, importPath, { host, home, [given]: paste }, cookie)
    return {
      status: sent.status,
      at: locationOf(sent),
      text: sent.status === 303 ? '' : await sent.text(),
    }
  }

  test('come back exactly as they went out, in each language, as XLSX and as CSV', async () => {
    for (const language of languages) {
      for (const format of ['xlsx', 'csv']) {
        const out = await site.ask(`/${language}/recognition/equivalences/table?format=${format}`, {
          cookie: evaluator,
        })
        const file = new File([await out.arrayBuffer()], `equivalences.${format}`)
        const { status, at, text } = await check(file)
        assert.equal(status, 303, `${language} ${format} ${text.slice(0, 200)}`)
        const shown = await textOf(`${at}?show=all`, evaluator)
        assert.match(shown, /New 0</, `${language} ${format}`)
        assert.match(shown, /Changed 0</, `${language} ${format}`)
        assert.match(shown, /To correct 0</, `${language} ${format}`)
        assert.match(shown, /Unchanged [34]\d</, `${language} ${format}`)
        await post(at, at, { act: 'discard' }, evaluator)
      }
    }
  })

  const head = 'Code abroad\tCode at home\tContent covered\tValid from\tNote'

  test('are looked at first: new, changed, unchanged and wrong rows, each with its reason', async () => {
    const { status, at } = await check(
      `${head}
04330108 + 04330111\tDA2101 + DA2104X\t3/4\t2026-11-01\t
04330108 + (04330111 | 04330113)\tDA2101\t80%\t2026-11-01\tTogether
04330102\tDA1204\t4/5\t2023-08-01\t
04330106\tDA1103\t95%\t2023-08-01\tNewer syllabus
04330107 +\tDA3102\t80%\t2026-11-01\t
04330109\tDA2205\tmuch\t2026-11-01\t`,
    )
    assert.equal(status, 303)
    const shown = await textOf(`${at}?show=all`, evaluator)
    for (const count of [/New 1</, /Changed 1</, /Unchanged 1</, /To correct 3</]) {
      assert.match(shown, count)
    }
    assert.match(shown, /DA2104X is not in the current catalogue/)
    assert.match(shown, /Write several courses as A \+ B/)
    assert.equal((await post(at, at, { act: 'take' }, evaluator)).status, 422)
    assert.equal((await site.ask(at, { cookie: evaluatorPku })).status, 303)
    const taken = await post(at, at, { act: 'take-right' }, evaluator)
    assert.equal(taken.status, 303)
    assert.match(await textOf(`${list}?q=04330108`, evaluator), /04330111 \| 04330113/)
    assert.match(await textOf(`${list}?q=04330106`, evaluator), /95%/)
    // Sent once more, it is over: nothing is taken twice.
    assert.equal((await post(list, at, { act: 'take' }, evaluator)).status, 303)
    const standing = await textOf(`${list}?q=04330108`, evaluator)
    assert.equal(standing.match(/name="keys" value=/g)?.length, 2)
  })

  test('name the columns that are missing, and keep what was pasted', async () => {
    const { status, text } = await check('one\ttwo\nDT21\t04330108')
    assert.equal(status, 422)
    assert.match(text, /DT21/)
  })

  test('of other institutions are not taken', async () => {
    const { at } = await check(
      `${head}\nMAR203\t04330119\t3/4\t2026-11-01\t`,
      evaluatorPku,
      organisations.saebyeok,
    )
    const taken = await post(at, at, { act: 'take' }, evaluatorPku)
    assert.equal(taken.status, 303)
    const sent = await post(
      importPath,
      importPath,
      { home: organisations.au, host: organisations.saebyeok, paste: `${head}\nA\tDA1101\t1\t\t` },
      evaluatorPku,
    )
    assert.equal(sent.status, 422)
  })
})

describe('the other direction', () => {
  test('is asked of the host institution, which judges it or declines', async () => {
    const shown = await textOf(`${list}?q=04340203`, evaluator)
    const id = /name="keys" value="([0-9a-f-]{36})"/.exec(shown)![1]!
    const at = `${list}/${id}`
    assert.equal((await site.ask(`${at}/reverse`, { cookie: evaluatorPku })).status, 404)
    assert.equal((await post(at, `${at}/reverse-request`, {}, evaluator)).status, 303)
    const inbox = await textOf('/en/inbox', evaluatorPku)
    assert.match(inbox, /Judge the other direction: 04340203 → DA3101/)
    assert.equal((await site.ask(`${at}/reverse`, { cookie: evaluator })).status, 404)
    const question = `${at}/reverse`
    await textOf(question, evaluatorPku)
    const declined = await post(question, question, { answer: 'no' }, evaluatorPku)
    assert.equal(declined.status, 303)
    assert.match(await textOf(at, evaluator), /The host institution declined/)
    await post(at, `${at}/reverse-request`, {}, evaluator)
    // Peking University counts DA3101 for 04340203 already; another judgement of the same is refused and kept on the page.
    const values = { answer: 'yes', contentShare: '4/5', validFrom: '2026-11-01' }
    const twice = await post(question, question, values, evaluatorPku)
    assert.equal(twice.status, 422)
    const other = await textOf(`${list}?q=04340212`, evaluator)
    const free = /name="keys" value="([0-9a-f-]{36})"/.exec(other)![1]!
    await post(`${list}/${free}`, `${list}/${free}/reverse-request`, {}, evaluator)
    const ask = `${list}/${free}/reverse`
    const made = await post(ask, ask, values, evaluatorPku)
    assert.equal(made.status, 303)
    assert.match(await textOf(locationOf(made), evaluatorPku), /CS3209 → 04340212/)
    assert.match(await textOf(`${list}/${free}`, evaluator), /Judged by the other institution/)
    assert.equal((await site.ask(ask, { cookie: evaluatorPku })).status, 404)
  })
})

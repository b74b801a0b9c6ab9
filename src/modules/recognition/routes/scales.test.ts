import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { languages } from '#kernel/values'
import { cast, type FormValues, type TestSite, testSite } from '../../../../test/harness/site.ts'

const { organisations, people } = cast
const schemes = '/recognition/schemes'
const scales = '/recognition/scales'
const correspondences = '/recognition/correspondences'
let site: TestSite
let evaluator: string
let registrar: string
let student: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'recognition'] })
  evaluator = await site.signInAs(people.evaluatorAu)
  registrar = await site.signInAs(people.registrarAu)
  student = await site.signInAs(people.studentPloy)
})
after(() => site.close())

async function text(path: string, cookie: string, language = 'en'): Promise<string> {
  const response = await site.ask(`/${language}${path}`, { cookie })
  assert.equal(response.status, 200, `${language} ${path}`)
  return response.text()
}

async function send(form: string, to: string, values: FormValues, cookie = registrar) {
  const response = await site.send(`/en${form}`, `/en${to}`, values, cookie)
  return {
    status: response.status,
    to: response.headers.get('location'),
    html: await response.text(),
  }
}

const letters = {
  organisation: organisations.au,
  'name.en': 'Letters of 2027',
  kind: 'steps',
  rows: 'A; 4; pass\nB; 3; pass\nF; 0; fail',
  words: 'P; pass',
  remarks: 'W, AUD',
  intakeFrom: '2570',
  sources: 'Handbook | https://example.org/handbook',
}

describe('pages of schemes and scales', () => {
  test('open in five languages to those who work with credit, and to nobody else', async () => {
    const pages = [schemes, `${schemes}/th`, `${scales}/au`, `${scales}/ruc`, correspondences]
    const forms = [`${scales}/new`, `${scales}/new?from=au`, `${schemes}/new?from=ects`]
    for (const language of languages) {
      for (const path of pages) await text(path, evaluator, language)
      for (const path of forms) await text(path, registrar, language)
    }
    for (const path of [...pages, ...forms]) {
      assert.equal((await site.ask(`/en${path}`, { cookie: student })).status, 404, path)
      assert.equal((await site.ask(`/en${path}`)).status, 303, path)
    }
    for (const path of [...forms, `${scales}/none`, `${schemes}/none`]) {
      assert.equal((await site.ask(`/en${path}`, { cookie: evaluator })).status, 404, path)
    }
  })

  test('say what applies to which intake, what a credit stands for and which rows are inferred', async () => {
    const pku = await site.signInAs(people.evaluatorPku)
    const own = await text(schemes, pku)
    assert.match(own, /intakes from 2025/)
    assert.match(own, /intakes 2000–2024/)
    assert.match(await text(`${schemes}/th`, evaluator), /45 hours/)
    assert.match(await text(`${scales}/au`, evaluator), /inferred/)
    assert.match(await text('/recognition/rule-sets', evaluator), /\/recognition\/schemes"/)
    assert.doesNotMatch(own, /name="intakeFrom"/, 'an evaluator chooses nothing')
  })

  test('cost the same number of queries for one row and for three', async () => {
    const counted = async (path: string) => {
      const start = site.house.database.queryCount()
      await text(path, registrar)
      return site.house.database.queryCount() - start
    }
    const { kysely } = site.house.database
    const one = await kysely.selectFrom('grade_correspondences').selectAll().execute()
    const keep = one.find((each) => each.home_organisation_id === organisations.au)!
    await kysely.deleteFrom('grade_correspondences').where('id', '<>', keep.id).execute()
    const uses = await kysely.selectFrom('institution_schemes').selectAll().execute()
    const [use] = uses.filter((each) => each.organisation_id === organisations.au)
    const before = [await counted(correspondences), await counted(schemes)]
    const others = one.filter((each) => each.id !== keep.id)
    const stored = others.map((each) => ({ ...each, source: null }))
    await kysely.insertInto('grade_correspondences').values(stored).execute()
    const more = [1990, 1995].map((intake_from, place) => ({
      ...use!,
      id: `01990000-0000-7000-8000-00000000000${place}`,
      intake_from,
      intake_to: intake_from + 4,
    }))
    await kysely.insertInto('institution_schemes').values(more).execute()
    assert.deepEqual([await counted(correspondences), await counted(schemes)], before)
    const ids = more.map((each) => each.id)
    await kysely.deleteFrom('institution_schemes').where('id', 'in', ids).execute()
  })
})

describe('entering a scale', () => {
  test('shows what was read, marks the rows to correct, and keeps what was typed', async () => {
    const good = await send(`${scales}/new`, scales, { ...letters, next: 'preview' })
    assert.equal(good.status, 200)
    assert.match(good.html, /The scale is in order/)
    const rows = 'A; 4; pass\nA; x; pass\nC; 5; maybe'
    const wrong = await send(`${scales}/new`, scales, { ...letters, rows, next: 'enter' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /2 rows have to be corrected/)
    assert.match(wrong.html, /The points are not a number/)
    assert.match(wrong.html, /Say whether “C” is a pass or a fail/)
    assert.match(wrong.html, /C; 5; maybe<\/textarea>/)
  })

  test('names the field where no row is wrong', async () => {
    const wrong: [FormValues, RegExp][] = [
      [{ 'name.en': '' }, /Give a name in at least one language/],
      [{ rows: '' }, /Give the grades, one a line/],
      [{ words: 'P' }, /Say whether “P” is a pass or a fail/],
      [{ remarks: 'A' }, /“A” stands twice/],
      [{ kind: 'range', lowest: '0', highest: '20' }, /passMark/],
      [{ intakeTo: '2020' }, /The last intake lies before the first/],
      [{ organisation: organisations.pku, next: 'enter' }, /Choose an institution/],
    ]
    for (const [change, message] of wrong) {
      const answer = await send(`${scales}/new`, scales, { ...letters, next: 'preview', ...change })
      assert.equal(answer.status, 422, String(message))
      assert.match(answer.html, message)
    }
  })

  test('then choosing it, with a scheme of the institution’s own, is the whole way', async () => {
    const scale = await send(`${scales}/new`, scales, { ...letters, next: 'enter' })
    assert.equal(scale.status, 303)
    const scheme = await send(`${schemes}/new`, schemes, {
      organisation: organisations.au,
      'name.en': 'Credit of 2027',
      'hours.lecture': '15',
      minutes: '50',
    })
    assert.equal(scheme.status, 303)
    const chosen = await send(schemes, `${schemes}/use`, {
      organisation: organisations.au,
      scheme: scheme.to!.split('/').at(-1)!,
      scale: scale.to!.split('/').at(-1)!,
      intakeFrom: '2027',
      intakeTo: '',
    })
    assert.equal(chosen.status, 303)
    const page = await text(schemes, registrar)
    assert.match(page, /intakes from 2027/)
    assert.match(page, /intakes 2000–2026/)
    assert.match(await text(scale.to!.slice(3), evaluator), /Letters of 2027/)
    assert.match(await text(`${scales}/new?from=ruc`, registrar), /90–100/)
  })

  test('a choice that leaves a gap comes back with what was typed', async () => {
    const values = { organisation: organisations.au, scheme: 'th', scale: 'siam' }
    const gap = { ...values, intakeFrom: '1990', intakeTo: '1992' }
    const answer = await send(schemes, `${schemes}/use`, gap)
    assert.equal(answer.status, 422)
    assert.match(answer.html, /would have no scheme/)
    assert.match(answer.html, /value="1990"/)
    const foreign = { ...gap, organisation: organisations.pku }
    assert.equal((await send(schemes, `${schemes}/use`, foreign)).status, 422)
    assert.equal((await send(schemes, `${schemes}/use`, gap, evaluator)).status, 404)
    const nothing = await send(`${schemes}/new`, schemes, { organisation: organisations.au })
    assert.equal(nothing.status, 422)
    assert.match(nothing.html, /at least one figure/)
  })
})

describe('the correspondence of grades', () => {
  const marks = {
    organisation: organisations.au,
    hostScale: 'ruc',
    homeScale: 'au',
    host: '80',
    home: 'B',
    source: 'Board | https://example.org/board',
  }

  test('is recorded, listed with its source, and removed', async () => {
    assert.equal((await send(correspondences, correspondences, marks)).status, 303)
    assert.match(await text(correspondences, evaluator), /https:\/\/example\.org\/board/)
    const row = await site.house.database.kysely
      .selectFrom('grade_correspondences')
      .select('id')
      .where('home_grade', '=', 'B')
      .executeTakeFirstOrThrow()
    const removal = `${correspondences}/${row.id}/removal`
    assert.equal((await send(correspondences, removal, {}, evaluator)).status, 404)
    assert.equal((await send(correspondences, removal, {})).status, 303)
    assert.doesNotMatch(await text(correspondences, evaluator), /example\.org\/board/)
  })

  test('names the field that is wrong and keeps what was typed', async () => {
    const wrong: [FormValues, RegExp][] = [
      [{ host: '60' }, /contradicts what is recorded/],
      [{ home: 'Z' }, /no place in the order/],
      [{ source: 'somewhere' }, /title \| https/],
      [{ homeScale: '' }, /Choose a grade scale/],
    ]
    for (const [change, message] of wrong) {
      const answer = await send(correspondences, correspondences, { ...marks, ...change })
      assert.equal(answer.status, 422, String(message))
      assert.match(answer.html, message)
      assert.match(answer.html, /<option value="ruc" selected/)
    }
  })
})

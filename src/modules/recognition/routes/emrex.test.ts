import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { resultOf, providerAddress } from '../rules/emrex.ts'
import { makeSigner } from '../testing/certificates.fixture.ts'
import { elmoOf } from '../testing/documents.fixture.ts'
import { onSite, registrar } from '../testing/drafts.fixture.ts'
import { signed } from '../testing/signed.fixture.ts'
import { everyLanguage, leadsTo, type Site, textOf } from '../testing/site.fixture.ts'
import { enrolments, now, organisations, people } from '../testing/world.fixture.ts'

const { studentPloy: student, evaluatorAu: evaluator } = people
const provider = '01990000-0000-7000-8000-0000000000e1'
const packed = (xml: string) => gzipSync(xml).toString('base64')

async function withProvider(site: Site): Promise<void> {
  await site.world.rows(
    `insert into emrex_providers (id, origin, name, country, url, added_by, added_at)
     values ($1, 'test.example', 'A provider', 'CN', 'https://emrex.provider.example/ncp', $2, $3)
     on conflict do nothing`,
    [provider, registrar, now],
  )
}

/** Begins a request; gives back what the browser is to send to the provider. */
async function begin(site: Site, who: string = student) {
  await withProvider(site)
  const form = { enrolment: enrolments.ploy, host: organisations.pku, provider }
  const answer = await site.post(who, '/en/recognition/emrex', form)
  const html = await answer.text()
  assert.equal(answer.status, 200, textOf(html))
  const token = /name="sessionId" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const returnUrl = /name="returnUrl" value="([^"]+)"/.exec(html)?.[1] ?? ''
  return { answer, html, token, returnUrl }
}

/** What the provider's page posts: another site, without cookies. */
function answerWith(site: Site, values: Record<string, string>) {
  return site.http.request('http://weft.test/emrex/return', {
    method: 'POST',
    headers: {
      origin: 'https://emrex.provider.example',
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(values).toString(),
  })
}

const good = { returnCode: 'NCP_OK', elmo: packed(elmoOf()) }
const rows = (site: Site) =>
  site.world.rows('select state, result, message from emrex_requests order by created_at, id')

describe('a request to a data provider', () => {
  test(
    'is a form with the two fields of the protocol, to the provider and nobody else',
    onSite(async (site) => {
      const { answer, html, token, returnUrl } = await begin(site)
      assert.match(html, /<form action="https:\/\/emrex\.provider\.example\/ncp" method="post"/)
      assert.match(token, /^[\w-]{43}$/)
      assert.equal(returnUrl, 'http://weft.test/emrex/return')
      const policy = answer.headers.get('content-security-policy') ?? ''
      assert.match(policy, /form-action 'self' https:\/\/emrex\.provider\.example(;|$)/)
      assert.doesNotMatch(policy, /unsafe/)
      const [row] = await site.world.rows('select token_sha256, session_sha256 from emrex_requests')
      assert.ok(!JSON.stringify(row).includes(token), 'the token itself is kept nowhere')
    }),
  )

  test(
    'brings the signed transcript back to whoever asked, and to a draft',
    onSite(async (site) => {
      const { token } = await begin(site)
      const elmo = packed(signed(elmoOf(), makeSigner()))
      const path = leadsTo(await answerWith(site, { ...good, elmo, sessionId: token }))
      assert.match(textOf(await site.page(student, path)), /The results have arrived/)
      const draft = leadsTo(await site.post(student, `${path}/draft`, {}))
      assert.match(draft, /^\/en\/recognition\/drafts\//)
      const text = textOf(await site.page(student, draft))
      assert.match(text, /signer is not known here/)
      assert.match(text, /Peking University/)
      assert.equal(leadsTo(await site.post(student, `${path}/draft`, {})), draft, 'a second press')
      assert.equal(leadsTo(await site.get(student, path)), draft)
    }),
  )

  for (const [code, pattern] of [
    ['NCP_CANCEL', /Nothing was handed over/],
    ['NCP_NO_RESULTS', /data provider has no results/],
    ['NCP_ERROR', /reported an error/],
    ['EMP_CANCEL', /Nothing was handed over/],
    ['whatever', /reported an error/],
  ] as const) {
    test(
      `that ends with ${code} says so, with what to do`,
      onSite(async (site) => {
        const { token } = await begin(site)
        const returnMessage = '<b>Sorry</b>\u202E'
        const values = { sessionId: token, returnCode: code, returnMessage, elmo: packed(elmoOf()) }
        const path = leadsTo(await answerWith(site, values))
        const html = await site.page(student, path)
        assert.match(textOf(html), pattern)
        assert.doesNotMatch(html, /<b>Sorry|\u202E/)
        assert.match(html, /recognition\/emrex\?enrolment=/)
        assert.equal((await site.post(student, `${path}/draft`, {})).status, 409)
        assert.deepEqual(await site.world.rows('select id from staged_files'), [])
      }),
    )
  }

  test(
    'is answered once, in time, and by its own token alone',
    onSite(async (site) => {
      const { token } = await begin(site)
      assert.equal((await answerWith(site, { ...good, sessionId: 'made up' })).status, 404)
      assert.equal((await answerWith(site, good)).status, 404)
      assert.deepEqual(await site.world.rows('select id from staged_files'), [])
      leadsTo(await answerWith(site, { ...good, sessionId: token }))
      const replay = await answerWith(site, { ...good, sessionId: token })
      assert.equal(replay.status, 404)
      assert.match(textOf(await replay.text()), /belongs to no request that waits/)
      const late = await begin(site)
      site.clock.now = new Date(now.getTime() + 61 * 60_000)
      assert.equal((await answerWith(site, { ...good, sessionId: late.token })).status, 404)
    }),
  )

  test(
    'is nobody else’s: not to see, not to take',
    onSite(async (site) => {
      const { token } = await begin(site)
      const path = leadsTo(await answerWith(site, { ...good, sessionId: token }))
      for (const who of [registrar, evaluator, people.coordinatorAu]) {
        assert.equal((await site.get(who, path)).status, 404)
        assert.equal((await site.post(who, `${path}/draft`, {})).status, 404)
      }
      const form = { enrolment: enrolments.thanawat, host: organisations.pku, provider }
      assert.equal((await site.post(student, '/en/recognition/emrex', form)).status, 422)
    }),
  )

  test(
    'is taken in the session in which it was begun',
    onSite(async (site) => {
      const { token } = await begin(site)
      const path = leadsTo(await answerWith(site, { ...good, sessionId: token }))
      await site.world.rows('update emrex_requests set session_sha256 = $1', ['0'.repeat(64)])
      assert.match(textOf(await site.page(student, path)), /begun in another sign-in session/)
      assert.equal((await site.post(student, `${path}/draft`, {})).status, 409)
      assert.deepEqual(await site.world.rows('select id from transcript_drafts'), [])
    }),
  )

  test(
    'with a document that cannot be read says why and keeps nothing of it',
    onSite(async (site) => {
      const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024)).toString('base64')
      const doctype = elmoOf({ doctype: '<!DOCTYPE elmo [<!ENTITY a "b">]>' })
      for (const [elmo, pattern] of [
        [bomb, /./],
        [packed('<html/>'), /./],
        [packed(doctype), /./],
        ['H4sIbroken', /./],
      ] as const) {
        const { token } = await begin(site)
        const path = leadsTo(await answerWith(site, { ...good, elmo, sessionId: token }))
        const answer = await site.post(student, `${path}/draft`, {})
        assert.ok([409, 413, 422].includes(answer.status), String(answer.status))
        assert.match(textOf(await answer.text()), pattern)
      }
      assert.deepEqual(await site.world.rows('select id from transcript_drafts'), [])
      const empty = await begin(site)
      leadsTo(await answerWith(site, { returnCode: 'NCP_OK', sessionId: empty.token }))
      assert.equal((await rows(site)).at(-1)!['result'], 'error')
    }),
  )

  test(
    'is shown in every language in every state',
    onSite(async (site) => {
      for (const returnCode of ['NCP_OK', 'NCP_CANCEL', 'NCP_NO_RESULTS', 'NCP_ERROR']) {
        const { token } = await begin(site)
        const path = leadsTo(await answerWith(site, { ...good, returnCode, sessionId: token }))
        for (const language of everyLanguage) {
          await site.page(student, path.replace('/en/', `/${language}/`))
        }
      }
    }),
  )
})

describe('a document of several reports', () => {
  const second = elmoOf({ title: '电影史' })
    .replace('pku.edu.cn</identifier>', 'ruc.edu.cn</identifier>')
    .replace('>北京大学<', '>中国人民大学<')
    .replace('>Peking University<', '>Renmin University of China<')
  const both = elmoOf({ course: '' }).replace(
    '</elmo>',
    `${/<report>.*<\/report>/s.exec(second)![0]}</elmo>`,
  )

  test(
    'offers each, to be read instead or as a draft of its own, begun once',
    onSite(async (site) => {
      const { token } = await begin(site)
      const path = leadsTo(
        await answerWith(site, { ...good, elmo: packed(both), sessionId: token }),
      )
      const draft = leadsTo(await site.post(student, `${path}/draft`, {}))
      const text = textOf(await site.page(student, draft))
      assert.match(text, /The document holds 2 reports/)
      assert.match(text, /Renmin University of China/)
      const also = { report: '1', revision: '1', act: 'also' }
      const other = leadsTo(await site.post(student, `${draft}/reports`, also))
      assert.notEqual(other, draft)
      assert.equal(leadsTo(await site.post(student, `${draft}/reports`, also)), other)
      assert.match(textOf(await site.page(student, other)), /from Renmin University of China/)
      leadsTo(await site.post(student, `${draft}/reports`, { ...also, act: 'choose' }))
      assert.match(await site.page(student, draft), /电影史/)
      for (const report of ['2', '-1', 'x', '']) {
        assert.equal(
          (await site.post(student, `${draft}/reports`, { ...also, report })).status,
          404,
        )
      }
      const [files] = await site.world.rows('select count(*)::int as count from files')
      assert.equal(files!['count'], 2)
    }),
  )
})

test('codes and addresses are read as the protocol writes them', () => {
  assert.deepEqual(
    ['NCP_OK', 'EMP_OK', ' NCP_OK ', 'ncp_ok', 'NCP_constructor', '', 'NCP_OK\0'].map(resultOf),
    ['ok', 'ok', 'ok', 'error', 'error', 'error', 'error'],
  )
  for (const [text, address] of [
    ['https://emrex.example/ncp?x=1', 'https://emrex.example/ncp?x=1'],
    ['http://emrex.example/', null],
    ['https://127.0.0.1/', null],
    ['https://[::1]/', null],
    ['https://localhost/', null],
    ['https://a:b@emrex.example/', null],
    ['javascript:alert(1)', null],
    ['https://emrex.example/#x', null],
    ['', null],
  ] as const) {
    assert.equal(providerAddress(text), address, text)
  }
})

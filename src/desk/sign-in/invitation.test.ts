import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { invite, personByEmail } from '#kernel/identity'
import { outbox } from '#kernel/mail'
import { cast, cookieSet, testSite } from '../../../test/harness/site.ts'
import { m } from '../messages/index.ts'

const site = await testSite({
  seed: ['alliance'],
  environment: {
    WEFT_OIDC: JSON.stringify([
      {
        id: 'campus',
        name: 'Campus',
        issuer: 'https://id.campus.example',
        clientId: 'weft',
        clientSecret: 'secret',
      },
    ]),
  },
})
after(() => site.close())

async function invitation(email: string, role: string): Promise<string> {
  const invited = await site.perform((work) =>
    invite(work, site.services.identity, {
      email,
      kind: 'alliance.appointment',
      payload: {
        role,
        organisationId: cast.organisations.au,
        startsOn: '2026-11-01',
        names: { en: 'Assumption University of Thailand' },
      },
      language: 'en',
      subject: m('invitation.title'),
      text: m('invitation.title'),
    }),
  )
  assert.ok(!isRefused(invited))
  const [mail] = await site.perform((work) => outbox(work, { limit: 1 }))
  const link = mail?.content?.blocks.find((block) => block.kind === 'link')
  assert.ok(link?.kind === 'link')
  return `/en${link.href}`
}

describe('an invitation', () => {
  test('says what it is to, registers somebody new, appoints and signs in', async () => {
    const path = await invitation('suda@au.example', 'coordinator')
    const html = await (await site.ask(path)).text()
    assert.match(html, /Assumption University of Thailand/)
    assert.match(html, /name="native"/)
    const nameless = await site.send(path, path, { native: '', romanised: '' })
    assert.equal(nameless.status, 422)
    const accepted = await site.send(path, path, { native: 'สุดา ดีงาม', romanised: 'Suda Dee-ngam' })
    assert.equal(accepted.status, 303)
    const cookie = `weft=${cookieSet(accepted, 'weft')?.value}`
    assert.equal((await site.ask('/en/inbox/handover', { cookie })).status, 200)
    assert.ok(await site.perform((work) => personByEmail(work, 'suda@au.example')))
    assert.equal((await site.ask(path)).status, 422, 'it counts once')
  })

  test('is accepted by whoever is signed in, without a new session', async () => {
    const path = await invitation('somebody@else.example', 'evaluator')
    const cookie = await site.signInAs(cast.people.registrarAu)
    const html = await (await site.ask(path, { cookie })).text()
    assert.doesNotMatch(html, /name="native"/)
    const accepted = await site.send(path, path, {}, cookie)
    assert.equal(accepted.headers.get('location'), '/en/')
    assert.equal(cookieSet(accepted, 'weft'), null)
    assert.equal(await site.perform((work) => personByEmail(work, 'somebody@else.example')), null)
  })

  test('that promises what there is not leaves nothing behind', async () => {
    const path = await invitation('nobody@au.example', 'emperor')
    const answer = await site.send(path, path, { romanised: 'Nobody' })
    assert.equal(answer.status, 422)
    assert.equal(cookieSet(answer, 'weft'), null)
    assert.equal(await site.perform((work) => personByEmail(work, 'nobody@au.example')), null)
    assert.equal((await site.ask(path)).status, 200, 'the invitation is still open')
  })
})

describe('another service', () => {
  test('that nobody configured, or an answer that nobody asked for, signs nobody in', async () => {
    assert.equal((await site.ask('/en/sign-in/with/unknown')).status, 404)
    for (const query of ['', '?state=x&code=y', `?state=${'A'.repeat(43)}&code=y`]) {
      const answer = await site.ask(`/sign-in/oidc/campus${query}`)
      assert.equal(answer.status, 422)
      assert.equal(cookieSet(answer, 'weft'), null)
    }
  })

  test('is offered on the sign-in page by a link, which leads on with the place to go to', async () => {
    const html = await (await site.ask('/en/sign-in?next=/en/inbox')).text()
    assert.match(html, /href="\/en\/sign-in\/with\/campus\?next=%2Fen%2Finbox"/)
  })
})

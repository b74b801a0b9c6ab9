// A service that answers as SAML does: its page posts a signed form across sites, without this site's cookies.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { refuse } from '#kernel/database'
import type { FederatedSignIn, SignInService } from '#kernel/identity'
import { cast, cookieSet, type TestSite, testSite } from '../../../test/harness/site.ts'
import { m } from '../messages/index.ts'

const issuer = 'https://idp.au.example/saml'
const key = 'the key of the identity provider'
const signed = (text: string) => createHmac('sha256', key).update(text).digest('hex')

/** What SAML has in XML, in JSON: who it is, in response to which request, signed by who issued it. */
const adapter: FederatedSignIn = {
  providerId: 'au-saml',
  answers: { by: 'form', stateField: 'RelayState' },
  begin: async ({ state }) => ({
    url: new URL(`https://idp.au.example/sso?${new URLSearchParams({ RelayState: state })}`),
    memory: `request-of-${state.slice(0, 8)}`,
  }),
  async finish({ memory, form }) {
    const assertion = form?.get('SAMLResponse') ?? ''
    const said = JSON.parse(assertion) as { inResponseTo: string; subject: string }
    const isGenuine = form?.get('Signature') === signed(assertion) && said.inResponseTo === memory
    return isGenuine ? { issuer, subject: said.subject } : refuse(422, m('identities.title'))
  },
}
const service: SignInService = { id: 'au-saml', label: 'AU staff and students', signIn: adapter }

let site: TestSite
before(async () => {
  site = await testSite({ seed: ['alliance'] })
  Object.assign(site.services.identity, { otherServices: [service] })
  await site.house.database.execute(
    `insert into federated_identities (id, person_id, provider_id, issuer, subject, linked_at)
      values (gen_random_uuid(), $1, 'au-saml', $2, 'suda', now())`,
    [cast.people.coordinatorAu, issuer],
  )
})
after(() => site.close())

/** Leaves for the service; gives the state that it is handed and the cookie that stays behind. */
async function leave(): Promise<{ state: string; cookie: string }> {
  const answer = await site.ask('/en/sign-in/with/au-saml?next=/en/inbox')
  const to = new URL(answer.headers.get('location')!)
  assert.equal(to.host, 'idp.au.example')
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0]!)
    .join('; ')
  return { state: to.searchParams.get('RelayState')!, cookie }
}

/** The form as the service's page posts it. */
function post(state: string, subject = 'suda', signature?: string): Promise<Response> {
  const assertion = JSON.stringify({ inResponseTo: `request-of-${state.slice(0, 8)}`, subject })
  const body = new URLSearchParams({
    RelayState: state,
    SAMLResponse: assertion,
    Signature: signature ?? signed(assertion),
  })
  return site.ask('/sign-in/saml/au-saml', {
    method: 'POST',
    body,
    headers: { origin: 'https://idp.au.example', 'sec-fetch-site': 'cross-site' },
  })
}

describe('a service that posts its answer', () => {
  test('stands on the sign-in page beside the others', async () => {
    const html = await (await site.ask('/en/sign-in')).text()
    assert.match(html, /AU staff and students/)
  })

  test('signs in the browser that began, which comes for the answer with its cookie', async () => {
    const { state, cookie } = await leave()
    const posted = await post(state)
    assert.equal(posted.status, 303)
    assert.equal(cookieSet(posted, 'weft'), null, 'the form alone signs nobody in')
    const back = await site.ask(posted.headers.get('location')!, { cookie })
    assert.equal(back.headers.get('location'), '/en/inbox')
    assert.ok(cookieSet(back, 'weft'))
    assert.equal((await site.ask(posted.headers.get('location')!, { cookie })).status, 422, 'once')
  })

  test('signs in no other browser, and nothing before the answer has come', async () => {
    const { state, cookie } = await leave()
    const path = `/sign-in/saml/au-saml?state=${state}`
    await post(state)
    assert.equal((await site.ask(path)).status, 422)
    const other = await leave()
    assert.equal((await site.ask(path, { cookie: other.cookie })).status, 422)
    assert.equal(
      (await site.ask(`/sign-in/saml/au-saml?state=${other.state}`, { cookie: other.cookie }))
        .status,
      422,
    )
    assert.equal((await site.ask(path, { cookie })).status, 303, 'the right one still does')
  })

  test('is kept once, and only for a request that waits', async () => {
    const { state } = await leave()
    assert.equal((await post(state)).status, 303)
    assert.equal((await post(state, 'another')).status, 422)
    assert.equal((await post('A'.repeat(43))).status, 422)
    assert.equal((await post('')).status, 422)
  })

  test('is refused when it is forged, and led to linking when nobody holds it yet', async () => {
    const forged = await leave()
    const posted = await post(forged.state, 'suda', 'forged')
    const answer = await site.ask(posted.headers.get('location')!, { cookie: forged.cookie })
    assert.equal(answer.status, 422)
    assert.equal(cookieSet(answer, 'weft'), null)
    const unknown = await leave()
    const to = (await post(unknown.state, 'nobody')).headers.get('location')!
    const html = await (await site.ask(to, { cookie: unknown.cookie })).text()
    assert.match(html, /AU staff and students/)
  })
})

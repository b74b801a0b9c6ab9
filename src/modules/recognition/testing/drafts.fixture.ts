import assert from 'node:assert/strict'
import { type FormValues, leadsTo, type Site, withSite } from './site.fixture.ts'
import { enrolments, inWorld, organisations, people } from './world.fixture.ts'

/** Who brings transcripts in, unless a test says otherwise. */
export const registrar = people.registrarAu
/** The form of a new transcript, for one student and host. */
export const form = (rest: FormValues): FormValues => ({
  enrolment: enrolments.ploy,
  host: organisations.pku,
  ...rest,
})
/** A file of a form. */
export const file = (name: string, content: string | Uint8Array, type = '') =>
  new File([content as never], name, { type })

/** A test on a site of its own world. */
export const onSite = (run: (site: Site) => Promise<void>) =>
  inWorld((world) => withSite(world, run))

/** Sends the form, gives back the draft's path; the answer must be a redirect to it. */
export async function begin(
  site: Site,
  rest: FormValues,
  who: string = registrar,
): Promise<string> {
  const path = leadsTo(await site.post(who, '/en/recognition/transcripts', form(rest)))
  assert.match(path, /^\/en\/recognition\/drafts\/[0-9a-f-]{36}$/)
  return path
}

/** The values of every field of the grid, so that a test sends back what the page showed. */
export function gridOf(html: string): FormValues {
  const values: FormValues = {}
  for (const [tag] of html.matchAll(/<input(?:\s+[^\s"=>]+(?:="[^"]*")?)*\s*\/?>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1] ?? ''
    const value = /\svalue="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (!/^(line\.|revision$|count$|issuedOn$)/.test(name)) continue
    if (/type="checkbox"/.test(tag) && !/\schecked/.test(tag)) continue
    values[name] = value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<')
  }
  return values
}

/** Sends the grid as it stands, with changes, by the button named. */
export async function send(
  site: Site,
  path: string,
  act: string,
  change: FormValues = {},
  who: string = registrar,
) {
  const html = await site.page(who, path)
  return site.post(who, path, { ...gridOf(html), ...change, act })
}

import { z } from 'zod'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { countries, type Country, countryOptions } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { ProvidersPage, providersPath } from '../pages/emrex-providers.tsx'
import { listProviders, type ProviderRow, providerById } from '../queries/emrex.ts'
import { addProvider, withdrawProvider } from '../service/emrex.ts'
import { shown } from './shown-refusal.ts'

const keep = 'recognition.emrex.keep'

/** The data providers of EMREX, kept by the secretariat. */
export const emrexProviderRoutes: readonly Route[] = [
  page('GET', providersPath, { action: keep, handle: (call) => providersPage(call, null) }),
  page('POST', providersPath, { action: keep, handle: add }),
  page<ProviderRow>('POST', `${providersPath}/:id/withdrawal`, {
    action: keep,
    load: (work, params) => providerById(work, params['id'] ?? ''),
    async handle(call) {
      const result = await call.perform((work) => withdrawProvider(work, call.object.id))
      if (isRefused(result)) return providersPage(call, result)
      return call.redirect(providersPath, m('emrex.withdrawn'))
    },
  }),
]

async function providersPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const html = renderPage(
    ProvidersPage({
      call,
      providers: await listProviders(call.work),
      countries: countryOptions(call.language).map(({ code, name }) => ({
        value: code,
        label: name,
      })),
      values: refusal ? typedValues(call) : {},
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const form = z.object({
  name: z.string().max(200).default(''),
  country: z.enum(countries as [Country, ...Country[]]),
  url: z.string().max(500).default(''),
  serves: z.string().max(1000).default(''),
})

async function add(call: Call): Promise<Answer> {
  const input = call.read(form)
  if (isRefused(input)) return providersPage(call, input)
  const result = await call.perform((work) =>
    addProvider(work, { ...input, origin: call.services.node }),
  )
  if (isRefused(result)) return providersPage(call, result)
  return call.redirect(providersPath, m('emrex.added'))
}

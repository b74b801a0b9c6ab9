import { z } from 'zod'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, httpMessages, page, type Route, typedValues } from '#kernel/http'
import { localised, normaliseDigits, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import { m } from '../messages/index.ts'
import { SettingsPage, settingsPath } from '../pages/settings.tsx'
import { organisationsFor } from '../queries/catalogues.ts'
import { settingsOf } from '../queries/settings.ts'
import type { CaseSettings } from '../rules/settings.ts'
import { settingsOf as officeSettingsOf } from '../queries/office/settings.ts'
import { escalationRoles } from '../schema-office.ts'
import { changeOffice } from '../service/office/settings.ts'
import { changeSettings } from '../service/settings.ts'
import { wrong } from './fields.ts'
import { shown } from './shown-refusal.ts'

const edit = 'recognition.settings.edit'

interface OfOrganisation {
  [fact: string]: unknown
  organisation_id: string
}

/** The page on which an institution says how it works on its cases. */
export const settingsRoutes: readonly Route[] = [
  page('GET', settingsPath, {
    action: 'recognition.settings.open',
    handle: (call) => settingsPage(call, null),
  }),
  page<OfOrganisation>('POST', `${settingsPath}/organisations/:id`, {
    action: edit,
    load: async (_work: Work, params) => ({ organisation_id: params['id'] ?? '' }),
    handle: save,
  }),
  page<OfOrganisation>('POST', `${settingsPath}/organisations/:id/office`, {
    action: edit,
    load: async (_work: Work, params) => ({ organisation_id: params['id'] ?? '' }),
    handle: saveOffice,
  }),
]

interface Refused {
  organisationId: string
  refusal: Refusal
  typed: Record<string, string>
  form: 'cases' | 'office'
}

async function settingsPage(call: Call, refused: Refused | null): Promise<Answer> {
  const own = await organisationsFor(call.work, (id) => call.may(edit, { organisation_id: id }))
  const institutions = sortByText(
    own.map(({ id, names }) => ({ id, name: localised(names, call.language).text })),
    call.language,
    ({ name }) => name,
  )
  const asked = refused?.organisationId ?? call.query.get('institution')
  const chosen = institutions.find(({ id }) => id === asked) ?? institutions[0] ?? null
  const html = renderPage(
    SettingsPage({
      call,
      institutions,
      chosen,
      values:
        refused?.form === 'cases'
          ? refused.typed
          : chosen
            ? valuesOf(await settingsOf(call.work, chosen.id))
            : {},
      officeValues:
        refused?.form === 'office'
          ? refused.typed
          : chosen
            ? await officeValues(call, chosen.id)
            : {},
      refusal: refused && shown(call, refused.refusal),
    }),
  )
  return { kind: 'html', html, ...(refused ? { status: refused.refusal.status } : {}) }
}

function valuesOf(settings: CaseSettings): Record<string, string> {
  return {
    caseWorkingDays: String(settings.caseWorkingDays),
    undoMinutes: String(settings.undoMinutes),
    evidenceWorkingDays: String(settings.evidenceWorkingDays),
    reminderWorkingDays: String(settings.reminderWorkingDays),
    evidencePauses: settings.evidencePauses ? '1' : '',
    appealWorkingDays:
      settings.appealWorkingDays === null ? '' : String(settings.appealWorkingDays),
    demandsCheck: settings.demandsCheck ? '1' : '',
    revisionByAnother: settings.revisionByAnother ? '1' : '',
  }
}

/** A whole number within bounds, in digits of any script. */
function whole(from: number, to: number) {
  return z
    .string()
    .trim()
    .max(10)
    .default('')
    .transform((text, context) => {
      const clean = normaliseDigits(text)
      const value = /^\d+$/.test(clean) ? Number(clean) : Number.NaN
      if (text === '') return wrong(context, httpMessages('field.required'))
      if (!(value >= from && value <= to)) {
        return wrong(context, m('settings.fault.range', { from, to }))
      }
      return value
    })
}

const form = z.object({
  caseWorkingDays: whole(1, 250),
  undoMinutes: whole(0, 1440),
  evidenceWorkingDays: whole(1, 250),
  reminderWorkingDays: whole(0, 60),
  evidencePauses: z.string().optional(),
  demandsCheck: z.string().optional(),
  revisionByAnother: z.string().optional(),
  appealWorkingDays: z.union([z.literal('').transform(() => null), whole(1, 250)]),
})

async function save(call: Call<OfOrganisation>): Promise<Answer> {
  const organisationId = call.object.organisation_id
  const typed = typedValues(call)
  const input = call.read(form)
  const refused = { organisationId, typed, form: 'cases' } as const
  if (isRefused(input)) return settingsPage(call, { ...refused, refusal: input })
  const settings = {
    ...input,
    evidencePauses: input.evidencePauses === '1',
    demandsCheck: input.demandsCheck === '1',
    revisionByAnother: input.revisionByAnother === '1',
  }
  const result = await call.perform((work) => changeSettings(work, organisationId, settings))
  if (isRefused(result)) return settingsPage(call, { ...refused, refusal: result })
  const flash = m(result.changed ? 'settings.saved' : 'settings.unchanged')
  return call.redirect(`${settingsPath}?institution=${organisationId}`, flash)
}

async function officeValues(call: Call, organisationId: string): Promise<Record<string, string>> {
  const settings = await officeSettingsOf(call.work, organisationId)
  if (!settings) return {}
  const { postingDays, opinionDays, escalationRole, escalationDays, committeeQuorum } = settings
  return {
    postingDays: String(postingDays),
    opinionDays: String(opinionDays),
    escalationRole,
    escalationDays: String(escalationDays),
    committeeQuorum: String(committeeQuorum),
  }
}

const officeForm = z.object({
  postingDays: whole(1, 250),
  opinionDays: whole(1, 250),
  escalationRole: z.enum(escalationRoles),
  escalationDays: whole(0, 60),
  committeeQuorum: whole(1, 50),
})

async function saveOffice(call: Call<OfOrganisation>): Promise<Answer> {
  const organisationId = call.object.organisation_id
  const refused = { organisationId, typed: typedValues(call), form: 'office' } as const
  const input = call.read(officeForm)
  if (isRefused(input)) return settingsPage(call, { ...refused, refusal: input })
  const result = await call.perform((work) => changeOffice(work, organisationId, input))
  if (isRefused(result)) return settingsPage(call, { ...refused, refusal: result })
  const flash = m(result.changed ? 'settings.saved' : 'settings.unchanged')
  return call.redirect(`${settingsPath}?institution=${organisationId}`, flash)
}

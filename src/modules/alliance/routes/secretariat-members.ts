import { show } from '#ui'
import { page, type Call, type Route } from '#kernel/http'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { withdrawInvitation } from '#kernel/identity'
import { m } from '../messages/index.ts'
import { SecretariatPage } from '../pages/secretariat.tsx'
import type { FormState } from '../pages/scene.tsx'
import { openSecretariatInvitations } from '../queries/invitations.ts'
import { secretariatMembers } from '../queries/secretariat.ts'
import {
  type AppointmentInvitation,
  continueAppointments,
  endAppointments,
  inviteToAppointment,
} from '../service/appointments.ts'
import { absent } from '../service/refusals.ts'
import { afterEnding, endedIn } from './people.ts'
import { blank, inputOf, sceneOf, submit } from './web.ts'

type Facts = { organisation_id: null }

const path = '/secretariat'
const manage = {
  action: 'alliance.person.invite',
  // The secretariat belongs to no organisation, so only those who act for all of them get here.
  load: async (): Promise<Facts> => ({ organisation_id: null }),
}

/** The pages on which the members of the secretariat appoint and release each other. */
export const secretariatMemberRoutes: readonly Route[] = [
  page<Facts>('GET', path, {
    ...manage,
    handle: async (call) => show(await members(call, fresh(call))),
  }),
  page<Facts>('POST', `${path}/invitations`, {
    ...manage,
    perMinute: 30,
    handle: (call) =>
      submit(
        call,
        (work) => invite(work, call),
        (form) => members(call, form),
        () =>
          call.redirect(path, m('done.invited', { email: call.form.values['email']?.[0] ?? '' })),
      ),
  }),
  page<Facts>('POST', `${path}/invitations/:invitation/withdrawal`, {
    ...manage,
    handle: (call) =>
      submit(
        call,
        (work) => withdraw(work, call),
        (form) => members(call, form),
        () => call.redirect(path, m('done.withdrawn')),
      ),
  }),
  page<Facts>('POST', `${path}/appointments/ends`, {
    ...manage,
    handle: (call) =>
      submit(
        call,
        (work) =>
          endAppointments(work, null, call.form.values['keys[]'] ?? [], {
            endsOn: sceneOf(call).today,
          }),
        (form) => members(call, form),
        ({ ended }) => afterEnding(call, ended, path),
      ),
  }),
  page<Facts>('POST', `${path}/appointments/continuations`, {
    ...manage,
    handle: (call) =>
      submit(
        call,
        (work) =>
          continueAppointments(work, null, endedIn((call.form.values['ended[]'] ?? []).join(','))),
        (form) => members(call, form),
        ({ continued }) =>
          call.redirect(path, m('done.appointments-continued', { count: continued })),
      ),
  }),
]

async function members(call: Call, form: FormState) {
  const present = await secretariatMembers(call.work)
  call.shows(present.map(({ personId }) => personId))
  return SecretariatPage({
    scene: sceneOf(call),
    members: present,
    invitations: await openSecretariatInvitations(call.work),
    ended: endedIn(call.query.get('ended')),
    form,
  })
}

function invite(work: Work, call: Call) {
  const { email, language, startsOn, endsOn } = inputOf(call.form) as AppointmentInvitation
  const typed = { email, language, startsOn, ...(endsOn ? { endsOn } : {}) }
  return inviteToAppointment(work, call.services, { ...typed, role: 'secretariat' })
}

async function withdraw(work: Work, call: Call): Promise<unknown | Refusal> {
  const open = await openSecretariatInvitations(work)
  const found = open.find((invitation) => invitation.id === call.params['invitation'])
  if (!found) return absent()
  const done = await withdrawInvitation(work, { invitationId: found.id, organisationIds: [] })
  return isRefused(done) ? done : found
}

function fresh(call: Call): FormState {
  return blank({ language: [call.language], startsOn: [sceneOf(call).today] })
}

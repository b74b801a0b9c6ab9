import { emptyManifest, type Manifest } from '#kernel/http'
import type { PipelineParts } from '#kernel/http'
import { renderPage } from '#ui'
import { noticeRoutes } from './account/notice-routes.ts'
import { profileRoutes } from './account/profile-routes.ts'
import { proveRoutes } from './account/prove-routes.ts'
import { securityRoutes } from './account/security-routes.ts'
import { tokenRoutes } from './account/token-routes.ts'
import { twoStepRoutes } from './account/two-step-routes.ts'
import { actRoutes } from './acts/routes.ts'
import { stopRoutes } from './acts/stop-routes.ts'
import { taskLinkActs } from './acts/task-acts.ts'
import { createFrame, type FrameParts } from './frame.ts'
import { taskOperations } from './inbox/api.ts'
import { leaveRoutes } from './inbox/leave-routes.ts'
import { inboxNoticeRoutes } from './inbox/notice-routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { incomingMailRoutes } from './mail/incoming-routes.ts'
import { mailListRoutes } from './mail/list-routes.ts'
import { seedMail } from './mail/seed.ts'
import { m } from './messages/index.ts'
import { FailurePage } from './pages/failure.tsx'
import { deskRules } from './policy.ts'
import type { DeskPorts } from './ports.ts'
import { deskShows } from './shows.ts'
import { invitationRoutes } from './sign-in/invitation-routes.ts'
import { withNext } from './sign-in/complete.ts'
import { linkRoutes } from './sign-in/link-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { serviceRoutes } from './sign-in/service-routes.ts'
import { frameRoutes } from './site/frame-routes.ts'
import { homeRoutes } from './site/home-routes.ts'
import { operatorRoutes } from './site/operator-routes.ts'
import { outboxRoutes } from './site/outbox-routes.ts'
import { searchRoutes } from './site/search-routes.ts'
import { storyRoutes } from './story/routes.ts'

export type { Affiliation, DeskPorts, NamedOrganisation, NamedProgramme } from './ports.ts'

/** The sentence that says on every page and document that this is a demonstration. */
export const demonstrationBanner = m('site.demonstration')

/** Makes the pages that cross modules; they learn of the modules from the manifests and the ports alone. */
export function createDesk(manifests: readonly Manifest[], ports: DeskPorts): Manifest {
  return {
    ...emptyManifest,
    name: 'desk',
    messages: [m.catalogue],
    rules: deskRules,
    shows: deskShows,
    seed: seedMail,
    routes: [
      ...homeRoutes(manifests, ports),
      ...signInRoutes(ports),
      ...serviceRoutes,
      ...linkRoutes,
      ...invitationRoutes(ports),
      ...profileRoutes,
      ...noticeRoutes(manifests),
      ...securityRoutes,
      ...twoStepRoutes,
      ...tokenRoutes,
      ...taskOperations,
      ...proveRoutes,
      ...inboxRoutes(manifests, ports),
      ...inboxNoticeRoutes,
      ...leaveRoutes(ports),
      ...storyRoutes(manifests, ports),
      ...searchRoutes(manifests),
      ...frameRoutes,
      ...outboxRoutes,
      ...mailListRoutes(manifests),
      ...incomingMailRoutes(manifests),
      ...actRoutes(manifests, taskLinkActs(ports)),
      ...stopRoutes(manifests),
      ...operatorRoutes,
    ],
    navigation: [
      { label: m('frame.inbox'), path: '/inbox', action: 'tasks.task.list', order: 1 },
      { label: m('journey.own'), path: '/journey', action: 'desk.own-journey.open', order: 2 },
      { label: m('mail.title'), path: '/mail', action: 'mail.incoming.read', order: 80 },
      { label: m('search.title'), path: '/search', action: 'site.open', order: 90 },
    ],
  }
}

/** The desk's hand in every page: the frame, the page that says why there is none, where to sign in. */
createDesk.parts = (
  parts: FrameParts,
): Pick<PipelineParts, 'frame' | 'failurePage' | 'signInPath'> => ({
  frame: createFrame(parts),
  failurePage(frame, failure, requestId) {
    const t = parts.translator.for(frame.language)
    return renderPage(
      FailurePage({
        frame,
        title: t(failure.title),
        text: t(failure.text),
        number: failure.status >= 500 ? t(m('failure.number', { request: requestId })) : null,
        kept: failure.kept ?? null,
        signIn: failure.wantsSignIn
          ? `/${frame.language}${withNext('/sign-in', frame.path)}`
          : null,
        t,
      }),
    )
  },
  signInPath: '/sign-in',
})

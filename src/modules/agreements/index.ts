import { emptyManifest, type Manifest } from '#kernel/http'
import { agreementOperations } from './api.ts'
import { agreementHandlers } from './handlers.ts'
import { m } from './messages/index.ts'
import { newsNotice } from './notices.ts'
import { agreementRules } from './policy.ts'
import { renewalJob } from './jobs.ts'
import { balanceRoutes } from './routes/balance.ts'
import { answerAct } from './routes/by-link.ts'
import { partnerLinkRoutes } from './routes/partner-links.ts'
import { signatureRoutes } from './routes/signature.ts'
import { agreementListRoutes } from './routes/agreements.ts'
import { agreementRoutes } from './routes/agreement.ts'
import { copyRoutes } from './routes/copy.ts'
import { ewpRoutes } from './routes/ewp.ts'
import { importRoutes } from './routes/import.ts'
import { seedAgreements } from './seed.ts'
import {
  agreementData,
  eraseAgreementsOf,
  exportAgreementsOf,
  mergeAgreementsOf,
} from './service/personal-data.ts'
import { agreementShows } from './shows.ts'
import { agreementEntries } from './stories.ts'
import { agreementTasks } from './task-kinds.ts'
import './schema.ts'

export { heiIdOf } from './formats/iia-of.ts'
export { recordSeats } from './service/seats.ts'
export type { RecordSeats } from './service/seats.ts'
export { quotasAround } from './queries/quotas-around.ts'
export type { QuotaAround } from './queries/quotas-around.ts'
export { quotasOf } from './queries/quotas.ts'
export type { Quota } from './queries/quotas.ts'
export type { QuotaQuestion } from './rules/quotas.ts'

export { makeAgreement } from './service/making.ts'
export type { MakeAgreement } from './service/making.ts'
export { recordCopy } from './service/sending.ts'

/** Agreements between institutions: each partner's own copy, approval of an exact version, quotas. */
export const agreements: Manifest = {
  ...emptyManifest,
  name: 'agreements',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: agreementRules,
  routes: [
    ...agreementListRoutes,
    ...ewpRoutes,
    ...balanceRoutes,
    ...importRoutes,
    ...agreementRoutes,
    ...partnerLinkRoutes,
    ...signatureRoutes,
    ...copyRoutes,
    ...agreementOperations,
  ],
  navigation: [
    {
      label: m('agreements.title'),
      path: '/agreements',
      action: 'agreements.agreement.open',
      order: 52,
    },
  ],
  entries: agreementEntries,
  handlers: agreementHandlers,
  jobs: [renewalJob],
  acts: [answerAct],
  tasks: agreementTasks,
  notices: [newsNotice],
  shows: agreementShows,
  seed: seedAgreements,
  personalData: agreementData,
  exportPerson: exportAgreementsOf,
  erasePerson: eraseAgreementsOf,
  mergePersons: mergeAgreementsOf,
}

import type { Work } from '#kernel/database'
import { emptyManifest, type Manifest } from '#kernel/http'
import { careAnswered, careAsked } from './entries.ts'
import { careTask, helpTask } from './link-actions.ts'
import { m } from './messages/index.ts'
import { careRules } from './policy.ts'
import { titlesOfChecks } from './queries/checks.ts'
import { answerCareByLink, checkRoutes } from './routes/checks.ts'
import { whoRoutes } from './routes/who.ts'
import { seedCare } from './seed.ts'
import { careNotice } from './service/checks.ts'
import { careData, eraseCareOf, exportCareOf, mergeCareOf } from './service/personal-data.ts'
import { careShows } from './shows.ts'
import './schema.ts'

/** Care's part of the house: who is where now, by whatever they are there, and whether they are safe. */
export const care: Manifest = {
  ...emptyManifest,
  name: 'care',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: careRules,
  routes: [...whoRoutes, ...checkRoutes],
  navigation: [{ label: m('who.title'), path: '/care', action: 'care.who.open', order: 43 }],
  entries: [
    { type: careAsked.type, label: () => m('story.asked') },
    { type: careAnswered.type, label: null },
    // Kept in the chronicle from before the question reached more than stays.
    { type: 'mobility.safety-asked', label: () => m('story.asked') },
    { type: 'mobility.safety-answered', label: null },
  ],
  acts: [answerCareByLink],
  tasks: [
    { kind: careTask, label: m('task.kind.answer'), about: ofChecks },
    { kind: helpTask, label: m('task.kind.help'), about: ofChecks },
  ],
  seed: seedCare,
  notices: [careNotice],
  shows: careShows,
  personalData: careData,
  exportPerson: exportCareOf,
  erasePerson: eraseCareOf,
  mergePersons: mergeCareOf,
}

async function ofChecks(work: Work, ids: readonly string[]) {
  const rows = await titlesOfChecks(work, ids)
  return new Map(
    rows.map(({ id, words }) => [id, { who: null, what: { text: words, language: null } }]),
  )
}

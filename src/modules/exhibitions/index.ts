import { emptyManifest, type Manifest } from '#kernel/http'
import { m } from './messages/index.ts'
import { exhibitionRules } from './policy.ts'
import { objectRoutes } from './routes/objects.ts'
import { seedExhibitions } from './seed.ts'
import { exhibitionShows } from './shows.ts'
import { exhibitionEntries } from './stories.ts'
import './schema.ts'

/** Exhibitions' part of the house: what institutions hold, and how it is shown to everybody in five languages, on IIIF. */
export const exhibitions: Manifest = {
  ...emptyManifest,
  name: 'exhibitions',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: exhibitionRules,
  routes: [...objectRoutes],
  navigation: [
    { label: m('browse.title'), path: '/objects', action: 'exhibitions.object.browse', order: 16 },
  ],
  entries: exhibitionEntries,
  shows: exhibitionShows,
  seed: seedExhibitions,
}

import { emptyManifest, type Manifest } from '#kernel/http'
import { exhibitionOperations } from './api.ts'
import { m } from './messages/index.ts'
import { exhibitionRules } from './policy.ts'
import { authoringRoutes } from './routes/authoring.ts'
import { bulkRoutes } from './routes/bulk.ts'
import { captionRoutes } from './routes/captions.ts'
import { hangingRoutes } from './routes/hanging.ts'
import { harvestRoutes } from './routes/harvest.ts'
import { iiifRoutes } from './routes/iiif.ts'
import { imageRoutes } from './routes/images.ts'
import { objectRoutes } from './routes/objects.ts'
import { officeObjectRoutes } from './routes/office-objects.ts'
import { posterRoutes } from './routes/posters.ts'
import { reviewingRoutes } from './routes/reviewing.ts'
import { takingRoutes } from './routes/taking.ts'
import { translationRoutes } from './routes/translations.ts'
import { uploadRoutes } from './routes/uploads.ts'
import { visitRoutes } from './routes/visit.ts'
import { seedExhibitions } from './seed.ts'
import { seedPicture } from './seed/objects.ts'
import { keepPictures } from './service/foreign-manifests.ts'
import { ingestImage } from './service/ingest.ts'
import { exhibitionShows } from './shows.ts'
import { exhibitionEntries } from './stories.ts'
import {
  erasePersonExhibitions,
  exhibitionsData,
  exportPersonExhibitions,
  mergePersonExhibitions,
} from './service/personal-data.ts'
import { takeUpload } from './service/uploads.ts'
import { exhibitionTasks } from './task-kinds.ts'
import './schema.ts'
import './schema-exhibitions.ts'

/** Exhibitions' part of the house: what institutions hold, and how it is shown to everybody in five languages, on IIIF. */
export const exhibitions: Manifest = {
  ...emptyManifest,
  name: 'exhibitions',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: exhibitionRules,
  routes: [
    ...bulkRoutes,
    ...captionRoutes,
    ...officeObjectRoutes,
    ...posterRoutes,
    ...uploadRoutes,
    ...objectRoutes,
    ...imageRoutes,
    ...authoringRoutes,
    ...hangingRoutes,
    ...reviewingRoutes,
    ...translationRoutes,
    ...takingRoutes,
    ...exhibitionOperations,
    ...visitRoutes,
    ...iiifRoutes,
    ...harvestRoutes,
  ],
  navigation: [
    {
      label: m('exhibitions.title'),
      path: '/exhibitions',
      action: 'exhibitions.exhibition.browse',
      order: 15,
    },
    {
      label: m('browse.title'),
      path: '/objects',
      within: '/exhibitions',
      action: 'exhibitions.object.browse',
      order: 16,
    },
  ],
  entries: exhibitionEntries,
  shows: exhibitionShows,
  tasks: exhibitionTasks,
  jobs: [ingestImage, keepPictures, takeUpload, seedPicture],
  seed: seedExhibitions,
  personalData: exhibitionsData,
  exportPerson: exportPersonExhibitions,
  erasePerson: erasePersonExhibitions,
  mergePersons: mergePersonExhibitions,
}

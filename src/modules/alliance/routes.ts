import type { Route } from '#kernel/http'
import { importRoutes } from './routes/imports.ts'
import { officeRoutes } from './routes/office.ts'
import { peopleRoutes } from './routes/people.ts'
import { publicRoutes } from './routes/public.ts'
import { secretariatRoutes } from './routes/secretariat.ts'

/** Every page of the alliance. Fixed addresses such as `/organisations/new` stand before those that take an id. */
export const routes: readonly Route[] = [
  ...importRoutes,
  ...secretariatRoutes,
  ...publicRoutes,
  ...officeRoutes,
  ...peopleRoutes,
]

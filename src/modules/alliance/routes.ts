import type { Route } from '#kernel/http'
import { importRoutes } from './routes/imports.ts'
import { pastYearRoutes } from './routes/past-years.ts'
import { officeRoutes } from './routes/office.ts'
import { peopleRoutes } from './routes/people.ts'
import { publicRoutes } from './routes/public.ts'
import { degreeProgrammeRoutes } from './routes/degree-programmes.ts'
import { duplicateRoutes } from './routes/duplicates.ts'
import { secretariatRoutes } from './routes/secretariat.ts'
import { secretariatMemberRoutes } from './routes/secretariat-members.ts'
import { tableRoutes } from './routes/tables.ts'
import { unitRoutes } from './routes/units.ts'

/** Every page of the alliance. Fixed addresses such as `/organisations/new` stand before those that take an id. */
export const routes: readonly Route[] = [
  ...importRoutes,
  ...pastYearRoutes,
  ...tableRoutes,
  ...secretariatRoutes,
  ...secretariatMemberRoutes,
  ...duplicateRoutes,
  ...publicRoutes,
  ...officeRoutes,
  ...unitRoutes,
  ...degreeProgrammeRoutes,
  ...peopleRoutes,
]

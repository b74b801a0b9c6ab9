import { page, type Route } from '#kernel/http'
import { m } from '../messages/index.ts'
import { undoPastYears } from '../service/undo-past-years.ts'
import { programmeView } from './public.ts'
import { loadProgramme } from './secretariat.ts'
import { submit } from './web.ts'

type Facts = NonNullable<Awaited<ReturnType<typeof loadProgramme>>>

/** The way back from a list of past years that was brought in. */
export const pastYearRoutes: readonly Route[] = [
  page<Facts>('POST', '/programmes/:id/years/import/undo', {
    action: 'alliance.programme.change',
    load: loadProgramme,
    handle: (call) =>
      submit(
        call,
        (work) => undoPastYears(work, call.object.id, call.form.values['import']?.[0] ?? ''),
        async (form) => programmeView(call, call.object.programme, form),
        ({ members }) =>
          call.redirect(`/programmes/${call.object.id}`, m('past-years.undone', { members })),
      ),
  }),
]

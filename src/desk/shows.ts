import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the pages that cross modules show; a list of tasks names whom they are about. */
export const deskShows: Shows = {
  'desk.journey.read': m('reads.journey'),
  'GET /search': m('reads.search'),
  'GET /search/options': m('reads.search'),
  'GET /': m('reads.tasks'),
  'GET /inbox': m('reads.tasks'),
  ...Object.fromEntries(
    ['GET', 'POST'].flatMap((method) =>
      ['reassignment', 'plan'].map((path) => [`${method} /inbox/${path}`, m('reads.tasks')]),
    ),
  ),
  'GET /act/:token': m('reads.act'),
  'POST /act/:token': m('reads.act'),
  'GET /act/:token/files/:name': m('reads.act'),
  'mail.incoming.read': m('reads.mail'),
  'mail.incoming.file': m('reads.mail'),
  'mail.returned.list': m('reads.returned'),
  'desk.own-journey.open': null,
  'tasks.task.list': null,
  'tasks.task.manage': null,
  'site.open-signed-in': null,
}

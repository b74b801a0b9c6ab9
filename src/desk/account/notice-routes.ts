import { z } from 'zod'
import { type Answer, type Call, type Manifest, page, type Route } from '#kernel/http'
import { chooseNotices, noticeChoices } from '#kernel/notices'
import { renderPage } from '#ui'
import { frameAt } from '../cookies.ts'
import { m } from '../messages/index.ts'
import { NoticesPage } from './notices-page.tsx'

const path = '/account/notices'
const ways = z.enum(['immediate', 'daily', 'none'])

/** How the reader wants to be told of each kind: every mail leads here. */
export function noticeRoutes(manifests: readonly Manifest[]): Route[] {
  const kinds = manifests.flatMap((manifest) => manifest.notices ?? [])
  return [
    page('GET', path, {
      action: 'site.open-signed-in',
      async handle(call): Promise<Answer> {
        const html = renderPage(
          NoticesPage({
            frame: frameAt(call, path),
            t: call.t,
            choices: await noticeChoices(call.work, kinds),
          }),
        )
        return { kind: 'html', html }
      },
    }),
    page('POST', path, {
      action: 'site.open-signed-in',
      async handle(call: Call): Promise<Answer> {
        const chosen = kinds.flatMap((kind) => {
          const way = ways.safeParse(call.form.values[kind.name]?.[0])
          const isOffered = way.success && (kind.ways ?? ways.options).includes(way.data)
          return isOffered ? [{ kind, way: way.data }] : []
        })
        await call.perform(async (work) => {
          for (const { kind, way } of chosen) await chooseNotices(work, kind, way)
        })
        return call.redirect(path, m('notices.saved'))
      },
    }),
  ]
}

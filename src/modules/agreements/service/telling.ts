import type { Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { notify } from '#kernel/notices'
import { localised } from '#kernel/values'
import { holdersOfRole } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { newsNotice } from '../notices.ts'
import type { AtWork } from './at-work.ts'

/** What one partner decided, of which the others are told. */
export type News = 'refused' | 'ended' | 'ended-by-all' | 'end-declined'

/** Tells the offices of all other partners what the institution of a copy decided, each in its reader's language. */
export async function tellPartners(work: Work, { whole, own }: AtWork, news: News): Promise<void> {
  for (const copy of whole.copies) {
    if (copy.id === own.id) continue
    const office = { role: 'coordinator', organisationId: copy.organisationId, programmeId: null }
    for (const personId of await holdersOfRole(work.read, office, work.now)) {
      const reader = await personById(work, personId)
      if (reader?.state !== 'active') continue
      const partner = localised(own.names, reader.preferredLanguage).text
      const message = m(`news.${news}`, { partner })
      await notify(work, { personId, kind: newsNotice, message, href: `/agreements/${copy.id}` })
    }
  }
}

import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, valueOf } from '#kernel/http'
import { m } from '../messages/index.ts'
import type { ShownReference } from '../pages/references.tsx'
import type { ApplicationRow } from '../queries/applications.ts'
import { filesOfReferences, referencesOf } from '../queries/references.ts'
import { askReferee, dropReferee, referenceOwner } from '../service/references.ts'

/** Names a referee or takes one back; a refusal is given to whoever shows the page again. */
export async function changeReferees(
  given: Call<ApplicationRow>,
  refused: (refusal: Refusal) => Promise<Answer>,
): Promise<Answer> {
  const call = given as Call
  const { id } = given.object
  const dropped = valueOf(call, 'drop')
  const done = await call.perform((work) =>
    dropped === ''
      ? askReferee(work, {
          applicationId: id,
          name: valueOf(call, 'refereeName'),
          address: valueOf(call, 'refereeAddress'),
          language: valueOf(call, 'refereeLanguage'),
          node: call.services.node,
        })
      : dropReferee(work, { applicationId: id, referenceId: dropped }),
  )
  if (isRefused(done)) return refused(done)
  const said = dropped === '' ? m('references.asked-now') : m('references.dropped')
  return call.redirect(`/applications/${id}#references`, said)
}

/** The references of an application with their files, at addresses of the page that shows them. */
export async function shownReferences(
  work: Work,
  application: { id: string; isReferred: boolean },
  hrefOf: (fileId: string) => string,
): Promise<ShownReference[]> {
  if (!application.isReferred) return []
  const references = await referencesOf(work, application.id)
  const ids = references.map(({ id }) => id)
  const files = await filesOfReferences(work, referenceOwner, ids)
  return references.map((reference) => ({
    reference,
    files: (files.get(reference.id) ?? []).map(({ id, name }) => ({ id, name, href: hrefOf(id) })),
  }))
}

import { type Scene } from '#kernel/http'
import { clauses, type LocalText } from '#kernel/values'
import { type Content, Local, Typed } from '#ui'
import { m } from '../messages/index.ts'
import { type MediaRow, withMediaRights } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { madeText } from '../rules/years.ts'
import { RightsLink } from './rights.tsx'
import { localText } from './scene.tsx'

interface Description {
  term: string
  value: Content
}

/** What is known of an object, one fact a line; what is not known has none. */
export function objectFacts(
  scene: Scene,
  object: ObjectRow,
  media: readonly MediaRow[],
): Description[] {
  const { t } = scene
  const made = madeText(object, scene.language)
  const local = (text: LocalText) =>
    localText(scene, text) === '' ? null : <Local language={scene.language} text={text} />
  const typed = (text: string | null) => text && <Typed>{text}</Typed>
  const makers = object.makers.map(({ name, role }) =>
    role === '' ? name : t(m('object.maker', { name, role })),
  )
  const rights = withMediaRights(object, media).rights_uri
  const { heritage } = object
  const lines = [
    {
      term: m('community.vernacular'),
      value: heritage.vernacular && (
        <span lang={heritage.vernacularLanguage ?? ''}>{heritage.vernacular}</span>
      ),
    },
    { term: m('community.who'), value: local(heritage.community ?? {}) },
    { term: m('community.practitioners'), value: typed(heritage.practitioners ?? null) },
    { term: m('community.customary'), value: local(heritage.customaryAccess ?? {}) },
    { term: m('community.granted-by'), value: typed(heritage.grantedBy ?? null) },
    { term: m('object.holder'), value: local(object.organisation) },
    { term: m('object.made'), value: made && t(made) },
    { term: m('object.period'), value: local(object.periods) },
    { term: m('object.place'), value: local(object.places) },
    { term: m('object.makers'), value: typed(clauses(makers, scene.language)) },
    { term: m('object.materials'), value: local(object.materials) },
    { term: m('object.dimensions'), value: typed(object.dimensions) },
    { term: m('object.provenance'), value: local(object.provenances) },
    { term: m('object.inventory'), value: typed(object.inventory_number) },
    { term: m('object.credit'), value: local(object.credit_lines) },
    { term: m('object.rights-holder'), value: typed(object.rights_holder) },
    { term: m('object.rights'), value: rights && <RightsLink scene={scene} uri={rights} /> },
  ]
  return lines.flatMap(({ term, value }) => (value ? [{ term: t(term), value }] : []))
}

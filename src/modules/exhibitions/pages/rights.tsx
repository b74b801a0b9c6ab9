import { type Scene } from '#kernel/http'
import { m } from '../messages/index.ts'
import { allRights, type Rights, rightsFrom } from '../rules/rights.ts'

/** The terms in the reader's words, leading to their text. */
export function RightsLink({ scene, uri }: { scene: Scene; uri: string }) {
  const rights = rightsFrom(uri)
  return (
    <a href={uri} rel="license">
      {rights ? rightsName(scene, rights) : uri}
    </a>
  )
}

/** What may be chosen as the terms of an object. */
export function rightsOptions(scene: Scene) {
  return allRights.map((rights) => ({ value: rights.uri, label: rightsName(scene, rights) }))
}

function rightsName({ t }: Scene, { called }: Rights): string {
  return 'licence' in called ? called.licence : t(m(`rights.${called.statement}`))
}

import { localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { CasePageProps } from './case-props.ts'
import { SentenceWithName } from './local-name.tsx'

/** By which rules a case is evaluated, in which version, with the way to what they say: whom they bind may read them. */
export function CaseRules({ call, found }: Pick<CasePageProps, 'call' | 'found'>) {
  const { t, language, href } = call
  if (found.rule_names === null || found.rule_set_version === null) return null
  const { text: name } = localised(found.rule_names, language)
  const sentence = t(m('page.statement.rules-version', { name, version: found.rule_set_version }))
  return (
    <p>
      <span class="quiet">{t(m('page.statement.rules'))}</span>{' '}
      <a href={href(`/recognition/cases/${found.id}/rules`)}>
        <SentenceWithName sentence={sentence} names={found.rule_names} language={language} />
      </a>
    </p>
  )
}

import { ButtonLink, Row } from '#ui'
import { m } from '../messages/index.ts'
import type { CasePageProps } from './case-props.ts'
import { groupsOf } from './case-sets.tsx'
import { verdictMessage, verdictTones } from './words.ts'

/** Fewer lines than this are seen at once. */
const fewLines = 4

/** The lines of a longer case with their verdicts, each a way to its row, and the next line that waits. */
export function CaseIndex({ call, found, lines, may, isOwn }: CasePageProps) {
  const { t, href } = call
  const groups = groupsOf(lines)
  if (isOwn || groups.length < fewLines) return null
  const next = may.evaluate && lines.find(({ verdict }) => verdict === 'needs-decision')
  return (
    <Row>
      <nav aria-label={t(m('compact.index'))} class="case-index">
        <ol>
          {groups.map(({ lines: [line], lines: all }) => (
            <li key={line!.id} class={`tone-${verdictTones[line!.verdict]}`}>
              <a href={`#line-${line!.position + 1}`} title={t(verdictMessage(line!.verdict))}>
                {all.map(({ code }) => code).join(' + ')}
                <span class="hidden-visually"> {t(verdictMessage(line!.verdict))}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {next && (
        <ButtonLink
          look="secondary"
          icon="arrow"
          href={href(`/recognition/cases/${found.id}/lines/${next.id}`)}
        >
          {t(m('decide.next-line', { code: next.code }))}
        </ButtonLink>
      )}
    </Row>
  )
}

import type { Language } from '#kernel/values'
import { sample } from './sample-text.ts'
import { StateTag } from './state-tag.tsx'
import type { Content, Examples, Tone } from './types.ts'
import { words } from './words.ts'

interface ObjectStripProps {
  language: Language
  /** What kind of thing this is: “Recognition case”. */
  kind: Content
  /** Its name; becomes the page's only heading of level 1. */
  title: Content
  /** Number, programme, whatever identifies it further. */
  detail?: Content
  state: { tone: Tone; label: Content }
  /** What happens next, in words; a link when the reader can do it. */
  next?: Content
  /** Who has it now: a person, an office. */
  who?: Content
  /** Until when, as a date in the reader's calendar. */
  until?: Content
  /** True when the date has passed. */
  late?: boolean
  actions?: Content
}

/** Begins every object's page: what it is, its state in words, what is next, who has it, until when. */
export function ObjectStrip(props: ObjectStripProps) {
  const text = words(props.language)
  return (
    <header class="object-strip">
      <div class="object-strip-head">
        <div>
          <p class="kicker">{props.kind}</p>
          <h1>{props.title}</h1>
          {props.detail && <p class="object-strip-detail">{props.detail}</p>}
        </div>
        {props.actions && <div class="object-strip-actions">{props.actions}</div>}
      </div>
      <dl class="object-strip-facts">
        <Fact term={text.stateNow} wide={false}>
          <StateTag tone={props.state.tone}>{props.state.label}</StateTag>
        </Fact>
        {props.next && (
          <Fact term={text.whatIsNext} wide>
            {props.next}
          </Fact>
        )}
        {props.who && (
          <Fact term={text.whoHasIt} wide={false}>
            {props.who}
          </Fact>
        )}
        {props.until && (
          <Fact term={text.untilWhen} wide={false}>
            <span class={props.late ? 'late' : undefined}>{props.until}</span>
          </Fact>
        )}
      </dl>
    </header>
  )
}

function Fact({ term, wide, children }: { term: string; wide: boolean; children: Content }) {
  return (
    <div class={wide ? 'fact fact-wide' : 'fact'}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'object-strip',
    render: () => (
      <ObjectStrip
        language={language}
        kind={sample('recognition', language)}
        title={sample('caseTitle', language)}
        detail="RC-2026-0147"
        state={{ tone: 'info', label: sample('inEvaluation', language) }}
        next={<a href="#">{sample('nextStep', language)}</a>}
        who={sample('evaluator', language)}
        until={sample('due', language)}
      />
    ),
  },
]

import type { Language } from '#kernel/values'
import { Icon } from './icon.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { sample } from './sample-text.ts'
import { StateTag } from './state-tag.tsx'
import type { Content, Examples, Tone } from './types.ts'
import { words } from './words.ts'

export interface ComparedCourse {
  title: Content
  /** The language of the title, when it is not the page's; '' when nobody knows it. */
  titleLanguage?: Language | ''
  code?: Content
  credit: Content
  grade?: Content
  /** Hours, level, semester: a few facts in a line. */
  detail?: Content
  href?: string
}

/** What would have changed a result, or what else there was to choose. */
export interface WhatIfList {
  title: Content
  items: readonly { text: Content; detail?: Content }[]
}

export interface ComparisonRow {
  id: string
  /** One course, or several that count together. */
  from: readonly ComparedCourse[]
  /** None when there is no counterpart; then `noCounterpart` says so. */
  to: readonly ComparedCourse[]
  noCounterpart?: Content
  verdict: { tone: Tone; label: Content }
  /** How credit and grade became what they are: “4 × 18 h ÷ 15 h = 4.8 → 4.5”. */
  creditMethod?: Content
  gradeMethod?: Content
  reasons: readonly { tone: Tone; text: Content; detail?: Content }[]
  /** Stands under the reasons. */
  whatIfs?: readonly WhatIfList[]
  /** What stands beside the closed reasons: the one that decided. Left out, it is the first. */
  gist?: Content
  /** Opens the reasons at once. */
  open?: boolean
  /** What may stand there instead: proposals for a line without a counterpart. */
  below?: Content
  /** What people said about it. */
  notes?: Content
  /** The form or links to change this line. */
  actions?: Content
}

interface ComparisonProps {
  language: Language
  /** The names of the two sides: the host institution, the home institution. */
  fromLabel: Content
  toLabel: Content
  rows: readonly ComparisonRow[]
  /** The sums under the two sides. */
  totals?: { from: Content; to: Content }
  /** Keys j, k, v and ? work, where the first action of a row is its verdict; one such comparison on a page. */
  keyboard?: boolean
}

/** What was studied there and what it counts as here, line by line, with a thread between and the reasons under it. */
export function Comparison({
  language,
  fromLabel,
  toLabel,
  rows,
  totals,
  keyboard,
}: ComparisonProps) {
  const body = (
    <div class="comparison">
      <div class="comparison-head">
        <p>{fromLabel}</p>
        <Icon name="arrow" />
        <p>{toLabel}</p>
      </div>
      <ol class="comparison-rows">
        {rows.map((row) => (
          <ComparisonLine
            key={row.id}
            row={row}
            language={language}
            fromLabel={fromLabel}
            toLabel={toLabel}
          />
        ))}
      </ol>
      {totals && (
        <div class="comparison-totals">
          <p>
            <span class="comparison-side-label">{fromLabel}</span>
            {totals.from}
          </p>
          <p>
            <span class="comparison-side-label">{toLabel}</span>
            {totals.to}
          </p>
        </div>
      )}
    </div>
  )
  return keyboard ? (
    <weft-lines>
      {body}
      <KeyboardHelp language={language} lines />
    </weft-lines>
  ) : (
    body
  )
}

interface LineProps {
  row: ComparisonRow
  language: Language
  fromLabel: Content
  toLabel: Content
}

function ComparisonLine({ row, language, fromLabel, toLabel }: LineProps) {
  const text = words(language)
  const method = row.creditMethod ?? row.gradeMethod
  return (
    <li class={`comparison-row tone-${row.verdict.tone}`} id={row.id} data-row={row.id}>
      <div class="comparison-pair">
        <div class="comparison-side comparison-from">
          <p class="comparison-side-label">{fromLabel}</p>
          {row.from.map((course, index) => (
            <Course key={index} course={course} language={language} />
          ))}
        </div>
        <div class="comparison-thread">
          <Thread from={row.from.length} to={row.to.length} />
          <StateTag tone={row.verdict.tone}>{row.verdict.label}</StateTag>
        </div>
        <div class="comparison-side comparison-to">
          <p class="comparison-side-label">{toLabel}</p>
          {row.to.map((course, index) => (
            <Course key={index} course={course} language={language} />
          ))}
          {row.to.length === 0 && <p class="comparison-none">{row.noCounterpart}</p>}
        </div>
      </div>
      {row.below && <div class="comparison-below">{row.below}</div>}
      {(method || row.reasons.length > 0 || row.actions || row.notes) && (
        <details class="comparison-reasons" open={row.open}>
          <summary>
            <span>{text.reasons}</span>
            <span class="comparison-reasons-first">{row.gist ?? row.reasons[0]?.text}</span>
          </summary>
          <div class="comparison-reasons-body">
            <div>
              <Reasons row={row} language={language} />
              {row.notes}
            </div>
            {row.actions && <div class="comparison-actions">{row.actions}</div>}
          </div>
        </details>
      )}
    </li>
  )
}

function Reasons({ row, language }: { row: ComparisonRow; language: Language }) {
  const text = words(language)
  return (
    <div>
      <ul class="reasons">
        {row.reasons.map((reason, index) => (
          <li key={index} class={`tone-${reason.tone}`}>
            <Icon name={reasonIcon(reason.tone)} />
            <div>
              {reason.text}
              {reason.detail && <div class="quiet">{reason.detail}</div>}
            </div>
          </li>
        ))}
      </ul>
      {row.whatIfs?.map((list, index) => (
        <div key={index} class="what-if">
          <p class="what-if-title">{list.title}</p>
          <ul>
            {list.items.map((item, place) => (
              <li key={place}>
                {item.text} {item.detail && <span class="quiet">{item.detail}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {(row.creditMethod || row.gradeMethod) && (
        <dl class="comparison-methods">
          {row.creditMethod && (
            <div>
              <dt>{text.credit}</dt>
              <dd>{row.creditMethod}</dd>
            </div>
          )}
          {row.gradeMethod && (
            <div>
              <dt>{text.grade}</dt>
              <dd>{row.gradeMethod}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  )
}

function reasonIcon(tone: Tone) {
  if (tone === 'done') return 'check'
  if (tone === 'harm') return 'cross'
  return tone === 'attention' ? 'warning' : 'dot'
}

function Course({ course, language }: { course: ComparedCourse; language: Language }) {
  const text = words(language)
  return (
    <div class="compared-course">
      <p class="compared-title" lang={course.titleLanguage}>
        {course.href ? <a href={course.href}>{course.title}</a> : course.title}
      </p>
      {(course.code || course.detail) && (
        <p class="compared-detail">
          {course.code && <span class="compared-code">{course.code}</span>} {course.detail}
        </p>
      )}
      <dl class="compared-values">
        <div>
          <dt>{text.credit}</dt>
          <dd>{course.credit}</dd>
        </div>
        {course.grade && (
          <div>
            <dt>{text.grade}</dt>
            <dd>{course.grade}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

// The thread that joins the two sides: several courses run together into one, or one parts into several.
function Thread({ from, to }: { from: number; to: number }) {
  const left = Array.from({ length: from }, (_, index) => ((index + 0.5) * 100) / from)
  const right = to === 0 ? [] : Array.from({ length: to }, (_, index) => ((index + 0.5) * 100) / to)
  return (
    <svg
      class="thread"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {left.map((y) => (
        <path
          key={`from-${y}`}
          d={to === 0 ? `M0 ${y}C20 ${y} 30 50 42 50` : `M0 ${y}C25 ${y} 25 50 50 50`}
        />
      ))}
      {right.map((y) => (
        <path key={`to-${y}`} d={`M50 50C75 50 75 ${y} 100 ${y}`} />
      ))}
    </svg>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'comparison',
    render: () => (
      <Comparison
        language={language}
        fromLabel={sample('pku', language)}
        toLabel={sample('au', language)}
        rows={exampleRows(language)}
        totals={{ from: '9', to: '7.5' }}
      />
    ),
  },
]

function exampleRows(language: Language): ComparisonRow[] {
  return [
    {
      id: 'line-1',
      from: [
        {
          title: '文化产业导论',
          titleLanguage: 'zh-Hans',
          code: '04330811',
          credit: '3',
          grade: '88',
          detail: '48 h',
        },
      ],
      to: [
        {
          title: sample('courseHome', language),
          code: 'CE 2101',
          credit: '3',
          grade: 'A−',
          href: '#ce2101',
        },
      ],
      verdict: { tone: 'done', label: sample('recognised', language) },
      creditMethod: '48 h ÷ 15 h = 3.2 → 3',
      gradeMethod: '88 → A−',
      reasons: [
        { tone: 'done', text: sample('precedent', language) },
        { tone: 'done', text: sample('reasonHours', language) },
        { tone: 'done', text: sample('reasonGrade', language) },
      ],
      open: true,
    },
    {
      id: 'line-2',
      from: [
        { title: sample('courseHost2', language), code: '04330927', credit: '2', grade: '91' },
        { title: sample('courseHost', language), code: '04330928', credit: '2', grade: '84' },
      ],
      to: [{ title: sample('courseHome2', language), code: 'DM 3304', credit: '4.5', grade: 'A' }],
      verdict: { tone: 'attention', label: sample('needsReading', language) },
      reasons: [{ tone: 'attention', text: sample('reasonHours', language) }],
    },
    {
      id: 'line-3',
      from: [
        { title: sample('courseHost3', language), code: '04332210', credit: '2', grade: '95' },
      ],
      to: [],
      noCounterpart: sample('noCounterpart', language),
      verdict: { tone: 'harm', label: sample('refused', language) },
      reasons: [{ tone: 'harm', text: sample('reasonShare', language) }],
      whatIfs: [
        {
          title: sample('needsReading', language),
          items: [{ text: sample('reasonGrade', language), detail: '+3' }],
        },
      ],
    },
  ]
}

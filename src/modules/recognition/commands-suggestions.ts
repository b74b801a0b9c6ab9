import type { WorkContext } from '#kernel/database'
import type { Command, CommandCall, CommandResult } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { Fraction, isLanguage, type Language, localised } from '#kernel/values'
import { plainText } from './formats/plain-text.ts'
import { m } from './messages/index.ts'
import { chanceOf, reasonMessage, shownReasons } from './pages/suggestion-words.ts'
import { titleOf } from './pages/words.ts'
import { hostsCalled } from './queries/called.ts'
import { approximately, organisationNames } from './queries/suggestion-models.ts'
import { suggestHomeCourses } from './service/suggest-courses.ts'

/** Suggestions on a terminal: for whoever prepares equivalences, and for programs with `--json`. */
export const suggestCourses: Command = {
  name: 'suggest-courses',
  usage:
    '--home ORGANISATION --title TITLE [--code CODE] [--host ORGANISATION] [--most N] [--json]',
  summary: m('suggestion.command.summary'),
  options: {
    home: { kind: 'text', summary: m('suggestion.command.home') },
    host: { kind: 'text', summary: m('suggestion.command.host') },
    code: { kind: 'text', summary: m('suggestion.command.code') },
    title: { kind: 'text', summary: m('suggestion.command.course-title') },
    credit: { kind: 'text', summary: m('suggestion.command.credit') },
    most: { kind: 'text', summary: m('suggestion.command.most') },
  },
  run,
}

async function run(call: CommandCall): Promise<CommandResult> {
  const { options, language, now } = call
  const text = (name: string) => plainText(String(options[name] ?? '')).slice(0, 400)
  const most = options['most'] === undefined ? 5 : Number(options['most'])
  const isUsed =
    call.words.length === 0 &&
    text('home') !== '' &&
    (text('title') !== '' || text('code') !== '') &&
    Number.isInteger(most) &&
    most >= 1 &&
    most <= 20
  if (!isUsed) return usedWrongly(m('suggestion.command.usage'))
  const context: WorkContext = { actor: { kind: 'system', name: 'command-line' }, now, language }
  const home = await named(call, context, text('home'))
  if ('exitCode' in home) return home
  const host = text('host') === '' ? { id: '' } : await named(call, context, text('host'))
  if ('exitCode' in host) return host
  const work = call.runner.reading(context)
  const found = await suggestHomeCourses(work, {
    homeOrganisationId: home.id,
    hosts: [
      {
        institution: host.id,
        code: text('code').slice(0, 60),
        titles: text('title') === '' ? {} : { [languageOf(text('title'))]: text('title') },
        credit: approximately(Fraction.parse(text('credit'))?.toString() ?? null),
      },
    ],
    most,
  })
  const names = (await organisationNames(work, [home.id])).get(home.id) ?? {}
  return answer(found, localised(names, language).text, language)
}

function answer(
  { ready, lists, institutions }: Awaited<ReturnType<typeof suggestHomeCourses>>,
  institution: string,
  language: Language,
): CommandResult {
  const suggestions = lists[0] ?? []
  if (!ready) return { exitCode: 3, lines: [m('suggestion.preparing', { institution })], data: {} }
  const lines: Message[] = suggestions.flatMap(({ course, share, reasons }) => [
    m('suggestion.command.line', {
      code: course.code,
      title: titleOf(course.titles, language).text,
      chance: chanceOf(share, reasons).label,
    }),
    ...shownReasons(reasons).flatMap(
      (reason) => reasonMessage(reason, institutions, language) ?? [],
    ),
  ])
  const data = suggestions.map(({ course, share, reasons }) => ({
    code: course.code,
    titles: course.titles,
    share,
    reasons,
  }))
  return {
    exitCode: 0,
    lines:
      lines.length === 0
        ? [m('suggestion.none', { institution })]
        : [m('suggestion.command.for', { institution }), ...lines],
    data: { suggestions: data },
  }
}

/** The language of a title by its script; Latin letters may be English or French, which are read alike. */
function languageOf(title: string): Language {
  const scripts: [string, RegExp][] = [
    ['th', /\p{Script=Thai}/u],
    ['ko', /\p{Script=Hangul}/u],
    ['zh-Hans', /\p{Script=Han}/u],
  ]
  const found = scripts.find(([, script]) => script.test(title))?.[0] ?? 'en'
  return isLanguage(found) ? found : 'en'
}

async function named(
  call: CommandCall,
  context: WorkContext,
  organisation: string,
): Promise<{ id: string } | CommandResult> {
  const rows = await hostsCalled(call.runner.reading(context), organisation)
  if (rows.length === 1) return rows[0]!
  return usedWrongly(
    rows.length === 0
      ? m('command.no-organisation', { organisation })
      : m('command.several-organisations', { organisation }),
  )
}

function usedWrongly(message: Message): CommandResult {
  return { exitCode: 2, lines: [message], data: { error: message.key, args: message.args } }
}

import type { Translate } from '#kernel/messages'
import { m } from './messages/index.ts'
import { isCertified, placeMethods } from './rules/round-methods.ts'

/** What `weft match --help` tells beside usage and options: the files, the methods, and lines to copy. */
export function matchDetails(t: Translate): string[] {
  return [
    t(m('command.help-lists')),
    '',
    t(m('command.help-applicants')),
    '',
    t(m('command.help-places')),
    '',
    t(m('command.help-methods')),
    ...placeMethods
      .filter(isCertified)
      .flatMap((name) => [
        `  ${name === 'lottery' ? t(m('command.help-default')) : name}`,
        `      ${t(m(`method.name.${name}`))}. ${t(m(`method.hint.${name}`))}`,
      ]),
    '  mentors',
    `      ${t(m('method.name.mentors'))}. ${t(m('method.hint.mentors'))} ${t(m('command.help-one-mentor'))}`,
    '  coupled-mentors',
    `      ${t(m('command.help-mentors'))}`,
    '  couples-uncertified',
    `      ${t(m('command.help-couples'))}`,
    '',
    t(m('command.help-three')),
    '',
    t(m('command.help-examples')),
    ...examples.map((line) => `  ${line}`),
    '',
    t(m('command.help-offline')),
  ]
}

const examples = [
  'weft match run applicants.csv places.xlsx --seed "spring 2027" --out spring.json',
  'weft match run applicants.csv places.csv --method fair --seed 2027 --out fair.json',
  'weft match run students.xlsx mentors.xlsx --method mentors --seed 1 --out mentors.json',
  'weft match run students.csv mentors.csv pairs.csv --method coupled-mentors --seed 1 --out mentors.json',
  'weft match run applicants.csv places.csv couples.csv --method couples-uncertified --seed 1 --out pairs.json',
  'weft match verify spring.json',
  'weft match why spring.json Ada "Silk Road Museum"',
  'weft match repair spring.json Ada --out without-ada.json',
  'weft match compare spring.json without-ada.json',
  'weft match shortage applicants.csv places.csv',
  'weft match shortage students.xlsx mentors.xlsx --method mentors',
]

import { isRefused } from '#kernel/database'
import { type Letter, requestSignInLink } from '#kernel/identity'
import type { CliCommand } from './command.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'
import { openForWriting } from './opening.ts'

/**
 * Appoints somebody from the machine itself: how the first people of the secretariat come in. Whoever
 * may run this may read the data folder anyway.
 */
export const appointCommand: CliCommand = {
  name: 'appoint',
  usage: 'E-MAIL --role ROLE [--name NAME] [--organisation ID]',
  summary: m('appoint.summary'),
  options: {
    role: { kind: 'text', value: 'ROLE', summary: m('appoint.option.role') },
    name: { kind: 'text', value: 'NAME', summary: m('appoint.option.name') },
    organisation: { kind: 'text', value: 'ID', summary: m('appoint.option.organisation') },
  },
  words: { least: 1, most: 1 },
  async run({ program, config, words, options, now, language }) {
    const [email = ''] = words
    const role = text(options['role'])
    if (role === null) throw new CommandFailure(exitCodes.usage, [m('appoint.no-role')])
    const configured = config()
    const house = await openForWriting(program, configured, now)
    try {
      const services = program.services(house)
      const context = { actor: { kind: 'system', name: 'command-line' }, now, language } as const
      const input = {
        email,
        role,
        name: text(options['name']) ?? email.split('@', 1)[0] ?? email,
        organisation: text(options['organisation']),
      }
      const appointed = await house.runner.perform(context, (work) =>
        program.appoint(work, services, input),
      )
      if (isRefused(appointed)) {
        const fields = Object.entries(appointed.fields).map(([variable, message]) =>
          m('failure.variable', { variable, message }),
        )
        throw new CommandFailure(
          exitCodes.refused,
          fields.length > 0 ? fields : [appointed.message],
        )
      }
      // The letter is caught instead of sent: whoever stands at the machine opens its link.
      const letters: Letter[] = []
      const identity = {
        ...services.identity,
        deliver: async (_work: unknown, letter: Letter) => void letters.push(letter),
      }
      const asked = await house.runner.perform(context, (work) =>
        requestSignInLink(work, identity, {
          email: appointed.email,
          next: '/',
          network: 'command-line',
        }),
      )
      const path = letters[0]?.action?.path
      if (isRefused(asked) || path === undefined) {
        throw new CommandFailure(exitCodes.refused, [
          isRefused(asked) ? asked.message : m('failure.bug'),
        ])
      }
      const link = `${configured.origin}/${language}${path}`
      return {
        exitCode: exitCodes.done,
        lines: [
          m(appointed.appointed ? 'appoint.done' : 'appoint.already', { email, role }),
          m('appoint.link'),
          m('plain', { text: link }),
        ],
        data: { ...appointed, link },
      }
    } finally {
      await house.close()
    }
  },
}

function text(value: string | boolean | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

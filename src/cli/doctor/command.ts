import type { Message } from '#kernel/messages'
import type { Config } from '../../config.ts'
import type { CliCommand, CommandContext } from '../command.ts'
import { ConfigurationError, exitCodes } from '../command.ts'
import { m } from '../messages/index.ts'
import { checkDatabase } from './database.ts'
import { checkFolder } from './folder.ts'
import { type Finding, ok, problem } from './finding.ts'
import { checkKeys } from './keys.ts'
import { checkMachine } from './machine.ts'
import { checkMail } from './mail.ts'
import { checkStore } from './store.ts'

/** Looks at everything that Weft stands on, and changes nothing; what it writes to try a disk or a store is gone after. */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage: '',
  summary: m('doctor.summary'),
  options: {},
  words: { least: 0, most: 0 },
  async run(context) {
    const findings = await examine(context)
    const count = (status: Finding['status']) =>
      findings.filter((finding) => finding.status === status).length
    const problems = count('problem')
    return {
      exitCode: problems > 0 ? exitCodes.found : exitCodes.done,
      lines: [
        ...findings.flatMap(linesOf),
        m('doctor.counts', { ok: count('ok'), warnings: count('warning'), problems }),
      ],
      data: {
        findings: findings.map(({ check, status, says, advice }) => ({
          check,
          status,
          says: context.t(says),
          advice: advice && context.t(advice),
        })),
      },
    }
  },
}

async function examine(context: CommandContext): Promise<Finding[]> {
  const machine = await checkMachine()
  const config = readable(context)
  if (Array.isArray(config)) return [...machine, ...config]
  return [
    ...machine,
    ok('configuration', m('doctor.configuration.ok', { mode: m(`mode.${config.mode}`) })),
    ...(await checkFolder(config)),
    ...(await checkKeys(config)),
    ...(await checkDatabase(config, context)),
    ...(await checkStore(config)),
    ...(await checkMail(config)),
  ]
}

function readable(context: CommandContext): Config | Finding[] {
  try {
    return context.config()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return error.problems.map(({ variable, message }) =>
      problem('configuration', m('doctor.configuration.wrong', { variable }), message),
    )
  }
}

function linesOf({ status, says, advice }: Finding): Message[] {
  const line = m(`doctor.line.${status}`, { says })
  return advice === null ? [line] : [line, m('doctor.line.advice', { advice })]
}

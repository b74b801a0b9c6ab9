import type { Command, CommandResult, LoneCommand } from '#kernel/http'
import { appointCommand } from './appoint.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { chronicleCommands } from './chronicle.ts'
import type { CliCommand, CommandContext } from './command.ts'
import { doctorCommand } from './doctor/command.ts'
import { jobsCommands } from './jobs.ts'
import { migrateCommand } from './migrate.ts'
import { openForWriting } from './opening.ts'
import type { Program } from './program.ts'
import { receiveMailCommand } from './receive-mail.ts'
import { seedCommand } from './seed.ts'
import { startCommand } from './start.ts'

/** Every command: the program's own, and those that modules bring, where a reader looks for them. */
export function commandsOf(program: Program): CliCommand[] {
  const brought = program.manifests.flatMap((manifest) => manifest.commands ?? [])
  return [
    startCommand,
    migrateCommand,
    seedCommand,
    ...brought.map(fromModule),
    appointCommand,
    receiveMailCommand,
    ...jobsCommands,
    ...chronicleCommands,
    backupCommand,
    restoreCommand,
    doctorCommand,
  ]
}

function fromModule(command: Command | LoneCommand): CliCommand {
  return {
    name: command.name,
    usage: command.usage,
    summary: command.summary,
    options: command.options,
    ...(command.details ? { details: command.details } : {}),
    words: { least: 0, most: Number.POSITIVE_INFINITY },
    run: (context) => ('alone' in command ? command.alone(context) : runInHouse(command, context)),
  }
}

async function runInHouse(command: Command, context: CommandContext): Promise<CommandResult> {
  const { program, output, t } = context
  const house = await openForWriting(program, context.config(), context.now)
  try {
    return await command.run({
      runner: house.runner,
      database: house.database,
      services: program.services(house),
      words: context.words,
      options: context.options,
      now: context.now,
      language: context.language,
      progress: (done, total, what) => output.progress(done, total, t(what)),
    })
  } finally {
    output.clear()
    await house.close()
  }
}

import { channel } from 'node:diagnostics_channel'
import { createLogger, type Logger } from '#kernel/http'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import type { CliCommand, CommandContext } from './command.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { examineDatabase } from './doctor/database.ts'
import { type Door, openDoor, PortTakenError } from './door.ts'
import { reportJobs } from './jobs-report.ts'
import { m } from './messages/index.ts'
import { openForWriting } from './opening.ts'
import { createReadableLogger } from './readable-log.ts'
import { recordMail } from './receive-mail.ts'
import { loadDemonstration } from './seed.ts'
import { answerCommands } from './running.ts'
import { firstStopSignal } from './stop-signal.ts'
import { writeBackup } from './write-backup.ts'

/** Told once the address is printed: what runs the program may do then what later starts gain from (scripts/pack-after-start.mjs). */
const started = channel('weft.started')

/** Ports that a demonstration tries when the usual one is taken. */
const portsToTry = 20

/** Serves the site until it is told to stop. */
export const startCommand: CliCommand = {
  name: 'start',
  usage: '[--demonstration] [--port NUMBER]',
  summary: m('start.summary'),
  options: { port: { kind: 'text', value: 'NUMBER', summary: m('start.option.port') } },
  words: { least: 0, most: 0 },
  async run(context) {
    if (context.options['port'] !== undefined) {
      context.environment['PORT'] = String(context.options['port'])
    }
    const config = context.config()
    const log = loggerFor(config, context)
    const door = await openDoorFor(config, context)
    const { site, house } = await openBehind(door, { ...config, ...door.address }, log, context)
    const stopAnswering = await answerBeside(house, context)
    const stop = firstStopSignal()
    door.serve((request, env) => site.http.fetch(request, env))
    announce(context, { ...config, ...door.address }, log)
    started.publish({})
    const signal = await stop.signal
    log.info('stopping', { signal })
    await door.close()
    await stopAnswering()
    await site.close()
    stop.forget()
    log.info('stopped')
    return { exitCode: exitCodes.done, lines: [], data: null }
  },
}

async function openBehind(door: Door, config: Config, log: Logger, context: CommandContext) {
  const { program, now } = context
  const step = stepper(config, log, context)
  let house: House | null = null
  try {
    step(m('step.opening', { place: placeOf(config) }))
    house = await openForWriting(program, config, now, (migration, done, total) => {
      if (done === 0) step(m('step.tables', { total }))
      context.output.progress(done, total, migration)
    })
    context.output.clear()
    if (config.mode === 'demonstration') {
      let parts = 0
      await loadDemonstration(house, program.services(house), now, {
        again: false,
        step: (module) => step(m('step.seeding', { module })),
        detail: () => context.output.progress((parts += 1), null, ''),
        stopped: (module) => step(m('step.seeding-stopped', { module })),
      })
    }
    step(m('step.assets'))
    return { house, site: await program.openSite(house, log) }
  } catch (error) {
    context.output.clear()
    await house?.close()
    await door.close()
    throw error
  }
}

/** The built-in database is open here alone, so that a backup which is typed beside it is written here. */
async function answerBeside(house: House, { program }: CommandContext) {
  const { database, config } = house
  if (database.engine !== 'pglite') return async () => {}
  return answerCommands(config, {
    backup: (order) =>
      writeBackup(database, config, { ...order, version: program.version, now: new Date() }),
    jobs: (order) => reportJobs(house, new Date(), order),
    mail: (mail) => recordMail(house, new Date(), mail),
    doctor: () => examineDatabase(house, new Date()),
  })
}

/** In a demonstration a person watches; in production a program reads the log. */
function stepper(config: Config, log: Logger, { output, t }: CommandContext) {
  return (message: ReturnType<typeof m>) => {
    if (config.mode === 'demonstration') output.note(`  ${t(message)}`)
    else log.info('starting', { step: message.key })
  }
}

function loggerFor(config: Config, { output }: CommandContext): Logger {
  const write = (line: string) => output.note(line)
  return config.mode === 'demonstration' ? createReadableLogger(write) : createLogger(write)
}

/** Takes the port before anything slow is done; in a demonstration without a wish, the next free one. */
async function openDoorFor(config: Config, { environment }: CommandContext): Promise<Door> {
  const isWish = Boolean(environment['PORT'])
  const tries = config.mode === 'demonstration' && !isWish ? portsToTry : 1
  try {
    return await openDoor(config, { tries, originIsGiven: Boolean(environment['WEFT_ORIGIN']) })
  } catch (error) {
    if (error instanceof PortTakenError) {
      throw new CommandFailure(exitCodes.refused, [
        m('start.port-taken', { port: String(error.port) }),
      ])
    }
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new CommandFailure(exitCodes.refused, [
        m('start.cannot-listen', { host: config.host, port: String(config.port) }),
      ])
    }
    throw error
  }
}

function announce({ output, t }: CommandContext, config: Config, log: Logger): void {
  const address = `${config.origin}/`
  if (output.json) {
    const data = { address, port: config.port, mode: config.mode }
    output.object({ command: 'start', exitCode: 0, lines: [], data })
  }
  if (config.mode === 'production') {
    log.info('listening', { port: config.port })
    return
  }
  const lines = ['', t(m('start.ready', { address })), t(m('start.how-to-sign-in'))]
  for (const line of [...lines, t(m('start.how-to-stop')), '']) output.note(line)
}

function placeOf(config: Config): string {
  return config.databaseUrl ? new URL(config.databaseUrl).host : config.dataDirectory
}

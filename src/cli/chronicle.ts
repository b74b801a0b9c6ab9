import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  type Checkpoint,
  createSigner,
  exportCheckpoint,
  parseCheckpoint,
  readPublicKeys,
  rotateKey,
  sealAll,
  verifyChronicle,
  writeCheckpoint,
} from '#kernel/chronicle'
import { connect, keysFolder } from '../house.ts'
import type { CliCommand } from './command.ts'
import { CommandFailure, exitCodes } from './command.ts'
import { m } from './messages/index.ts'

const verifyCommand: CliCommand = {
  name: 'chronicle verify',
  usage: '[--checkpoint FILE]',
  summary: m('verify.summary'),
  options: { checkpoint: { kind: 'text', value: 'FILE', summary: m('verify.option.checkpoint') } },
  words: { least: 0, most: 0 },
  async run({ config, options }) {
    const configured = config()
    const witness = await readWitness(options['checkpoint'])
    const keys = await readPublicKeys(keysFolder(configured)).catch(() => {
      throw new CommandFailure(exitCodes.refused, [
        m('verify.no-keys', { folder: keysFolder(configured) }),
      ])
    })
    const database = await connect(configured)
    try {
      const report = await verifyChronicle(database, keys, witness)
      const { firstFault } = report
      return {
        exitCode: report.ok ? exitCodes.done : exitCodes.found,
        lines: [
          m('verify.counts', {
            entries: Number(report.entries),
            checkpoints: report.checkpoints,
            erased: report.erasedValues,
            waiting: report.unsealed,
          }),
          firstFault === null
            ? m('verify.whole')
            : m('verify.fault', {
                position: firstFault.position.toString(),
                fault: m(`fault.${firstFault.fault}`),
              }),
        ],
        data: report,
      }
    } finally {
      await database.close()
    }
  },
}

const checkpointCommand: CliCommand = {
  name: 'chronicle checkpoint',
  usage: '[FILE]',
  summary: m('checkpoint.summary'),
  options: {},
  words: { least: 0, most: 1 },
  async run({ config, words, now, output }) {
    const configured = config()
    const database = await connect(configured)
    try {
      await sealAll(database)
      const signer = await createSigner(keysFolder(configured))
      const checkpoint = await writeCheckpoint(database, signer, now)
      if (checkpoint === null) {
        return { exitCode: exitCodes.found, lines: [m('checkpoint.empty')], data: null }
      }
      const [file] = words
      if (file === undefined) {
        output.line(exportCheckpoint(checkpoint).trimEnd())
        return { exitCode: exitCodes.done, lines: [], data: { checkpoint } }
      }
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, exportCheckpoint(checkpoint), { flag: 'wx' }).catch((error) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        throw new CommandFailure(exitCodes.refused, [m('backup.file-exists', { file })])
      })
      const lines = [m('checkpoint.written', { file, position: checkpoint.position })]
      return { exitCode: exitCodes.done, lines, data: { file, checkpoint } }
    } finally {
      await database.close()
    }
  },
}

const rotateCommand: CliCommand = {
  name: 'chronicle rotate-key',
  usage: '',
  summary: m('rotate.summary'),
  options: {},
  words: { least: 0, most: 0 },
  async run({ config }) {
    const folder = keysFolder(config())
    await createSigner(folder)
    const { keyId } = await rotateKey(folder)
    return { exitCode: exitCodes.done, lines: [m('rotate.done', { keyId })], data: { keyId } }
  },
}

/** What can be done with the chronicle from the machine that keeps it. */
export const chronicleCommands: readonly CliCommand[] = [
  verifyCommand,
  checkpointCommand,
  rotateCommand,
]

async function readWitness(file: string | boolean | undefined): Promise<Checkpoint[]> {
  if (typeof file !== 'string') return []
  const text = await readFile(file, 'utf8').catch(() => null)
  const checkpoint = text === null ? null : parseCheckpoint(text)
  if (checkpoint) return [checkpoint]
  throw new CommandFailure(exitCodes.usage, [m('verify.no-checkpoint', { file })])
}

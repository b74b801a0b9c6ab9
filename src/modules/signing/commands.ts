import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CommandResult, LoneCall, LoneCommand } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { evidenceInPdf } from './evidence/from-pdf.ts'
import { type VerifiedEvidence, verifyEvidence } from './evidence/verify.ts'
import { m } from './messages/index.ts'
import { sha256 } from './service/records.ts'

/** Checks evidence without the house: anybody who holds the files can run it anywhere. */
export const signingCommand: LoneCommand = {
  name: 'signing',
  usage: 'verify EVIDENCE.pdf [DOCUMENT.pdf] [--key PUBLIC.pem]',
  summary: m('command.summary'),
  options: { key: { kind: 'text', summary: m('command.key') } },
  async alone(call) {
    const [verb, evidence, document] = call.words
    if (verb !== 'verify' || evidence === undefined || call.words.length > 3) {
      return ended(2, [m('command.usage')], null)
    }
    return verifyFiles(call, evidence, document ?? null)
  },
}

async function verifyFiles(
  call: LoneCall,
  evidence: string,
  document: string | null,
): Promise<CommandResult> {
  const bytes = await readFile(evidence).catch(() => null)
  if (!bytes) return ended(2, [m('command.unreadable', { file: evidence })], null)
  const keyFile = call.options['key']
  const key = typeof keyFile === 'string' ? await publicKey(keyFile) : null
  if (typeof keyFile === 'string' && !key) {
    return ended(2, [m('command.unreadable', { file: keyFile })], null)
  }
  const isJson = bytes.subarray(0, 1).toString() === '{'
  const text = isJson ? bytes.toString('utf8') : evidenceInPdf(bytes)
  if (text === null) return ended(1, [m('command.no-evidence-file', { file: evidence })], null)
  const verified = verifyEvidence(text, key)
  if (typeof verified === 'string') {
    return ended(1, [m('command.altered'), m(`command.${verified}`)], { fault: verified })
  }
  const lines = linesOf(verified)
  if (document === null) return ended(0, [...lines, m('command.no-document')], verified)
  const given = await readFile(document).catch(() => null)
  if (!given) return ended(2, [m('command.unreadable', { file: document })], null)
  const isSame = sha256(given) === verified.pdfSha256
  const word = m(isSame ? 'command.same-document' : 'command.another-document', { file: document })
  return ended(isSame ? 0 : 1, [...lines, word], { ...verified, isSameDocument: isSame })
}

function linesOf(verified: VerifiedEvidence): Message[] {
  return [
    m('command.whole', { count: verified.entries.length }),
    m(verified.isSealed === null ? 'command.no-key' : 'command.sealed', { key: verified.keyId }),
    m('command.hash', { version: verified.version, hash: verified.sha256 }),
    ...verified.entries
      .filter(({ version, name }) => version === verified.version && name !== null)
      .map(({ at, name, what }) => m('command.entry', { at, name: name ?? '', what })),
    m('command.ask', { address: verified.address }),
  ]
}

async function publicKey(file: string): Promise<KeyObject | null> {
  try {
    return createPublicKey(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

function ended(exitCode: number, lines: readonly Message[], data: unknown): CommandResult {
  return { exitCode, lines, data }
}

import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { s3BlobStore } from '#kernel/files'
import type { Config } from '../../config.ts'
import { m } from '../messages/index.ts'
import { type Finding, ok, problem, warning } from './finding.ts'

const patienceMilliseconds = 5000

/** The mail server: answers with the greeting of RFC 5321. Nothing is sent and no password tried. */
export async function checkMail(config: Config): Promise<Finding[]> {
  if (config.mode === 'demonstration') return [ok('mail', m('doctor.mail.demonstration'))]
  if (config.smtpUrl === null) {
    return [warning('mail', m('doctor.mail.none'), m('variable.WEFT_SMTP_URL'))]
  }
  const { protocol, hostname, port } = new URL(config.smtpUrl)
  const secure = protocol === 'smtps:'
  const at = { host: hostname, port: Number(port) || (secure ? 465 : 587) }
  const place = `${at.host}:${at.port}`
  try {
    const socket = secure ? connectSecurely({ ...at, servername: hostname }) : connect(at)
    const greeting = await firstLine(socket)
    return greeting.startsWith('220')
      ? [ok('mail', m('doctor.mail.ok', { place }))]
      : [problem('mail', m('doctor.mail.odd', { place }), m('doctor.mail.advice'))]
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? (error as Error).message
    return [problem('mail', m('doctor.mail.failed', { place, detail }), m('doctor.mail.advice'))]
  }
}

/** The S3-compatible store: answers, knows the bucket and takes the key. A name is asked for that nobody has. */
export async function checkStore(config: Config): Promise<Finding[]> {
  if (config.s3 === null) return [ok('files', m('doctor.files.disk'))]
  const { bucket } = config.s3
  try {
    await Promise.race([s3BlobStore(config.s3).has('0'.repeat(64)), timeUp()])
    return [ok('files', m('doctor.files.s3', { bucket }))]
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    const says = m('doctor.files.s3-failed', { bucket, detail })
    return [problem('files', says, m('variable.WEFT_S3_ENDPOINT'))]
  }
}

function firstLine(socket: Socket): Promise<string> {
  const line = new Promise<string>((resolve, reject) => {
    socket.once('data', (bytes: Buffer) => resolve(bytes.toString('latin1')))
    socket.once('error', reject)
    socket.once('end', () => resolve(''))
    socket.setTimeout(patienceMilliseconds, () => reject(new Error('ETIMEDOUT')))
  })
  return line.finally(() => socket.destroy())
}

function timeUp(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('ETIMEDOUT')), patienceMilliseconds).unref()
  })
}

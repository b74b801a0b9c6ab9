import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { Config } from '../../config.ts'
import { m } from '../messages/index.ts'
import { causeOf, type Finding, ok, problem, warning } from './finding.ts'

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
    const says = m('doctor.mail.failed', { place, detail: causeOf(error) })
    return [problem('mail', says, m('doctor.mail.advice'))]
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

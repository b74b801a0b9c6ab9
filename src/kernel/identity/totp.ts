import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { attempting, limits } from './attempts.ts'
import { recoveryCodesMade, recoveryCodeUsed, totpDisabled, totpEnabled } from './entries.ts'
import { tellOwner } from './letters.ts'
import { m } from './messages/index.ts'
import { open, seal } from './secrets.ts'
import {
  endSessionsOf,
  freshSession,
  halfSessionByToken,
  ownSession,
  rotateSession,
  startSession,
  type StartedSession,
} from './sessions.ts'
import type { IdentitySettings, Perform } from './settings.ts'
import { hashOf } from './tokens.ts'

const stepSeconds = 30
const recoveryCodeCount = 10

/** What an authenticator app needs: the URI for a QR code, and the secret to type. */
export interface TotpEnrolment {
  uri: string
  secret: string
}

/** Begins with an authenticator app (RFC 6238). It counts only after `confirmTotp`; asking again makes a new secret. */
export async function enrolTotp(
  work: Work,
  settings: IdentitySettings,
  input: { sessionId: string; accountLabel: string },
): Promise<TotpEnrolment | Refusal> {
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const known = await credentialOf(work, session.personId)
  if (known?.confirmed_at) return refuse(409, m('totp.already'))
  const secret = new Secret({ size: 20 })
  const sealed = seal(settings.keys, 'totp', secret.bytes)
  const values = { sealed_secret: sealed, last_step: 0, enrolled_at: work.now, confirmed_at: null }
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('totp_credentials')
      .values({ person_id: session.personId, ...values })
      .onConflict((conflict) =>
        conflict
          .column('person_id')
          .doUpdateSet(values)
          .where('totp_credentials.confirmed_at', 'is', null),
      )
      .execute(),
  )
  const totp = totpOf(secret, settings.siteName, input.accountLabel)
  return { uri: totp.toString(), secret: secret.base32 }
}

/** Confirms the app by its first code: from now on it is asked for. Gives ten recovery codes, shown this once; other sessions end. */
export async function confirmTotp(
  perform: Perform,
  settings: IdentitySettings,
  input: { sessionId: string; code: string },
): Promise<{ recoveryCodes: string[]; token: string } | Refusal> {
  const session = await perform((work) => freshSession(work, input.sessionId))
  if (isRefused(session)) return session
  return attempting(perform, settings.keys, totpCounts(session.personId), () =>
    perform(async (work) => {
      const known = await credentialOf(work, session.personId)
      if (!known || known.confirmed_at) return refuse(409, m('totp.begin-again'))
      const taken = await takeCode(work, settings, session.personId, input.code)
      if (isRefused(taken)) return taken
      const entry = totpEnabled({
        object: { kind: 'person', id: session.personId },
        personId: session.personId,
        data: {},
      })
      await work.write(entry, (tx) =>
        tx
          .updateTable('totp_credentials')
          .set({ confirmed_at: work.now })
          .where('person_id', '=', session.personId)
          .execute(),
      )
      const recoveryCodes = await makeRecoveryCodes(work, session.personId)
      await endSessionsOf(work, session.personId, {
        except: input.sessionId,
        reason: 'second-factor-enabled',
      })
      await tellOwner(work, settings, 'second-factor-changed', session.personId)
      const rotated = await rotateSession(work, input.sessionId, 'totp')
      return isRefused(rotated) ? rotated : { recoveryCodes, token: rotated.token }
    }),
  )
}

/** The second step of a sign-in: a code of the app, or one of the recovery codes. A code is taken once. */
export async function verifySecondFactor(
  perform: Perform,
  settings: IdentitySettings,
  input: { halfToken: string; code: string },
): Promise<StartedSession | Refusal> {
  const half = await perform((work) => halfSessionByToken(work, input.halfToken))
  if (isRefused(half)) return half
  return attempting(perform, settings.keys, totpCounts(half.personId), () =>
    perform(async (work) => {
      const still = await halfSessionByToken(work, input.halfToken)
      if (isRefused(still)) return still
      const factor = await takeEither(work, settings, half.personId, input.code)
      if (isRefused(factor)) return factor
      return startSession(work, {
        personId: half.personId,
        method: half.method,
        factors: [...half.factors, factor],
        device: half.device,
        replaces: input.halfToken,
      })
    }),
  )
}

/** Proves oneself again with a code of the app; the session gets a new token. */
export async function confirmWithTotp(
  perform: Perform,
  settings: IdentitySettings,
  input: { sessionId: string; code: string },
): Promise<{ token: string } | Refusal> {
  const session = await perform((work) => ownSession(work, input.sessionId))
  if (isRefused(session)) return session
  return attempting(perform, settings.keys, totpCounts(session.personId), () =>
    perform(async (work) => {
      const known = await credentialOf(work, session.personId)
      if (!known?.confirmed_at) return refuse(422, m('totp.off'))
      const taken = await takeCode(work, settings, session.personId, input.code)
      return isRefused(taken) ? taken : rotateSession(work, input.sessionId, 'totp')
    }),
  )
}

/** Makes ten new recovery codes; earlier ones are worth nothing any more. */
export async function renewRecoveryCodes(
  work: Work,
  input: { sessionId: string },
): Promise<{ recoveryCodes: string[] } | Refusal> {
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const known = await credentialOf(work, session.personId)
  if (!known?.confirmed_at) return refuse(422, m('totp.off'))
  return { recoveryCodes: await makeRecoveryCodes(work, session.personId) }
}

/** Switches the second factor off, from a fresh session, and tells the owner. */
export async function disableTotp(
  work: Work,
  settings: IdentitySettings,
  input: { sessionId: string },
): Promise<{ token: string } | Refusal> {
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const known = await credentialOf(work, session.personId)
  if (!known?.confirmed_at) return refuse(422, m('totp.off'))
  const entry = totpDisabled({
    object: { kind: 'person', id: session.personId },
    personId: session.personId,
    data: {},
  })
  await work.write(entry, async (tx) => {
    await tx.deleteFrom('totp_recovery_codes').where('person_id', '=', session.personId).execute()
    await tx.deleteFrom('totp_credentials').where('person_id', '=', session.personId).execute()
  })
  await tellOwner(work, settings, 'second-factor-changed', session.personId)
  return rotateSession(work, input.sessionId)
}

/** Whether a second factor is on, and how many recovery codes are left. */
export async function totpState(
  work: Work,
  personId: string,
): Promise<{ enabled: boolean; recoveryCodesLeft: number }> {
  const known = await credentialOf(work, personId)
  const codes = await work.read
    .selectFrom('totp_recovery_codes')
    .select('id')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
  return { enabled: known?.confirmed_at != null, recoveryCodesLeft: codes.length }
}

function totpCounts(personId: string) {
  return [
    { limit: limits.totp, key: personId },
    { limit: limits.totpDaily, key: personId },
  ]
}

async function credentialOf(work: Work, personId: string) {
  return work.read
    .selectFrom('totp_credentials')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

async function takeEither(
  work: Work,
  settings: IdentitySettings,
  personId: string,
  typed: string,
): Promise<'totp' | 'recovery-code' | Refusal> {
  const code = typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  if (/^\d{6}$/.test(code)) {
    const taken = await takeCode(work, settings, personId, code)
    return isRefused(taken) ? taken : 'totp'
  }
  const taken = await takeRecoveryCode(work, personId, code)
  return isRefused(taken) ? taken : 'recovery-code'
}

/** Takes a code of this step or a neighbour, unless that step or a later one was taken before (RFC 6238 §5.2). */
async function takeCode(
  work: Work,
  settings: IdentitySettings,
  personId: string,
  typed: string,
): Promise<'taken' | Refusal> {
  const wrong = refuse(422, m('totp.wrong'), { code: m('totp.wrong') })
  const known = await credentialOf(work, personId)
  const code = typed.normalize('NFKC').replaceAll(/\s/g, '')
  if (!known || !/^\d{6}$/.test(code)) return wrong
  const bytes = open(settings.keys, 'totp', known.sealed_secret)
  const totp = totpOf(new Secret({ buffer: Uint8Array.from(bytes).buffer }), settings.siteName, '')
  const timestamp = work.now.getTime()
  const delta = totp.validate({ token: code, timestamp, window: 1 })
  if (delta === null) return wrong
  const step = Math.floor(timestamp / 1000 / stepSeconds) + delta
  const taken = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('totp_credentials')
      .set({ last_step: step })
      .where('person_id', '=', personId)
      .where('last_step', '<', step)
      .returning('person_id')
      .executeTakeFirst(),
  )
  return taken ? 'taken' : wrong
}

async function takeRecoveryCode(
  work: Work,
  personId: string,
  code: string,
): Promise<'taken' | Refusal> {
  const wrong = refuse(422, m('totp.wrong'), { code: m('totp.wrong') })
  const used = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('totp_recovery_codes')
      .set({ used_at: work.now })
      .where('person_id', '=', personId)
      .where('code_hash', '=', hashOf(code))
      .where('used_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  )
  if (!used) return wrong
  const { recoveryCodesLeft } = await totpState(work, personId)
  const entry = recoveryCodeUsed({
    object: { kind: 'person', id: personId },
    personId,
    data: { left: recoveryCodesLeft },
  })
  await work.write(entry, async () => undefined)
  return 'taken'
}

async function makeRecoveryCodes(work: Work, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode)
  const rows = codes.map((code) => ({
    id: randomUUIDv7(),
    person_id: personId,
    code_hash: hashOf(code.replaceAll('-', '')),
    made_at: work.now,
    used_at: null,
  }))
  const entry = recoveryCodesMade({
    object: { kind: 'person', id: personId },
    personId,
    data: { count: codes.length },
  })
  await work.write(entry, async (tx) => {
    await tx.deleteFrom('totp_recovery_codes').where('person_id', '=', personId).execute()
    await tx.insertInto('totp_recovery_codes').values(rows).execute()
  })
  return codes
}

/** 80 random bits in Base32, in four groups of four; never only digits, so that it is not taken for an app's code. */
function newRecoveryCode(): string {
  const text = new Secret({ buffer: Uint8Array.from(randomBytes(10)).buffer }).base32
  return /^\d+$/.test(text) ? newRecoveryCode() : text.replaceAll(/(.{4})(?=.)/g, '$1-')
}

function totpOf(secret: Secret, issuer: string, label: string): TOTP {
  return new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: stepSeconds })
}

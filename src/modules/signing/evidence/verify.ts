import { type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, commitment } from '#kernel/chronicle'
import { assertionHolds } from '#kernel/identity'
import { recordFormat, sha256 } from '../service/records.ts'
import { evidenceFormat } from './evidence.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const evidenceSchema = z.looseObject({
  format: z.literal(evidenceFormat),
  node: z.string(),
  address: z.string(),
  document: z.string(),
  version: z.int(),
  sha256: hash,
  pdfSha256: hash,
  canonical: z.string().nullable(),
  issuedAt: z.string(),
  chain: z
    .array(
      z.object({
        body: z.string().max(100_000),
        hash,
        personal: z.record(z.string(), z.object({ salt: z.string(), value: z.string() })),
      }),
    )
    .min(1)
    .max(10_000),
  seal: z.object({ keyId: z.string(), signature: z.string() }),
})

/** What is wrong with evidence; the first thing found. */
export type EvidenceFault =
  | 'no-evidence'
  | 'entry-altered'
  | 'chain-broken'
  | 'name-altered'
  | 'passkey-false'
  | 'canonical-altered'
  | 'other-document'
  | 'seal-false'

/** What evidence says, once it is found whole in itself. */
export interface VerifiedEvidence {
  node: string
  address: string
  document: string
  version: number
  sha256: string
  pdfSha256: string
  /** The hash of the last entry: by it the house finds the document. */
  head: string
  keyId: string
  /** Whether the seal was checked with a key of the house; null where none was given. */
  isSealed: boolean | null
  entries: {
    what: string
    at: string
    version: number
    name: string | null
    label: unknown
    means: string | null
  }[]
}

interface Body {
  format?: unknown
  document?: unknown
  position?: unknown
  previous?: unknown
  at?: unknown
  what?: unknown
  version?: unknown
  sha256?: unknown
  label?: unknown
  means?: unknown
  proof?: unknown
  personal?: Record<string, unknown>
}

/**
 * Checks evidence by itself: every entry has the hash that is written beside it and names the one before, every name is the
 * one to which its entry commits, the canonical text has the hash that was signed, and the seal is the house's where its
 * public key is at hand. Whether it is the house's latest word only the house can say.
 */
export function verifyEvidence(
  text: string,
  key: KeyObject | null = null,
): VerifiedEvidence | EvidenceFault {
  const parsed = evidenceSchema.safeParse(parseJson(text))
  if (!parsed.success) return 'no-evidence'
  const { seal, ...evidence } = parsed.data
  const bodies: Body[] = []
  let previous: string | null = null
  for (const [index, entry] of evidence.chain.entries()) {
    if (sha256(entry.body) !== entry.hash) return 'entry-altered'
    const body = parseJson(entry.body) as Body | null
    if (!body || body.format !== recordFormat) return 'no-evidence'
    if (body.position !== index + 1 || body.previous !== previous) return 'chain-broken'
    if (body.document !== evidence.document) return 'other-document'
    for (const [field, { salt, value }] of Object.entries(entry.personal)) {
      const committed = commitment(Buffer.from(salt, 'hex'), field, value)
      if (body.personal?.[field] !== committed) return 'name-altered'
    }
    if (!passkeyHolds(body)) return 'passkey-false'
    bodies.push(body)
    previous = entry.hash
  }
  if (evidence.canonical !== null && sha256(evidence.canonical) !== evidence.sha256) {
    return 'canonical-altered'
  }
  const added = bodies.find(
    ({ what, version }) => what === 'version-added' && version === evidence.version,
  )
  if (added?.sha256 !== evidence.sha256) return 'other-document'
  const isSealed =
    key &&
    verify(
      null,
      new TextEncoder().encode(canonicalJson(evidence)),
      key,
      Buffer.from(seal.signature, 'base64'),
    )
  if (isSealed === false) return 'seal-false'
  const { node, address, document, version, sha256: signed, pdfSha256 } = evidence
  const facts = { node, address, document, version, sha256: signed, pdfSha256 }
  const entries = bodies.map((body, index) => ({
    what: String(body.what),
    at: String(body.at),
    version: Number(body.version),
    name: evidence.chain[index]!.personal['name']?.value ?? null,
    label: body.label ?? null,
    means: typeof body.means === 'string' ? body.means : null,
  }))
  return { ...facts, head: previous!, keyId: seal.keyId, isSealed, entries }
}

const passkeySchema = z.object({
  kind: z.literal('passkey'),
  assertion: z.object({
    credentialId: z.string(),
    publicKey: z.record(z.string(), z.string()),
    authenticatorData: z.string(),
    clientDataJSON: z.string(),
    signature: z.string(),
  }),
})

/** Where a passkey signed: that its answer is one over the hash that the entry names. */
function passkeyHolds({ proof, sha256: signed }: Body): boolean {
  if ((proof as { kind?: unknown } | undefined)?.kind !== 'passkey') return true
  const given = passkeySchema.safeParse(proof)
  return given.success && assertionHolds(given.data.assertion, String(signed))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import { canonicalJson, type Signer } from '#kernel/chronicle'
import type { LocalText } from '#kernel/values'
import type { ChainEntry } from '../queries/evidence.ts'

/** The name of the form of evidence, and of the file in which it travels inside a PDF. */
export const evidenceFormat = 'weft-evidence-1'
export const evidenceName = 'weft-evidence.json'

/** The evidence of one version of a document: everything that an outsider needs to check it without the house. */
export interface Evidence {
  format: typeof evidenceFormat
  /** The name of the node, and the page on which anybody asks it. */
  node: string
  address: string
  document: string
  version: number
  titles: LocalText
  keeper: LocalText
  sha256: string
  pdfSha256: string
  /** The RFC 8785 text that is hashed; null where the PDF's own bytes are. */
  canonical: string | null
  issuedAt: string
  chain: ChainEntry[]
}

/** The evidence as it is handed out: canonical JSON, signed with the key of the house. */
export function writeEvidence(evidence: Evidence, signer: Signer): string {
  const text = canonicalJson(evidence)
  const signature = Buffer.from(signer.sign(new TextEncoder().encode(text))).toString('base64')
  return canonicalJson({ ...evidence, seal: { keyId: signer.keyId, signature } })
}

import { createHash, sign } from 'node:crypto'
import { XmlC14NMode, XmlDocument, type XmlElement } from 'libxml2-wasm'
import type { Signer } from './certificates.fixture.ts'

export const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'

export interface How {
  signature?: string
  digest?: string
  canonical?: 'inclusive' | 'exclusive'
  hash?: 'sha1' | 'sha256' | 'sha512'
  uri?: string
  /** What stands beside the two usual transforms, or in their place. */
  transforms?: string
  keyInfo?: string
  prefix?: string
}

/**
 * Signs a document as an EMREX provider does: enveloped, over the whole, the certificate beside it. The canonical
 * form is libxml2's, so that it is another program than the one that checks.
 */
export function signed(xml: string, signer: Signer, how: How = {}): string {
  const hash = how.hash ?? 'sha256'
  const mode =
    how.canonical === 'exclusive' ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0
  const digest = createHash(hash)
    .update(canonical(xml, null, mode))
    .digest('base64')
  const unsigned = put(xml, signatureOf(digest, '', signer, how))
  const info = canonical(unsigned, 'SignedInfo', mode)
  const key = { key: signer.privateKey, dsaEncoding: 'ieee-p1363' as const }
  const value = sign(hash, Buffer.from(info), key).toString('base64')
  return put(xml, signatureOf(digest, value, signer, how))
}

/** A document with something more at its end. */
export function put(xml: string, part: string): string {
  const end = xml.lastIndexOf('</elmo>')
  return `${xml.slice(0, end)}${part}${xml.slice(end)}`
}

function signatureOf(digest: string, value: string, signer: Signer, how: How): string {
  const hash = how.hash ?? 'sha256'
  const kind = signer.privateKey.asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa'
  const method =
    how.signature ??
    (hash === 'sha1' ? `${dsig}rsa-sha1` : `http://www.w3.org/2001/04/xmldsig-more#${kind}-${hash}`)
  const digestMethod =
    how.digest ?? (hash === 'sha1' ? `${dsig}sha1` : `http://www.w3.org/2001/04/xmlenc#${hash}`)
  const c14n = how.canonical === 'exclusive' ? exclusive : inclusive
  const transforms =
    how.transforms ??
    `<Transform Algorithm="${dsig}enveloped-signature"/>${
      how.canonical === 'exclusive' ? `<Transform Algorithm="${exclusive}"/>` : ''
    }`
  const keyInfo =
    how.keyInfo ??
    `<KeyInfo><X509Data><X509Certificate>${signer.certificate}</X509Certificate></X509Data></KeyInfo>`
  const signature = `<Signature xmlns="${dsig}"><SignedInfo><CanonicalizationMethod Algorithm="${c14n}"/><SignatureMethod Algorithm="${method}"/><Reference URI="${how.uri ?? ''}"><Transforms>${transforms}</Transforms><DigestMethod Algorithm="${digestMethod}"/><DigestValue>${digest}</DigestValue></Reference></SignedInfo><SignatureValue>${value}</SignatureValue>${keyInfo}</Signature>`
  if (!how.prefix) return signature
  return signature
    .replaceAll(/<(\/?)(?=[A-Z])/g, `<$1${how.prefix}:`)
    .replace(' xmlns=', ` xmlns:${how.prefix}=`)
}

function canonical(
  xml: string,
  element: string | null,
  mode: (typeof XmlC14NMode)[keyof typeof XmlC14NMode],
): string {
  using document = XmlDocument.fromString(xml)
  if (element === null) return document.canonicalizeToString({ mode, withComments: false })
  const found = document.get(`//*[local-name()='${element}']`) as XmlElement
  return found.canonicalizeToString({ mode, withComments: false })
}

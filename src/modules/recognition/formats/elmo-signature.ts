import type { XmlElement } from '#kernel/files'
import { SignedXml } from 'xml-crypto'
import { DOMParser } from '@xmldom/xmldom'
import {
  canonicalisations,
  digests,
  enveloped,
  signatureMethods,
  verifierOf,
} from './signature-algorithms.ts'
import { type CertificateFacts, readCertificate } from './certificate.ts'
import { token } from './elmo-values.ts'

/** Why a signature does not hold (`broken`), or why that cannot be found out (`unverifiable`). */
export type SignatureReason =
  | 'content-changed'
  | 'value-wrong'
  | 'several-signatures'
  | 'not-on-the-whole'
  | 'structure'
  | 'algorithm'
  | 'no-certificate'
  | 'certificate-unreadable'

/** What mathematics and form say of a document's signature; whose certificate it is, is another question. */
export interface SignatureFacts {
  state: 'intact' | 'broken' | 'unverifiable'
  reason: SignatureReason | null
  /** The signature's algorithm as people name it, or the address of one that is not taken. */
  algorithm: string
  /** What makes it weaker than today's practice asks: SHA-1 somewhere, or a short key. */
  weak: ('sha1' | 'short-key')[]
  certificate: CertificateFacts | null
}

export interface SignatureCheck {
  facts: SignatureFacts
  /** The canonical bytes that the signature covers, as text; null unless it is intact. Only they are to be read. */
  covered: string | null
}

const namespace = 'http://www.w3.org/2000/09/xmldsig#'
/** A chain is short; more is somebody's attempt to keep us busy. */
const mostCertificates = 5

/**
 * Checks the enveloped XML signature of a document (XMLDSig Core 1.1, sections 3.2, 4 and 8): one signature, a child
 * of the root, with exactly one reference, and that to the whole document. Anything else is refused before any
 * arithmetic, because a signature that covers something else than what is read says nothing about it. Null where the
 * document has no signature. The text must be free of a document type declaration.
 */
export function checkSignature(text: string, root: XmlElement): SignatureCheck | null {
  const signatures = all(root, (each) => each.name === 'Signature' && each.namespace === namespace)
  const [signature] = signatures
  if (!signature) return null
  const form = formOf(signature)
  const found = certificatesOf(signature)
  const shared = {
    algorithm: form.algorithm,
    weak: form.weak,
    certificate: found.certificates[0] ?? null,
  }
  const fault = (state: 'broken' | 'unverifiable', reason: SignatureReason): SignatureCheck => ({
    facts: { ...shared, state, reason },
    covered: null,
  })
  if (signatures.length > 1) return fault('broken', 'several-signatures')
  if (signature.parent !== root) return fault('broken', 'not-on-the-whole')
  if (form.fault) return fault(form.fault === 'algorithm' ? 'unverifiable' : 'broken', form.fault)
  if (found.certificates.length === 0) {
    return fault('unverifiable', found.unreadable ? 'certificate-unreadable' : 'no-certificate')
  }
  for (const certificate of found.certificates) {
    const covered = verify(text, certificate, form.method)
    if (covered === 'content-changed') return fault('broken', covered)
    if (covered === null) continue
    const weak = certificate.isShort ? [...shared.weak, 'short-key' as const] : shared.weak
    const facts = { ...shared, weak, certificate, state: 'intact' as const, reason: null }
    return { facts, covered }
  }
  return fault('broken', 'value-wrong')
}

interface Form {
  method: string
  algorithm: string
  weak: SignatureFacts['weak']
  fault: 'structure' | 'not-on-the-whole' | 'algorithm' | null
}

/** Reads what a signature claims to be, and whether that is one of the few forms that are taken. */
function formOf(signature: XmlElement): Form {
  const info = only(signature, 'SignedInfo')
  const reference = info && only(info, 'Reference')
  const method = algorithmOf(info && only(info, 'SignatureMethod'))
  const digest = algorithmOf(reference && only(reference, 'DigestMethod'))
  const known = signatureMethods[method]
  const weak = known?.hash === 'sha1' || digests[digest] === 'sha1' ? ['sha1' as const] : []
  const form = { method, algorithm: known?.name ?? method.slice(0, 200), weak }
  if (isAdvanced(signature)) return { ...form, algorithm: 'XAdES', fault: 'algorithm' }
  if (!info || !reference || !isPlain(signature, info)) return { ...form, fault: 'structure' }
  if (reference.attributes.get('URI') !== '') return { ...form, fault: 'not-on-the-whole' }
  const canonical = algorithmOf(only(info, 'CanonicalizationMethod'))
  const transforms = (only(reference, 'Transforms')?.children ?? []).map(algorithmOf)
  const [first, second, ...more] = transforms
  if (first !== enveloped || more.length > 0) return { ...form, fault: 'not-on-the-whole' }
  const taken =
    known !== undefined &&
    digests[digest] !== undefined &&
    canonicalisations.has(canonical) &&
    (second === undefined || canonicalisations.has(second))
  return { ...form, fault: taken ? null : 'algorithm' }
}

/**
 * Whether it is an advanced signature (XAdES, ETSI EN 319 132-1): it signs properties of its own beside the document, by
 * rules that are not checked here. That is no fault of the document.
 */
function isAdvanced(signature: XmlElement): boolean {
  const isEtsi = ({ name, namespace: of }: XmlElement) =>
    name === 'QualifyingProperties' && of.startsWith('http://uri.etsi.org/01903/')
  return all(signature, isEtsi).length > 0
}

/** Whether a signature has its parts once each, and none in which another of their names could hide. */
function isPlain(signature: XmlElement, info: XmlElement): boolean {
  const allowed = ['SignedInfo', 'SignatureValue', 'KeyInfo']
  const parts = signature.children.map(({ name }) => name)
  const names = ['SignedInfo', 'SignatureValue', 'SignatureMethod', 'CanonicalizationMethod']
  return (
    parts.every((name) => allowed.includes(name)) &&
    new Set(parts).size === parts.length &&
    info.children.length === 3 &&
    [...names, 'Reference', 'DigestValue', 'DigestMethod'].every(
      (name) => all(signature, (each) => each.name === name).length === 1,
    )
  )
}

function certificatesOf(signature: XmlElement) {
  const given = all(
    signature,
    (each) => each.name === 'X509Certificate' && each.namespace === namespace,
  )
  const read = given
    .slice(0, mostCertificates)
    .map(({ text }) => readCertificate(text.replaceAll(/\s+/g, '')))
  return {
    certificates: read.filter((each) => each !== null),
    unreadable: read.includes(null),
  }
}

/** The covered text where key and value fit; null where they do not; what differs where the content is another. */
function verify(
  text: string,
  certificate: CertificateFacts,
  method: string,
): string | null | 'content-changed' {
  const verifier = verifierOf(method, certificate.pem)
  if (!verifier) return null
  try {
    const document = new DOMParser().parseFromString(text, 'text/xml')
    const nodes = Array.from(document.getElementsByTagNameNS(namespace, 'Signature'))
    if (nodes.length !== 1) return null
    const signed = new SignedXml({ publicCert: certificate.pem })
    // Nothing but the one algorithm that was looked at can be asked for.
    signed.SignatureAlgorithms = { [method]: verifier } as never
    signed.loadSignature(nodes[0] as never)
    if (!signed.checkSignature(text)) return 'content-changed'
    const references = signed.getSignedReferences()
    return references.length === 1 ? references[0]! : null
  } catch {
    return null
  }
}

function all(root: XmlElement, fits: (element: XmlElement) => boolean): XmlElement[] {
  const found: XmlElement[] = []
  const waiting = [root]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (fits(next)) found.push(next)
    waiting.push(...next.children)
  }
  return found
}

function only(parent: XmlElement, name: string): XmlElement | undefined {
  const found = parent.children.filter((each) => each.name === name && each.namespace === namespace)
  return found.length === 1 ? found[0] : undefined
}

function algorithmOf(element: XmlElement | undefined): string {
  return token(element?.attributes.get('Algorithm') ?? '')
}

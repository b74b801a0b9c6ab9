import { X509Certificate } from 'node:crypto'
import { plainText } from './plain-text.ts'

/** A certificate (X.509) as far as a person compares it with what the signer says of it elsewhere. */
export interface CertificateFacts {
  /** SHA-256 of the certificate, 64 hexadecimal digits. */
  fingerprint: string
  subject: string
  issuer: string
  serial: string
  /** From when until when its maker says that it counts, ISO 8601. */
  notBefore: string
  notAfter: string
  /** As people name the key: `RSA 2048`, `EC prime256v1`. */
  key: string
  /** Whether the key is shorter than what is asked today: RSA of less than 2048 bits. */
  isShort: boolean
  pem: string
}

/** A chain of certificates is far smaller; what is larger is none. */
const mostCharacters = 20_000

/** Reads one certificate, as PEM or the bare Base64 that stands in an XML signature; null where it is none. */
export function readCertificate(text: string): CertificateFacts | null {
  const given = text.trim()
  if (given === '' || given.length > mostCharacters) return null
  try {
    const isPem = given.includes('-----BEGIN CERTIFICATE-----')
    const bare = given.replaceAll(/\s+/g, '')
    if (!isPem && !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return null
    return factsOf(new X509Certificate(isPem ? given : Buffer.from(bare, 'base64')))
  } catch {
    return null
  }
}

/** Reads a certificate's file: PEM, or DER as it comes from a browser. */
export function readCertificateFile(bytes: Uint8Array): CertificateFacts | null {
  if (bytes.length === 0 || bytes.length > mostCharacters) return null
  if (bytes[0] !== 0x30) return readCertificate(Buffer.from(bytes).toString('latin1'))
  try {
    return factsOf(new X509Certificate(bytes))
  } catch {
    return null
  }
}

function factsOf(certificate: X509Certificate): CertificateFacts {
  const key = certificate.publicKey
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  const kind = (key.asymmetricKeyType ?? '').toUpperCase()
  return {
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    serial: certificate.serialNumber,
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    key: `${kind} ${modulusLength ?? namedCurve ?? ''}`.trim(),
    isShort: kind === 'RSA' && (modulusLength ?? 0) < 2048,
    pem: certificate.toString().trim(),
  }
}

/** A distinguished name on one line, its parts in the order of the certificate. */
function nameOf(name: string | undefined): string {
  return plainText((name ?? '').split('\n').join(', ')).slice(0, 300)
}

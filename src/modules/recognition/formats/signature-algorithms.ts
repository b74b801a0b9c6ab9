import { createPublicKey, sign, verify } from 'node:crypto'

interface Method {
  /** As people name it. */
  name: string
  key: 'rsa' | 'ec'
  hash: 'sha1' | 'sha256' | 'sha384' | 'sha512'
}

/**
 * The signature algorithms that are taken (XMLDSig Core 1.1, section 6.4; RFC 9231). SHA-1 is taken because EMREX
 * providers still use it, and said to be weak. HMAC is not: whoever can check it could have made it.
 */
export const signatureMethods: Readonly<Record<string, Method>> = {
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': { name: 'RSA, SHA-1', key: 'rsa', hash: 'sha1' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': {
    name: 'RSA, SHA-256',
    key: 'rsa',
    hash: 'sha256',
  },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': {
    name: 'RSA, SHA-384',
    key: 'rsa',
    hash: 'sha384',
  },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': {
    name: 'RSA, SHA-512',
    key: 'rsa',
    hash: 'sha512',
  },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': {
    name: 'ECDSA, SHA-256',
    key: 'ec',
    hash: 'sha256',
  },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384': {
    name: 'ECDSA, SHA-384',
    key: 'ec',
    hash: 'sha384',
  },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512': {
    name: 'ECDSA, SHA-512',
    key: 'ec',
    hash: 'sha512',
  },
}

/** The digests that are taken, by their address. */
export const digests: Readonly<Record<string, Method['hash']>> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
}

/** The transform that takes the signature out of the document that it signs. */
export const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

/** Canonical XML 1.0, inclusive and exclusive. */
export const canonicalisations: ReadonlySet<string> = new Set([
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2001/10/xml-exc-c14n#WithComments',
])

/**
 * What `xml-crypto` checks a value with, for one algorithm and certificate; null where the key is of another kind,
 * which node:crypto would otherwise take without a word. ECDSA values are two numbers side by side (RFC 9231, 2.3.6).
 */
export function verifierOf(method: string, pem: string) {
  const known = signatureMethods[method]
  if (!known) return null
  const key = createPublicKey(pem)
  if (key.asymmetricKeyType !== known.key) return null
  const dsaEncoding = 'ieee-p1363' as const
  return class {
    getAlgorithmName() {
      return method
    }
    getSignature(signedInfo: string, privateKey: string) {
      const bytes = Buffer.from(signedInfo, 'utf8')
      return sign(known.hash, bytes, { key: privateKey, dsaEncoding }).toString('base64')
    }
    verifySignature(material: string, _key: unknown, value: string) {
      const bytes = Buffer.from(material, 'utf8')
      return verify(known.hash, bytes, { key, dsaEncoding }, Buffer.from(value, 'base64'))
    }
  }
}

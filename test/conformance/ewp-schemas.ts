import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XmlDocument, xmlRegisterInputProvider, XmlValidateError, XsdValidator } from 'libxml2-wasm'

/** The standards of Erasmus Without Paper, beside the checkout. */
export const ewp = fileURLToPath(new URL('../../../shared/standards/ewp/', import.meta.url))

/** Serves the schemas' remote imports from the local copies that catalog.xml names. */
export function registerCatalogue(): void {
  const catalogue = readFileSync(join(ewp, 'catalog.xml'), 'utf8')
  const local = new Map<string, string>()
  for (const [, from, to] of catalogue.matchAll(/(?:name|systemId)="([^"]+)" uri="([^"]+)"/g)) {
    local.set(from!, join(ewp, to!))
  }
  // A relative import inside a mapped schema is resolved against the address it was mapped from.
  const pathOf = (name: string) => {
    const sibling = /(ewp-specs-[\w-]+-v[\d.]+\/.+)$/.exec(name)?.[1]
    return local.get(name) ?? (sibling ? join(ewp, 'schemas', sibling) : name)
  }
  xmlRegisterInputProvider({
    match: (name) => existsSync(pathOf(name)),
    open: (name) => openSync(pathOf(name), 'r'),
    read: (file, buffer) => readSync(file, buffer, 0, buffer.byteLength, null),
    close: (file) => {
      closeSync(file)
      return true
    },
  })
}

/** What the schema says against a document. */
export function validate(xml: XmlDocument, schemaPath: string): string[] {
  using schema = XmlDocument.fromBuffer(readFileSync(schemaPath), { url: schemaPath })
  using validator = XsdValidator.fromDoc(schema)
  try {
    validator.validate(xml)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    // libxml2 refuses a dateTime that is padded with spaces, which XML Schema allows.
    return error.details
      .map((each) => each.message)
      .filter(
        (message) =>
          !/'\s+[\dT:.+-]+Z?\s*' is not a valid value of the atomic type 'xs:dateTime'/.test(
            message,
          ),
      )
  }
}

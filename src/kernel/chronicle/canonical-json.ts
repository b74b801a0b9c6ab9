/**
 * Canonical JSON after RFC 8785: members sorted by UTF-16 code units, numbers as ECMAScript writes them, no white space.
 * Members that are undefined are left out, as JSON does. What JSON cannot say is refused by a TypeError:
 * a number that is not finite, a bigint, a lone surrogate (§3.2.2.2), a cycle. Minus zero is written 0 (§3.2.2.3).
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', new Set())
}

function write(value: unknown, path: string, above: Set<object>): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${path}: ${value} is no JSON number`)
      return JSON.stringify(value)
    case 'string':
      if (!value.isWellFormed()) throw new TypeError(`${path}: a lone surrogate is no JSON text`)
      return JSON.stringify(value)
    case 'object':
      return value === null ? 'null' : writeObject(value, path, above)
    default:
      throw new TypeError(`${path}: ${typeof value} is no JSON value`)
  }
}

function writeObject(value: object, path: string, above: Set<object>): string {
  if (above.has(value)) throw new TypeError(`${path}: a cycle is no JSON value`)
  above.add(value)
  const text = writeUnseen(value, path, above)
  above.delete(value)
  return text
}

function writeUnseen(value: object, path: string, above: Set<object>): string {
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return write(value.toJSON(), path, above)
  }
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => write(item, `${path}[${index}]`, above)).join(',')}]`
  }
  const members: string[] = []
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name]
    if (member === undefined) continue
    members.push(`${write(name, path, above)}:${write(member, `${path}.${name}`, above)}`)
  }
  return `{${members.join(',')}}`
}

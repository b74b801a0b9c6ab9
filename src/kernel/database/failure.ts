/** An error of the database, with the same fields as the `pg` driver's on both engines. */
export class DatabaseError extends Error {
  declare code?: string
  declare detail?: string
  declare hint?: string
  declare schema?: string
  declare table?: string
  declare column?: string
  declare constraint?: string
  constructor(fields: { message: string } & Record<string, unknown>) {
    super(fields.message)
    this.name = 'DatabaseError'
    const { message: _message, stopped: _stopped, ...rest } = fields
    Object.assign(this, rest)
  }
}

/** The five-character SQLSTATE of an error from either engine, or null. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

export const queryCanceled = '57014'
export const idleInTransaction = '25P03'
export const crashShutdown = '57P02'
export const adminShutdown = '57P01'

/** Whether a statement was refused because something refers to a row that it would take away, or to one that is not there. */
export function isStillReferred(error: unknown): boolean {
  return sqlState(error) === '23503'
}

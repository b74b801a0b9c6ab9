import { codeInPdf, hashOfCode, statementCode } from '#kernel/documents'
import type { PaperCheck } from '#kernel/http'
import { statementByHash } from './queries/statement.ts'

/** The path under which statements are checked; it stands on every one. */
export const statementChecks = 'statement-checks'

/** The check of statements of recognition, for whoever brings one to another check. */
export const statementCheck: PaperCheck = {
  async find(work, paper) {
    const code = 'code' in paper ? paper.code : codeInPdf(paper.pdf, statementChecks)
    const beginning = code === null ? null : hashOfCode(code)
    const found = beginning === null ? null : await statementByHash(work, beginning)
    return found ? `/${statementChecks}/${statementCode(found.documentSha256)}` : null
  },
}

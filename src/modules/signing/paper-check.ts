import { hashOfCode, statementCode } from '#kernel/documents'
import type { PaperCheck } from '#kernel/http'
import { evidenceInPdf } from './evidence/from-pdf.ts'
import { verifyEvidence } from './evidence/verify.ts'
import { checkedVersion } from './queries/evidence.ts'
import { sha256 } from './service/records.ts'

/** The check of signed documents, for whoever brings one to another check. */
export const documentCheck: PaperCheck = {
  async find(work, paper) {
    if ('code' in paper) {
      const beginning = hashOfCode(paper.code)
      if (beginning === null) return null
      const found = await checkedVersion(work, { by: 'code', beginning })
      return found && `/document-checks/${statementCode(found.sha256)}`
    }
    const same = await checkedVersion(work, { by: 'pdf', sha256: sha256(paper.pdf) })
    if (same) return `/document-checks/${statementCode(same.sha256)}`
    const text = evidenceInPdf(paper.pdf)
    const verified = text === null ? null : verifyEvidence(text)
    if (verified === null || typeof verified === 'string') return null
    const { head: hash, version } = verified
    const found = await checkedVersion(work, { by: 'record', hash, version })
    return found && `/document-checks/${statementCode(found.sha256)}`
  },
}

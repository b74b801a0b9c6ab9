import { canonicalJson } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import { renderPdf, statementCode } from '#kernel/documents'
import type { Services } from '#kernel/http'
import type { Language } from '#kernel/values'
import type { CopyRow } from '../queries/copies.ts'
import type { WholeAgreement, WholeCopy } from '../queries/whole.ts'
import { sha256Of } from '../service/at-work.ts'
import { signedContent } from '../service/signature.ts'
import { agreementPaper } from './agreement-paper.ts'
import { namesIn } from './names.ts'

/** Whose paper is made, in which two languages, and whether it goes out to be signed. */
export interface MakePaper {
  row: Pick<CopyRow, 'title' | 'kind'>
  whole: WholeAgreement
  /** The copy that was sent; its version is what the paper says. */
  own: WholeCopy
  languages: readonly [Language, Language]
  isSigned: boolean
}

/** The paper of a sent version as PDF. One that is to be signed carries the code of its canonical text instead of places. */
export async function makePaper(
  { work, services, language }: { work: Work; services: Services; language: Language },
  { row, whole, own, languages, isSigned }: MakePaper,
): Promise<Uint8Array> {
  const version = own.sent
  if (!version) throw new Error('only what was sent has a paper')
  const sha256 = sha256Of(canonicalJson(signedContent(whole, version, row.title)))
  const code = statementCode(sha256)
  const { origin, translator, demonstration, demonstrationBanner } = services
  const paper = agreementPaper(
    {
      title: row.title,
      kind: row.kind,
      whole,
      own,
      version,
      names: await namesIn(work, whole, 'full'),
      check: isSigned
        ? { code, sha256, address: `${origin}/${language}/document-checks/${code}` }
        : null,
      banner: demonstration ? demonstrationBanner : null,
      now: version.sentAt,
    },
    languages,
    translator,
  )
  return renderPdf(paper)
}

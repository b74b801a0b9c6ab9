import { certificateSchema, verifyCertificate } from '../certificate.ts'
import { explain, lotOf } from '../explain.ts'
import { explanationLines } from '../explanation-lines.ts'
import { m } from '../messages/index.ts'
import { type Opened, proved, type Verified } from './method.ts'

const guarantee = 'stable; the best stable result for every applicant; truth pays'

/** Opens the certificate of a plain round, whose ties the lottery broke, like one of any method; null where it is none. */
export function openPlain(value: unknown): Opened | null {
  const read = certificateSchema.safeParse(value)
  if (!read.success) return null
  const certificate = read.data
  return {
    method: 'lottery',
    run: { ...certificate, guarantee },
    verify(): Verified {
      const found = verifyCertificate(certificate)
      if (found.proved) return proved(certificate.result, [m('command.proved')])
      const count = 'blockingPairs' in found ? found.blockingPairs : 0
      return { proved: false, why: found.why, says: [m(`verify.${found.why}`, { count })] }
    },
    explain(applicant, place) {
      const found = explain(certificate, applicant, place)
      const lot = found.why === 'lottery' ? lotOf(certificate, applicant) : 0
      return explanationLines(found, { applicant, place }, lot)
    },
  }
}

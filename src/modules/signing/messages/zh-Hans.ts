import pages from './pages.zh-hans.ts'
import letters from './letters.zh-hans.ts'
import refusals from './refusals.zh-hans.ts'
import proofs from './proofs.zh-hans.ts'
import paper from './paper.zh-hans.ts'
import more from './more.zh-hans.ts'

export default {
  ...pages,
  ...letters,
  ...refusals,
  ...proofs,
  ...paper,
  ...more,
}

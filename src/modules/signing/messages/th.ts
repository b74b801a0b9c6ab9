import pages from './pages.th.ts'
import letters from './letters.th.ts'
import refusals from './refusals.th.ts'
import proofs from './proofs.th.ts'
import paper from './paper.th.ts'
import more from './more.th.ts'

export default {
  ...pages,
  ...letters,
  ...refusals,
  ...proofs,
  ...paper,
  ...more,
}

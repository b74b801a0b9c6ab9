import pages from './pages.en.ts'
import letters from './letters.en.ts'
import refusals from './refusals.en.ts'
import proofs from './proofs.en.ts'
import paper from './paper.en.ts'
import more from './more.en.ts'

export default {
  ...pages,
  ...letters,
  ...refusals,
  ...proofs,
  ...paper,
  ...more,
}

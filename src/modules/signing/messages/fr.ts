import pages from './pages.fr.ts'
import letters from './letters.fr.ts'
import refusals from './refusals.fr.ts'
import proofs from './proofs.fr.ts'
import paper from './paper.fr.ts'
import more from './more.fr.ts'

export default {
  ...pages,
  ...letters,
  ...refusals,
  ...proofs,
  ...paper,
  ...more,
}

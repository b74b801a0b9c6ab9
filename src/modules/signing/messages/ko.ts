import pages from './pages.ko.ts'
import letters from './letters.ko.ts'
import refusals from './refusals.ko.ts'
import proofs from './proofs.ko.ts'
import paper from './paper.ko.ts'
import more from './more.ko.ts'

export default {
  ...pages,
  ...letters,
  ...refusals,
  ...proofs,
  ...paper,
  ...more,
}

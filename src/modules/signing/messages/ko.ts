import pages from './pages.ko.ts'
import letters from './letters.ko.ts'
import refusals from './refusals.ko.ts'

export default {
  ...pages,
  ...letters,
  ...refusals,
}

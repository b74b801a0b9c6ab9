import data from './data.en.ts'
import reads from './reads.en.ts'

export default {
  ...data,
  ...reads,
}

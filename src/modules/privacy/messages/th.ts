import data from './data.th.ts'
import reads from './reads.th.ts'

export default {
  ...data,
  ...reads,
}

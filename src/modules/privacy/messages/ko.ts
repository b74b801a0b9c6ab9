import data from './data.ko.ts'
import reads from './reads.ko.ts'

export default {
  ...data,
  ...reads,
}

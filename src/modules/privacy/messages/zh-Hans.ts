import data from './data.zh-hans.ts'
import reads from './reads.zh-hans.ts'

export default {
  ...data,
  ...reads,
}

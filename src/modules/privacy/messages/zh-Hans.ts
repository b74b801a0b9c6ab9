import reads from './reads.zh-hans.ts'

export default {
  ...reads,
}

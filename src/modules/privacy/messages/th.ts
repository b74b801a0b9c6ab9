import reads from './reads.th.ts'

export default {
  ...reads,
}

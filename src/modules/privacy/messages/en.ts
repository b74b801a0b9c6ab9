import reads from './reads.en.ts'

export default {
  ...reads,
}

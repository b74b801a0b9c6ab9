import reads from './reads.ko.ts'

export default {
  ...reads,
}

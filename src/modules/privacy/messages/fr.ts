import reads from './reads.fr.ts'

export default {
  ...reads,
}

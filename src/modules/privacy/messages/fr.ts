import data from './data.fr.ts'
import reads from './reads.fr.ts'

export default {
  ...data,
  ...reads,
}

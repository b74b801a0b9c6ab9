import consent from './consent.fr.ts'
import data from './data.fr.ts'
import reads from './reads.fr.ts'

export default {
  ...consent,
  ...data,
  ...reads,
}

import consent from './consent.fr.ts'
import data from './data.fr.ts'
import transfer from './transfer.fr.ts'
import reads from './reads.fr.ts'

export default {
  ...consent,
  ...data,
  ...reads,
  ...transfer,
}

import consent from './consent.ko.ts'
import data from './data.ko.ts'
import transfer from './transfer.ko.ts'
import reads from './reads.ko.ts'

export default {
  ...consent,
  ...data,
  ...reads,
  ...transfer,
}

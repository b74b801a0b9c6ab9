import held from './held.en.ts'

export default {
  ...held,
  'kept.entries':
    'The record that something happened stays, without names or values: it proves that nothing was changed afterwards.',
}

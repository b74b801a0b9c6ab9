export default {
  'kept.entries':
    'The record that something happened stays, without names or values: it proves that nothing was changed afterwards.',
}

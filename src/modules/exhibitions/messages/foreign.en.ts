/** Manifests of other houses. */
export default {
  'foreign.add': 'Address of a IIIF manifest',
  'foreign.add-hint':
    'Of version 2.1 or 3.0, on https. What stands there today is kept here with its pictures, so that nothing is lost when the address is.',
  'foreign.contents': '{count, plural, one {One part} other {# parts}}',
  'foreign.kept': 'the manifest as it was',
  'foreign.provider': 'Provided by',
  'foreign.send': 'Take the manifest',
  'foreign.taken': 'Taken on {on, date, long} from',
  'foreign.taken-now': 'The manifest is kept. Its pictures follow within minutes.',
  'refusal.manifest-known': 'This manifest is kept already, and it has not changed since.',
  'refusal.manifest-status': 'Nothing is to be had at this address: it answered {status}.',
  'refusal.no-address':
    'Give the address of a manifest, with https and in at most 2,000 characters.',
  'refusal.no-manifest':
    'There is no manifest and no collection of IIIF at this address, but this: {found}.',
}

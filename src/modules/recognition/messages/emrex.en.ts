export default {
  'report.title': 'The document holds {count, number} reports',
  'report.lead':
    'Each institution’s report becomes a transcript of its own. Take the others too, or read another one here instead.',
  'report.issuer': 'Issuer',
  'report.number': 'Report {number}',
  'report.courses': 'Courses',
  'report.this': 'Shown here',
  'report.also': 'Take it too',
  'report.choose': 'Read this one instead',
  'report.chosen':
    'Another report of the document is shown now. Corrections made before were replaced.',
  'report.begun': 'The other report is a transcript of its own now.',
  'emrex.link': 'Fetch it by EMREX',
  'emrex.title': 'Fetch a transcript by EMREX',
  'emrex.lead':
    'The student signs in at the data provider and chooses what to hand over. The results come back here, signed by the provider.',
  'emrex.provider': 'Data provider',
  'emrex.none': 'No data provider is entered yet',
  'emrex.none-why':
    'The secretariat of the alliance enters them. Bring the transcript in as a file meanwhile.',
  'emrex.file-instead': 'Bring it in as a file',
  'emrex.continue': 'Continue',
  'emrex.go-title': 'On to {provider}',
  'emrex.go-lead':
    'You leave this site for {host}. Sign in there as the student, choose the results, and you come back here. This can be done once, within an hour, in this browser.',
  'emrex.go': 'Go to {provider}',
  'emrex.state.sent': 'Waiting for the data provider',
  'emrex.state.ok': 'The results have arrived',
  'emrex.state.cancelled': 'Nothing was handed over',
  'emrex.state.no-results': 'The data provider has no results',
  'emrex.state.error': 'The data provider reported an error',
  'emrex.what.sent':
    'Nothing has come back from {provider} yet. If you closed its page, start anew.',
  'emrex.what.ok':
    '{provider} sent a transcript. Take it over, compare the lines, then it is evaluated.',
  'emrex.what.cancelled':
    'The request was cancelled at {provider}. Nothing was sent and nothing is kept.',
  'emrex.what.no-results':
    '{provider} found no results of this student. Are they signed in as the right person, and is it the right provider? Otherwise ask the institution for the transcript as a file.',
  'emrex.what.error':
    'Try again later. If it happens again, tell {provider} what stands below, or ask the institution for the transcript as a file.',
  'emrex.said': 'What the provider said',
  'emrex.take': 'Take the transcript over',
  'emrex.again': 'Start anew',
  'emrex.taken': 'The transcript is here. Compare it, then have it evaluated.',
  'emrex.unknown': 'This answer belongs to no request that waits',
  'emrex.unknown-why':
    'Each request is answered once and within an hour. Nothing was kept of it. Start anew from your own page.',
  'emrex.refusal.provider': 'Choose the data provider',
  'emrex.refusal.session':
    'The request was begun in another sign-in session. Start anew: what came back is taken over only where it was asked for.',
  'emrex.refusal.nothing': 'There is nothing to be taken over',
  'emrex.refusal.name': 'Give the name of the provider',
  'emrex.refusal.url': 'Give an address that begins with https:// and a host name',
  'emrex.refusal.same': 'A provider with this address is entered already',
  'emrex.providers': 'EMREX data providers',
  'emrex.providers-lead':
    'From whom transcripts can be fetched. The registry of EMREX (EMREG) lists them; keep their certificates among the signers.',
  'emrex.name': 'Name',
  'emrex.country': 'Country',
  'emrex.url': 'Address',
  'emrex.url-hint': 'Where requests are sent to, as EMREG gives it',
  'emrex.serves': 'Institutions it serves',
  'emrex.add': 'Add a provider',
  'emrex.added': 'The provider can be asked from now on.',
  'emrex.withdraw': 'Offer it no longer',
  'emrex.withdrawn': 'The provider is no longer offered.',
  'emrex.entry.provider-added': 'EMREX data provider added',
  'emrex.entry.provider-withdrawn': 'EMREX data provider withdrawn',
  'reads.emrex': 'Request to a data provider of EMREX',
} as const

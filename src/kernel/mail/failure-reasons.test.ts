import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FailureReason, failureReason } from './failure-reasons.ts'

/** Failures as mail servers write them. */
const real: [string, FailureReason][] = [
  ['5.1.1 550 5.1.1 <x@au.example>: Recipient address rejected: User unknown', 'no-mailbox'],
  ['550-5.1.1 The email account that you tried to reach does not exist.', 'no-mailbox'],
  ['5.1.10 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found', 'no-host'],
  ['5.1.2 Host or domain name not found. Name service error', 'no-host'],
  ['5.2.1 550 5.2.1 The email account that you tried to reach is disabled', 'closed'],
  ['5.2.2 552 5.2.2 The email account that you tried to reach is over quota', 'full'],
  ['5.3.4 message size 31457280 exceeds size limit 10485760', 'too-large'],
  ['5.7.1 554 5.7.1 Message rejected as spam by Content Filtering', 'blocked'],
  ['5.7.26 550 5.7.26 This mail has been blocked because the sender is unauthenticated', 'blocked'],
  ['4.4.7 Delivery expired', 'no-answer'],
  ['4.4.1 connect to mx.au.example[203.0.113.9]:25: Connection timed out', 'no-answer'],
  ['No server took it: connect ECONNREFUSED 203.0.113.9:25', 'no-answer'],
  ['550 No such user here', 'no-mailbox'],
  ['552 Requested mail action aborted: exceeded storage allocation', 'full'],
  ['554 Transaction failed', 'blocked'],
  ['5.0.0 Something went wrong', 'other'],
  ['Unrouteable address', 'other'],
]

test('the reason is read from the codes that mail servers give', () => {
  for (const [failure, reason] of real) assert.equal(failureReason(failure), reason, failure)
})

test('numbers that are no code give no reason', () => {
  for (const failure of ['host 10.5.1.1 said no', 'version 15.1.1.3', 'queue 25501 closed', '']) {
    assert.equal(failureReason(failure), 'other', failure)
  }
})

test('whatever a server says, there is a reason', () => {
  fc.assert(
    fc.property(fc.string(), (failure) => {
      assert.equal(typeof failureReason(failure), 'string')
    }),
    { seed: 20261126 },
  )
})

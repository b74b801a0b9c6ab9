export default {
  'forbidden-url': 'This address cannot be used. Give one that begins with https://.',
  'forbidden-address': 'This address does not lead to the public internet.',
  'no-basis': 'Personal data may not be sent there: no basis for it is recorded.',
  'too-many-redirects': 'The other side kept sending us on to other addresses.',
  'too-large': 'The answer of the other side is too large.',
  'wrong-type': 'The other side answered with another kind of document than expected.',
  timeout: 'The other side did not answer in time. Try again later.',
  unreachable: 'The other side cannot be reached. Check the address, or try again later.',
}

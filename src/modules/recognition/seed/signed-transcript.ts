/** An invented certificate; its key was thrown away, so nothing can be signed with it any more. */
export const certificate =
  'MIIBkzCCATigAwIBAgIIUvjE/6oBhNMwCgYIKoZIzj0EAwIwTTFLMEkGA1UEAwxCU2FlYnllb2sgVW5pdmVyc2l0eS' +
  'BvZiBBcnRzLCBPZmZpY2Ugb2YgQWNhZGVtaWMgQWZmYWlycyAoaW52ZW50ZWQpMCIYDzIwMjQwMzAxMDAwMDAwWhgP' +
  'MjA0NDAzMDEwMDAwMDBaME0xSzBJBgNVBAMMQlNhZWJ5ZW9rIFVuaXZlcnNpdHkgb2YgQXJ0cywgT2ZmaWNlIG9mIE' +
  'FjYWRlbWljIEFmZmFpcnMgKGludmVudGVkKTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIKZ7hrrWepIgHgwAUqj' +
  'FwA1rYB4I07Xws9R4wEcneDULWHAtDjx1POwJXeOvtbCxqnQhjeZyQizLe+nSUyd59UwCgYIKoZIzj0EAwIDSQAwRg' +
  'IhAJcpCHmsUU8qVYy8UJ0R71m9sjFEn0OLllxXdwXRMA8tAiEAjLHN86XwGqPoEGwkPNmk2EtuEWSehABXsDf+1AeU' +
  'g/A='

/** An invented transcript, signed as EMREX providers sign; altering one letter of it is noticed. */
export const signedTranscript = `<?xml version="1.0" encoding="UTF-8"?>
<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
  <generatedDate>2026-07-10T09:00:00+09:00</generatedDate>
  <learner>
    <givenNames>Kanyarat</givenNames><familyName>Phongphan</familyName>
  </learner>
  <report>
    <issuer>
      <country>KR</country><identifier type="schac">saebyeok.example</identifier>
      <title xml:lang="ko">새벽예술대학교</title><title xml:lang="en">Saebyeok University of Arts</title>
      <url>https://saebyeok.example</url>
    </issuer>
    <learningOpportunitySpecification>
      <identifier type="local">MAR202</identifier>
      <title xml:lang="ko">인터랙티브 아트</title><title xml:lang="en">Interactive Art</title><type>Course</type>
      <specifies><learningOpportunityInstance>
        <start>2026-03-02</start><date>2026-06-20</date>
        <status>passed</status><resultLabel>A+</resultLabel>
        <credit><scheme>kr</scheme><value>3</value></credit>
        <engagementHours>75</engagementHours>
      </learningOpportunityInstance></specifies>
    </learningOpportunitySpecification>
    <learningOpportunitySpecification>
      <identifier type="local">MAR303</identifier>
      <title xml:lang="ko">전시기획론</title><title xml:lang="en">Exhibition Planning</title><type>Course</type>
      <specifies><learningOpportunityInstance>
        <start>2026-03-02</start><date>2026-06-20</date>
        <status>passed</status><resultLabel>B+</resultLabel>
        <credit><scheme>kr</scheme><value>3</value></credit>
        <engagementHours>45</engagementHours>
      </learningOpportunityInstance></specifies>
    </learningOpportunitySpecification>
    <learningOpportunitySpecification>
      <identifier type="local">MAR304</identifier>
      <title xml:lang="ko">게임 아트</title><title xml:lang="en">Game Art</title><type>Course</type>
      <specifies><learningOpportunityInstance>
        <start>2026-03-02</start><date>2026-06-20</date>
        <status>passed</status><resultLabel>A</resultLabel>
        <credit><scheme>kr</scheme><value>3</value></credit>
        <engagementHours>75</engagementHours>
      </learningOpportunityInstance></specifies>
    </learningOpportunitySpecification>
    <issueDate>2026-07-10T09:00:00+09:00</issueDate>
  </report>
<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/><Reference URI=""><Transforms><Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></Transforms><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>v7tnqIcmsXxFECY695c5XoKFEw8hMlkShe/ojvaaxPY=</DigestValue></Reference></SignedInfo><SignatureValue>zL/OKRRk0QstWAhcNJfS4UL/0Yf/lHr1Z0/9PCYGnQ7wN+mK2usAhXnZw/oEPHDUWaIR/w/sGkBdjZ80WHj8lQ==</SignatureValue><KeyInfo><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></Signature></elmo>
`

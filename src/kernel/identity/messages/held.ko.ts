export default {
  'held.part': '계정과 로그인',
  'held.profile': '이름, 생년월일, 언어, 시간대',
  'held.addresses': '이메일 주소',
  'held.ways': '로그인 수단: 비밀번호, 패스키, 코드 앱, 다른 서비스',
  'held.sign-ins': '로그인 기록(기기와 네트워크)',
  'held.invitations': '귀하의 주소로 보낸 초대',
  'held.tokens': '프로그램의 액세스 토큰과 마지막 사용 시각',
}

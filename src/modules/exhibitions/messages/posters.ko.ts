/** Pictures that stand for films. */
export default {
  'poster.file': '또는 다른 이미지 파일',
  'poster.first': '소장품의 첫 이미지',
  'poster.hint': '재생하기 전까지 영상을 대신해 보입니다. 새 이미지는 소장품의 이미지가 됩니다.',
  'poster.moment': '{time} 장면을 골랐습니다. 보내면 사용됩니다.',
  'poster.send': '이 이미지 사용',
  'poster.take': '영상의 이 장면 고르기',
  'poster.taken': '영상의 대표 이미지를 정했습니다. 새 이미지는 준비 중입니다.',
  'poster.title': '영상 대표 이미지',
  'refusal.no-film': '대표 이미지는 영상에만 있습니다.',
  'refusal.no-poster': '이 소장품의 이미지를 고르거나 새로 보내 주십시오.',
}

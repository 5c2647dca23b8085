/** Words of the HS model's card, by the names it gives its sets, models and members. */
type Named = Readonly<Record<string, string>>;

const SETS_KO: Named = {
  kcs: '한국 분류 사례, 품명과 설명',
  'kcs-ko': '한국 분류 사례, 설명만',
  'kcs-name': '한국 분류 사례, 품명만',
  'eu-ko': 'EU 분류 사례, 한국어로 옮긴 것',
  'own-ko': '지어낸 품명, 한국어',
  chitchats: '영어 택배 품명',
  'uk-extra': '영국 택배 품명',
  'eu-en': 'EU 분류 사례, 영어',
  'own-en': '지어낸 품명, 영어',
};
const SETS_EN: Named = {
  kcs: 'Korean rulings, name and description',
  'kcs-ko': 'Korean rulings, description alone',
  'kcs-name': 'Korean rulings, name alone',
  'eu-ko': 'EU rulings, put into Korean',
  'own-ko': 'Invented names, Korean',
  chitchats: 'English parcels',
  'uk-extra': 'UK parcels',
  'eu-en': 'EU rulings, English',
  'own-en': 'Invented names, English',
};

const MODELS_KO: Named = {
  'random-forest': '랜덤 포레스트',
  'linear-svm': '선형 SVM',
  'logistic-regression': '로지스틱 회귀',
  haechi: '해치 (쓰는 것)',
};
const MODELS_EN: Named = {
  'random-forest': 'Random forest',
  'linear-svm': 'Linear SVM',
  'logistic-regression': 'Logistic regression',
  haechi: 'Haechi (in use)',
};

const MEMBERS_KO: Named = {
  tree: '단계별 회귀',
  bag: '낱말 벡터',
  flat: '선형 SVM (영어만)',
  neighbours: '닮은 글',
};
const MEMBERS_EN: Named = {
  tree: 'Level by level',
  bag: 'Word vectors',
  flat: 'Linear SVM (English)',
  neighbours: 'Similar texts',
};

const ko = {
  measured: '배운 적 없는 글에서 첫 제안(6단위)이 맞은 비율입니다.',
  headline: (rulings: number, parcels: number) =>
    `100건 가운데 한국 분류 사례는 ${rulings}건, 영어 택배 품명은 ${parcels}건이 맞았습니다.`,
  texts: (count: string) => `${count}건`,
  set: (name: string) => SETS_KO[name] ?? name,
  farOf: (set: string) => `${set}: 배운 것과 닮지 않은 글`,
  model: (name: string) => MODELS_KO[name] ?? name,
  member: (name: string) => MEMBERS_KO[name] ?? name,
  method: '방법',
  compared: (rows: string) => `같은 영어 택배 품명 ${rows}건으로 견준 비율`,
  heading: '4단위',
  first: '6단위',
  ofThree: '3개 안',
  ofFive: '5개 안',
  ofTen: '10개 안',
  answers: '세 가지 답이 나온 비율과 맞은 비율',
  answer: '답',
  share: { ko: '한국어', en: '영어' },
  right: '맞음',
  answerNotes: {
    suggest: '첫 코드가 맞은 비율',
    choose: '5개 안에 있은 비율',
    ask: '코드를 내지 않음',
  },
  bySet: '글의 종류에 따른 맞은 비율',
  kindOfText: '글의 종류',
  far: '배운 것과 닮지 않은 글만',
  coverage: '확신이 큰 답부터 골랐을 때 첫 제안이 맞은 비율',
  surest: (percent: number) => `${percent} %`,
  calibration: '확률의 어긋남',
  members: '방법 하나만 썼을 때 첫 제안이 맞은 비율',
  opening: '여는 데',
  oneAnswer: '답 하나에 (100개 중 95개)',
  perSecond: (count: string) => `1초에 ${count}건`,
  within: (milliseconds: string) => `${milliseconds} ms 안`,
  milliseconds: (count: string) => `${count} ms`,
};

const en: typeof ko = {
  measured:
    'How often the first suggestion (six digits) was right on texts it had not learnt from.',
  headline: (rulings, parcels) =>
    `Right for ${rulings} of 100 Korean rulings and for ${parcels} of 100 English parcels.`,
  texts: (count) => `${count} texts`,
  set: (name) => SETS_EN[name] ?? name,
  farOf: (set) => `${set}: unlike all it learnt`,
  model: (name) => MODELS_EN[name] ?? name,
  member: (name) => MEMBERS_EN[name] ?? name,
  method: 'Method',
  compared: (rows) => `Share right, on the same ${rows} English parcels`,
  heading: '4 digits',
  first: '6 digits',
  ofThree: 'In 3',
  ofFive: 'In 5',
  ofTen: 'In 10',
  answers: 'How often each answer is given, and how often it is right',
  answer: 'Answer',
  share: { ko: 'Korean', en: 'English' },
  right: 'Right',
  answerNotes: {
    suggest: 'the first code was right',
    choose: 'the right code was among 5',
    ask: 'no code is offered',
  },
  bySet: 'Share right by kind of text',
  kindOfText: 'Kind of text',
  far: 'Only texts unlike all it learnt',
  coverage: 'First suggestion right, among the surest answers',
  surest: (percent) => `${percent} %`,
  calibration: 'Probability off by',
  members: 'First suggestion right, each method alone',
  opening: 'Opening it',
  oneAnswer: 'One answer (95 of 100)',
  perSecond: (count) => `${count} texts a second`,
  within: (milliseconds) => `within ${milliseconds} ms`,
  milliseconds: (count) => `${count} ms`,
};

export const packsHsMessages = { ko, en };

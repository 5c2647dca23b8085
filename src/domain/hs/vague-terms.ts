/**
 * Terms that name no goods: what an invoice says when it says nothing. Written for this app from
 * what customs offices ask back for. `alone` terms are vague only by themselves (a case), and name
 * goods once a material stands beside them (a leather case); `material` terms are those materials.
 */

/** What the officer should find out; worded in src/i18n. */
export const ASK_TOPICS = [
  'what-it-is',
  'material',
  'use',
  'kind',
  'part-of-what',
  'contents',
  'state',
  'composition',
  'gender-and-knit',
  'function',
] as const;
export type AskTopic = (typeof ASK_TOPICS)[number];

export type TermClass = 'general' | 'alone' | 'material';

/** English in the singular and lower case; Korean without spaces. Terms are parted by commas. */
const TERMS: Readonly<Record<TermClass, Partial<Record<AskTopic, string>>>> = {
  general: {
    'what-it-is': `goods, product, item, article, thing, stuff, merchandise, commodity, miscellaneous, misc,
      sample, specimen, test sample, free sample, commercial sample, general merchandise, general goods,
      general cargo, cargo, freight, shipment, consignment, parcel, courier item, e-commerce item, order,
      online order, purchase, sundry, sundries, sundry goods, daily necessity, daily goods, daily use item,
      object, stock, inventory, prototype, mock-up, replacement, return, returned goods, warranty item,
      promotional item, promotional material, promotion, promo item, marketing material, advertising material,
      novelty, souvenir, household item, household article, housewares, household goods, home goods, homeware,
      office item, industrial goods, consumer goods, industrial product, fashion item, fashion goods, lifestyle goods,
      상품, 제품, 물품, 물건, 품목, 잡화, 일반잡화, 잡품, 잡제품, 생활용품, 생활잡화, 일용품, 가정용품, 주방용품, 사무용품,
      샘플, 견본, 견본품, 시료, 시제품, 시험품, 무상샘플, 화물, 소포, 택배, 우편물, 특송물품, 직구, 주문품, 구매품,
      반품, 교환품, 대체품, 판촉물, 판촉품, 홍보물, 홍보용품, 광고용품, 기념품, 사은품, 증정품, 경품, 굿즈, 용품, 소품, 공산품,
      완제품, 반제품, 신상품, 신제품, 수입품, 일반상품, 일반물품, 패션잡화`,
    contents: `gift, present, gift set, gift box, gift item, giftware, personal effect, personal item, personal belonging,
      belongings, used personal effect, household effect, removal goods, luggage, baggage, assortment, mixed goods,
      assorted goods, bundle, package, multipack, combo, care package, set, kit, pack, hamper, mystery box, lucky box,
      선물, 선물세트, 선물용품, 개인용품, 개인물품, 개인소지품, 소지품, 이사화물, 이사물품, 이삿짐, 이사짐, 짐, 수하물, 세트, 셋트,
      키트, 패키지, 꾸러미, 묶음, 모음, 랜덤박스, 혼합물품, 종합세트`,
    'part-of-what': `part, spare, spare part, replacement part, component, accessory, accessories, attachment, fitting, fixture,
      assembly, subassembly, sub-assembly, module, unit, element, insert, repair kit, service kit, spare kit, peripheral,
      auto part, machine part, machinery part, equipment part, electronic part, electronic component, electrical part,
      metal part, plastic part, mechanical part, add-on, refill, consumable, consumables, hardware,
      부품, 부분품, 부속, 부속품, 부속물, 부자재, 액세서리, 악세서리, 악세사리, 엑세서리, 구성품, 구성부품, 예비품, 예비부품, 교체품,
      교체부품, 소모품, 소모성자재, 보수용품, 수리부속, 수리용품, 기계부품, 전자부품, 전기부품, 장비부품, 정비부품, 모듈, 유닛, 어셈블리, 조립품,
      파트, 스페어, 스페어파트, 보조품, 주변기기, 옵션품`,
    function: `device, equipment, apparatus, machine, machinery, appliance, instrument, gadget, electronic, electronics,
      electronic device, electronic goods, electronic product, electronic equipment, electrical goods, electrical equipment,
      electrical appliance, electric appliance, home appliance, mechanical device, system, plant equipment, tester, tool, utensil,
      test equipment, laboratory equipment, lab equipment, industrial equipment, industrial machine, smart device, controller,
      장비, 기기, 기계, 기계류, 설비, 장치, 기구, 기구류, 도구, 공구, 공구류, 전자제품, 전자기기, 전기제품, 전기기기, 가전, 가전제품,
      전자장비, 전기장비, 산업용기계, 산업장비, 실험장비, 실험기구, 시험장비, 시험기, 측정기, 계측기, 시스템, 기자재, 제어기, 제어장치,
      스마트기기, 컨트롤러`,
    use: `supply, supplies, office supply, medical supply, school supply, craft supply, cleaning supply, pet supply, party supply,
      baby product, baby item, pet product, sports goods, sporting goods, outdoor goods, camping gear, gear, camping goods, fishing gear,
      medical device, medical equipment, kitchen item, kitchenware, bathroom item, beauty item, auto accessory, car accessory,
      비품, 의료용품, 의료기기, 의료소모품, 학용품, 문구, 문구류, 미용용품, 반려동물용품, 애견용품, 유아용품, 아기용품, 스포츠용품, 운동용품,
      레저용품, 캠핑용품, 낚시용품, 등산용품, 욕실용품, 청소용품, 인테리어소품, 장식품, 자동차용품, 차량용품, 취미용품, 파티용품, 포장재, 포장자재`,
    kind: `toiletries, cosmetic, cosmetics, beauty product, skin care, skincare, jewelry item, stationery, furniture item, printed matter,
      document, documents, business document, paperwork, media, furnishing, decoration, decor, ornament, art, craft, handicraft, hobby item, toy item,
      화장품, 화장품류, 뷰티제품, 서류, 문서, 인쇄물, 수공예품, 공예품, 장신구, 장식용품, 집기, 집기류, 인테리어용품`,
    composition: `material, raw material, chemical, chemicals, chemical product, reagent, mixture, compound, preparation, additive, substance,
      ingredient, medicine, medication, drug, supplement, dietary supplement, food supplement, health food, health product, food,
      foodstuff, food product, food item, foods, groceries, grocery, beverage, drink, agent, solution, liquid, powder, gel, paste,
      재료, 원료, 원자재, 자재, 소재, 원재료, 건축자재, 건자재, 산업자재, 화학제품, 화학물질, 화학품, 화공약품, 약품, 의약품, 시약, 첨가제, 첨가물,
      조제품, 혼합물, 화합물, 건강식품, 건강기능식품, 건강보조식품, 영양제, 보충제, 식품, 식료품, 먹거리, 음식, 음식물, 가공식품, 음료, 식재료,
      농산물, 수산물, 축산물, 농수산물, 분말, 가루, 액체, 용액`,
    'gender-and-knit': `clothes, clothing, apparel, garment, wear, wearing apparel, fashion clothing, outfit, costume, uniform, sportswear, workwear,
      textile product, textile article, textile goods, women wear, men wear, kids wear,
      의류, 옷, 의복, 의상, 복장, 피복, 섬유제품, 의류제품, 패션의류, 여성의류, 남성의류, 아동의류, 유니폼, 단체복, 작업복`,
  },
  alone: {
    use: `case, cover, holder, stand, bracket, mount, container, bag insert, rack, tray, sheet, pad, roll, strip, frame, base, plate,
      케이스, 커버, 홀더, 거치대, 받침, 받침대, 브라켓, 브래킷, 용기, 시트, 패드, 프레임, 판, 틀, 덮개, 뚜껑, 통`,
    contents: `box, carton, case pack, bottle, tin, jar, 박스, 상자, 캔, 병, 봉지, 파우치`,
    composition: `fabric, cloth, textile, yarn, thread, fibre, fiber, resin, film, foam, ink, glue, oil, wax,
      원단, 직물, 천, 실, 섬유, 수지, 필름, 폼, 오일, 왁스, 접착제`,
    function: `adapter, adaptor, converter, sensor, filter, valve assembly, switch, connector, charger unit, detector, regulator, actuator,
      어댑터, 아답터, 컨버터, 센서, 필터, 스위치, 커넥터, 단자, 검출기`,
    kind: `model, figure, collection, print, label, tag, sticker, card, 모형, 라벨, 카드, 태그`,
  },
  material: {
    kind: `plastic, metal, steel, stainless steel, iron, alumin(i)um, copper, brass, alloy, rubber, silicone, wood, glass, ceramic, stone, paper,
      leather, cotton, wool, silk, polyester, nylon, bamboo, concrete, carbon,
      플라스틱, 금속, 철, 철강, 강철, 스테인리스, 스텐, 알루미늄, 구리, 황동, 합금, 고무, 실리콘, 나무, 목재, 유리, 도자기, 세라믹, 돌, 석재,
      종이, 가죽, 면, 양모, 실크, 폴리에스터, 폴리에스테르, 나일론, 대나무, 합성수지`,
  },
};

export interface VagueTerm {
  readonly topic: AskTopic;
  readonly is: TermClass;
}

function spellings(term: string): readonly string[] {
  const whole = term.trim().replace(/\s+/g, ' ');
  // `alumin(i)um`: with and without what stands in brackets.
  return whole.includes('(')
    ? [whole.replace(/[()]/g, ''), whole.replace(/\([^)]*\)/, '')]
    : [whole];
}

/** Every term by its spelling; words parted by one blank. */
export const VAGUE_TERMS: ReadonlyMap<string, VagueTerm> = new Map(
  Object.entries(TERMS).flatMap(([is, topics]) =>
    Object.entries(topics).flatMap(([topic, list]) =>
      list
        .split(',')
        .flatMap(spellings)
        .map((term) => [term, { topic: topic as AskTopic, is: is as TermClass }] as const),
    ),
  ),
);

/** Words beside the goods: amounts, trade and shop words, colours, sizes, countries. */
export const FILLERS: ReadonlySet<string> = new Set(
  `a an the of for and or with without in on to from by at as per no not non is are this that it its
  new used brand old good quality high best premium original genuine hot cheap fine super
  pc pcs piece ea each set lot qty quantity unit pair dozen box ctn carton pkg bag roll kg g mg lb oz mm cm m km inch in ft ml l pack
  model type size color colour style design version series ref item sku number art code lot
  black white red blue green yellow grey gray silver gold pink brown beige small medium large mini big xl xxl s m l
  made china chinese korea korean japan japanese usa american germany german vietnam hong kong taiwan
  value commercial sale sell resale use personal private only free charge customs purpose purposes invoice hs various assorted other
  others etc general mixed different kind kinds misc invoice export import
  및 와 과 등 등등 기타 각종 여러 다양한 새 신품 중고 중고품 정품 개 점 매 세트 박스 상자 묶음 쌍 벌 켤레 종 종류 외 용 류 기 제 의 형
  검정 흰색 빨강 파랑 소형 중형 대형 일반 개인 가정용 업무용 산업용 상업용 판매용 비매품 자가사용 자가 사용 무상 유상 무료 한국 중국 일본 미국 수입 수출
  모델 규격 색상 사이즈 품명 수량 단위 번호`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** What may stand at the end of a Korean word beside a term: a class noun, a particle. */
export const ENDINGS: ReadonlySet<string> = new Set(
  '류 용 등 외 들 의 및 와 과 로 을 를 이 가 은 는 기타 각종 일반 중고 새 신규 관련 전용 일체 일부 여러'.split(
    ' ',
  ),
);

/**
 * Rough occurrences of a word per million words of health articles, to choose which word of a phrase is looked for first.
 * Only the order matters: a wrong figure costs time, never a match.
 */
export const frequencyOf = (word: string): number => {
  const known = common.get(word)
  if (known !== undefined) return known
  return word.length < 4 ? 150 : word.length < 6 ? 60 : 25
}

/** That of all words with this beginning. */
export const frequencyOfBeginning = (beginning: string): number => {
  let sum = 8000 / beginning.length ** 2
  for (const [word, frequency] of common) if (word.startsWith(beginning)) sum += frequency
  return sum
}

const listed = (figure: number, words: string): (readonly [string, number])[] =>
  words.split(/\s+/).map((word) => [word, figure] as const)

/** Words of the built-in rules, counted in 2,843 articles of agencies, magazines, clinics and blogs. */
const common: ReadonlyMap<string, number> = new Map([
  ...listed(40_000, ', - . the'),
  ...listed(20_000, '" a and of to'),
  ...listed(10_000, ': for in is that'),
  ...listed(5_000, "'s ( ) are as at be can it not on or with —"),
  ...listed(
    2_500,
    `? about an blood but by cancer disease from have health i if may more patients people risk said study than
      their they this treatment was what when who you your`,
  ),
  ...listed(
    1_200,
    `% ; after all also been benefits body brain care could diabetes do does drug first found get had has he
      heart help high how like long many medical most new no one other out over pain percent research researchers
      says she should skin sleep some symptoms therapy there these those time type up use used we weight were
      which will women years`,
  ),
  ...listed(
    600,
    `adults age any back based because before better between both breast called cases cause causes cells center
      changes children chronic clinical common conditions control daily day depression diagnosis did diet
      disability doctors drugs during early effective effects emergency even evidence exercise food glucose group
      healthy her his hospital important include including infection information insulin into its just less levels
      life loss low lower make medication medications medicine men mental might months much muscle my name
      national need now often only patient person pressure prevention problems reduce related results same
      screening see severe side small so still stroke studies such support surgery system take taking term test
      testing tests them three through trial two university using vaccine very weeks well where whether while why
      without work would year –`,
  ),
  ...listed(
    300,
    `able according added affect against aging alcohol alone already always alzheimer american among another
      answer anxiety approach approved around aspirin assessment associated attack author autism available average
      avoid baby become being benefit best bleeding bone bowel call cancers cardiovascular caused cdc cell certain
      change chest child cholesterol claim class clear cognitive company compared condition contact content
      current damage data days death dementia description develop device diagnosed different director diseases
      disorder disorders doctor dose doses down each earlier eating effect enough every exposure factors failure
      false family fat fatigue fda feel fever few find findings five follow foods form four full function further
      genetic getting given glp go going good groups growth guide guidelines half having healthcare helps higher
      history home hormone hours however hub human illness image immune improve increase increased infections
      institute involved journal keep key kidney know known large last later lead learn least level lifestyle
      light likely longer look lung made major making means medicines memory metabolic mild million minutes
      multiple natural needed needs news night non normal number obesity off older once online options others our
      overall part participants per physical placebo possible post potential pregnancy prevent problem procedure
      process professor program prostate protein provide public published quality question radiation rate rather
      reading real really received recommended recovery red reduced reduces regular report reported resistance
      response review right risks routine safe safety say school seek serious services several short show showed
      shows significant signs since single six smoking social sometimes specific spread stage standard start
      states strength stress strong sugar syndrome team text then think though times tissue too training treat
      treated treatments trials types typically under united until us usually vaccination vaccines virus vitamin
      want water way week within works yes yet`,
  ),
  ...listed(
    150,
    `abdominal ability access acid across actually acupuncture additional address adhd administration advanced
      advertisement advice affects again aged almost along alternative although americans amount analysis anti
      antibiotics antidepressants appear appears apply appropriate approval approximately area areas artery
      association asthma atrial attacks attention australia authors away babies bacteria balance becomes begin
      below beta beyond birth breath breathing button calcium calories cannot cardiac carry case category centers
      cervical check chemotherapy chief childhood circulation claims clinic clinician close cold collagen colon
      colonoscopy colorectal combination combined come comes commonly community complete complications concerns
      confusion consider considered consistent context continue controlled coronary cost costs countries course
      coverage covid crisis cure currently dangerous date deaths decades decision decisions decline deep
      department depends designed despite determine developed developing development devices diabetic diagnose
      dietary difference difficulty directly dizziness doing done draft drinking eggs either elevated emotional
      energy essential events everyone exam example exercises experience experts explained face fact factor fall
      falls fast feeling fewer fibrillation file finding fish fitness flow fluid focus followed following foot
      forms foundation free fully funded future gain gene general generally give greater guidance habits hair
      happens hard head headache heavy hepatitis here hope hormonal hormones html humans hypertension images
      imaging immediately impact improved improvement improves included increases individual individuals infected
      infectious inflammation inflammatory inhibitors injury insomnia instead insurance intake intervention
      involves issue issues itself joint kids kind larger late layout leading left limited line linked list little
      live liver lives living local longevity looked looking lose lost main makes manage market mass matter
      matters meals mean measles measures meeting melanoma menopause metabolism mind monday month mood mortality
      muscles must nearly neck nerve neuropathy never next noted nutrition occur occurs offer ongoing open option
      oral osteoporosis outcomes outside ovarian overview oxygen page parents past patterns period periods
      persistent personal phase pill place plan planning please point points poor population position positive
      potentially practice pregnant prescribed prescription present presented preventing previous primary
      procedures produce product products professional programs progress protect protection provider provides
      questions quickly range rare rates reason receive recent recommend recommendations reducing reduction
      rehabilitation release relief remain remains replacement require required requires researcher resistant rest
      result role room scan scans schedule science scientific scientists second seen self service sexual shown
      sign similar simple size slow society someone something source special specialist started starting state
      statins stay stem step stomach stop story suggest suggests supplements supports sure surgical survival
      symptom systems taken target targeted tell tested testosterone therapies thing things third thought thyroid
      today together told took treating true trying tumor tumors understanding uploads urgent uses veterans vision
      vomiting walking warning ways weakness white whole whose widely woman working world worse young`,
  ),
])

/** Folded words that take a point of their own, sorted by what may follow that point. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** A name, a number or a comparison must follow: the point never ends a sentence. */
export const openAbbreviations = words(`
  dr drs mr mrs ms mx prof profs rev hon capt cmdr col gen gov lt maj sgt sen rep pres messrs mme mlle
  vs v cf viz ca approx e.g i.e eg ie incl excl esp resp dept univ assoc natl intl attn
`)

/** A point only before a number (`No. 5`, `Fig. S1`, `p. 12`); elsewhere the word itself, at a sentence's end. */
export const numberedAbbreviations = words(`
  no nos fig figs eq eqs ref refs sec sect ch chap tab art vol vols pp p pg para app appx ed eds ex suppl ver
`)

/** May end a sentence, and often stands before a name: ends one only when what follows can hardly be a name. */
export const closingAbbreviations = words(`
  inc ltd co corp jr sr st mt ft ave blvd rd al bros phd md
`)

/** May end a sentence; a number or a small letter after the point means that it did not. */
export const shortForms = words(`
  etc min max hr hrs wk wks mo mos yr yrs sec secs mg mcg ml kg oz lb lbs tbsp tsp temp avg est tel ext
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  med surg psychiatr neurol clin exp int engl
`)

/** What follows “9 a.m.” inside a sentence although it is capitalized. */
export const clockFollowers = words(`
  monday tuesday wednesday thursday friday saturday sunday eastern central mountain pacific et est edt ct cst cdt
  mt mst mdt pt pst pdt gmt utc bst cet
`)

/** A single capital after one of these is a label (“vitamin C.”), not the initial of a name. */
export const labelNouns = words(`
  vitamin vitamins hepatitis type types plan group groups grade stage class category part step option factor appendix
  figure table study trial arm influenza phase protein immunoglobulin schedule medicare section panel cohort
`)

/** Words that open a sentence and open no name. */
export const sentenceOpeners = words(`
  a about according across after all also although among an and another any are as at avoid ask based be because
  before being below between both but by call can check compared consider could did do does don during each either
  even every few finally first following for from furthermore get given has have he her here his how however i if
  in include including instead is it its just keep know let like made make many may maybe more moreover most much
  my never nevertheless no nobody none nor not nothing now of often on once one only or other others our out over
  overall participants patients people perhaps previous previously read recent recently researchers results second
  see several she should similarly since so some sometimes speak still stop studies such take talk than that the
  their them then there therefore these they this those though through thus to together too try under unfortunately
  unless unlike until up use using was we were what when where whereas whether which while who whose why will with
  within without would yes yet you your
`)

/** “Is it safe?” Maria asked. */
export const speechVerbs = words(`
  said says say asked asks ask wondered wonders replied replies answered answers explained explains added adds
  wrote writes told tells recalled recalls exclaimed shouted cried laughed joked insisted continued
`)

/** A capital after a point without a space is then part of a name of a site or file. */
export const domainEndings = words(
  'com org net gov edu io co uk us ca au de eu info html htm php pdf aspx js ai app tv',
)

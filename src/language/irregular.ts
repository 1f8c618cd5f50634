/**
 * Irregular words common in health writing: base form, then every other inflection. A word that is a regular noun and
 * an irregular verb (`show`) lists all its forms here.
 */
const table = `
be: am is are was were been being 's 're 'm
have: has had having 've
do: does did done doing
get: gets got gotten getting
give: gives gave given giving
go: goes went gone going
take: takes took taken taking
know: knows knew known knowing
say: says said saying
show: shows showed shown showing
see: sees saw seen seeing
make: makes made making
find: finds found finding findings
think: thinks thought thinking
tell: tells told telling
feel: feels felt feeling feelings
keep: keeps kept keeping
let: lets letting
begin: begins began begun beginning
become: becomes became becoming
overcome: overcomes overcame overcoming
come: comes came coming
beat: beats beaten beating
prove: proves proved proven proving
disprove: disproves disproved disproven disproving
rid: rids ridded ridding
lose: loses lost losing
win: wins won winning
fight: fights fought fighting
eat: eats ate eaten eating
drink: drinks drank drunk drinking
sleep: sleeps slept sleeping
bring: brings brought bringing
buy: buys bought buying
sell: sells sold selling
build: builds built building
rebuild: rebuilds rebuilt rebuilding
burn: burns burned burnt burning
break: breaks broke broken breaking
bleed: bleeds bled bleeding
breathe: breathes breathed breathing
breed: breeds bred breeding
choose: chooses chose chosen choosing
cut: cuts cutting
deal: deals dealt dealing
die: dies died dying
draw: draws drew drawn drawing
drive: drives drove driven driving
fall: falls fell fallen falling
feed: feeds fed feeding
forget: forgets forgot forgotten forgetting
freeze: freezes froze frozen freezing
grow: grows grew grown growing
hear: hears heard hearing
hide: hides hid hidden hiding
hit: hits hitting
hold: holds held holding
hurt: hurts hurting
lead: leads led leading
learn: learns learned learnt learning
leave: leaves left leaving
lie: lies lay lain lied lying
mean: means meant meaning
meet: meets met meeting
mistake: mistakes mistook mistaken mistaking
outgrow: outgrows outgrew outgrown outgrowing
outweigh: outweighs outweighed outweighing
overdo: overdoes overdid overdone overdoing
pay: pays paid paying
put: puts putting
quit: quits quitting
read: reads reading
rise: rises rose risen rising
run: runs ran running
seek: seeks sought seeking
send: sends sent sending
set: sets setting
shake: shakes shook shaken shaking
shrink: shrinks shrank shrunk shrinking
shut: shuts shutting
sit: sits sat sitting
smell: smells smelled smelt smelling
speak: speaks spoke spoken speaking
speed: speeds sped speeded speeding
spend: spends spent spending
spit: spits spat spitting
split: splits splitting
spread: spreads spreading
stand: stands stood standing
understand: understands understood understanding
withstand: withstands withstood withstanding
steal: steals stole stolen stealing
stick: sticks stuck sticking
strike: strikes struck stricken striking
swell: swells swelled swollen swelling
teach: teaches taught teaching
tear: tears tore torn tearing
throw: throws threw thrown throwing
treat: treats treated treating
undergo: undergoes underwent undergone undergoing
undo: undoes undid undone undoing
wake: wakes woke woken waking
wear: wears wore worn wearing
weep: weeps wept weeping
withdraw: withdraws withdrew withdrawn withdrawing
write: writes wrote written writing
backfire: backfires backfired backfiring
heal: heals healed healing
drug: drugs drugged drugging
cost: costs costing
cast: casts casting
catch: catches caught catching
bind: binds bound binding
bite: bites bit bitten biting
blow: blows blew blown blowing
bend: bends bent bending
bear: bears bore borne born bearing
dream: dreams dreamed dreamt dreaming
fly: flies flew flown flying
flee: flees fled fleeing
forbid: forbids forbade forbidden forbidding
foresee: foresees foresaw foreseen foreseeing
forgive: forgives forgave forgiven forgiving
hang: hangs hung hanged hanging
kneel: kneels knelt kneeled kneeling
light: lights lit lighted lighting lighter lightest
mislead: misleads misled misleading
override: overrides overrode overridden overriding
ride: rides rode ridden riding
ring: rings rang rung ringing
shed: sheds shedding
shine: shines shone shining
shoot: shoots shot shooting
sing: sings sang sung singing
sink: sinks sank sunk sinking
slide: slides slid sliding
swim: swims swam swum swimming
swing: swings swung swinging
can: can
may: may
person: people persons
man: men
woman: women
child: children
foot: feet
tooth: teeth
mouse: mice
life: lives
wife: wives
knife: knives
half: halves
leaf: leaves
loaf: loaves
thief: thieves
self: selves
calf: calves
diagnosis: diagnoses
prognosis: prognoses
psychosis: psychoses
neurosis: neuroses
analysis: analyses
basis: bases
crisis: crises
thesis: theses
hypothesis: hypotheses
synthesis: syntheses
metastasis: metastases
dialysis: dialyses
bacterium: bacteria
virus: viruses
fungus: fungi funguses
stimulus: stimuli
criterion: criteria
phenomenon: phenomena
medium: media mediums
datum: data
ovum: ova
vertebra: vertebrae vertebras
larva: larvae
formula: formulas formulae
appendix: appendices appendixes
index: indices indexes
vaccine: vaccines
medicine: medicines
disease: diseases diseased
series: series
species: species
diabetes: diabetes
news: news
good: better best
bad: worse worst
well: better best
far: farther further farthest furthest
little: less least
much: more most
hero: heroes
potato: potatoes
tomato: tomatoes
echo: echoes echoed echoing
veto: vetoes vetoed vetoing
gas: gases gassed gassing
bus: buses
quiz: quizzes quizzed quizzing
focus: focuses focusses focused focussed focusing focussing
free: frees freed freeing freer freest
dye: dyes dyed dyeing
age: ages aged aging ageing
offer: offers offered offering
suffer: suffers suffered suffering
visit: visits visited visiting
benefit: benefits benefited benefitted benefiting benefitting
`

/** Base form → the other forms. */
export const irregularForms: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [base = '', forms = ''] = line.split(': ')
      return [base, forms.split(' ')] as const
    }),
)

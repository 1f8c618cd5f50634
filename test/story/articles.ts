/*
 * Sixty articles of a made-up health site, the same at every call. Each has a title, a summary, sections that differ in
 * number, length and order, a list or a table here and there, and most have a disclaimer. Some have what a site collects
 * over the years.
 */

interface Topic {
  readonly name: string
  readonly folder: string
  readonly about: string
  readonly sign: string
  readonly habit: string
  readonly helper: string
}

const topics: readonly Topic[] = [
  [
    'Hay fever',
    'allergies',
    'a reaction to pollen in the air',
    'sneezing and itchy eyes',
    'keeping windows shut on dry days',
    'a pharmacist',
  ],
  [
    'Dust mite allergy',
    'allergies',
    'a reaction to tiny animals in bedding',
    'a blocked nose in the morning',
    'washing sheets hot every week',
    'a family doctor',
  ],
  [
    'Migraine',
    'head',
    'a headache that comes in attacks',
    'throbbing pain on one side',
    'keeping regular meals and hours',
    'a headache nurse',
  ],
  [
    'Tension headache',
    'head',
    'a dull ache like a tight band',
    'pressure around the forehead',
    'pausing from the screen',
    'a physiotherapist',
  ],
  [
    'Poor sleep',
    'sleep',
    'trouble falling or staying asleep',
    'tiredness during the day',
    'getting up at the same hour',
    'a sleep clinic',
  ],
  [
    'Snoring',
    'sleep',
    'noise from a narrowed airway',
    'a dry mouth on waking',
    'sleeping on the side',
    'a dentist',
  ],
  [
    'Iron deficiency',
    'food',
    'too little iron in the body',
    'paleness and short breath',
    'eating beans and dark greens',
    'a dietitian',
  ],
  [
    'Coeliac disease',
    'food',
    'harm to the gut from gluten',
    'bloating after bread',
    'reading labels with care',
    'a dietitian',
  ],
  [
    'Heartburn',
    'food',
    'acid that rises from the stomach',
    'burning behind the breastbone',
    'eating the last meal early',
    'a pharmacist',
  ],
  [
    'Knee pain',
    'movement',
    'soreness in or around the joint',
    'stiffness on stairs',
    'building up thigh muscles slowly',
    'a physiotherapist',
  ],
  [
    'Low back pain',
    'movement',
    'an ache between ribs and hips',
    'stiffness after sitting',
    'walking a little every day',
    'a physiotherapist',
  ],
  [
    'Dry skin',
    'skin',
    'skin that loses water too fast',
    'flaking and tightness',
    'short and lukewarm showers',
    'a nurse',
  ],
].map(([name, folder, about, sign, habit, helper]) => ({name, folder, about, sign, habit, helper}) as Topic)

const angles = ['what it is', 'living with it', 'questions to ask', 'at work', 'for parents'] as const

/** What old articles say that they should not, in a sentence of its own. */
const oldFindings: readonly string[] = [
  'The herbal balm sold at fairs is 100% safe.',
  'Some visitors write that a copper bracelet is harmless, but our own copper bracelet cures diabetes.',
  '(Note: This article is 520 words long. Expand it to reach the desired length.)',
]

/** Sentences that come near what is reported, and are fine. */
const harmless: readonly string[] = [
  'No remedy is completely safe for everyone, so read the leaflet first.',
  'There is no tea that cures it.',
  'Ask before you start anything new, since products can affect each other.',
  'What helps one person may do nothing for the next.',
]

const disclaimer =
  '*We write to inform, and this page is no replacement for medical advice. Your doctor or nurse knows your case; ask them about it.*'

const slugOf = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, '-')

/** The articles by path; every fifth has one old finding, and every twelfth no disclaimer. */
export const siteArticles = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    topics.flatMap((topic, row) =>
      angles.map((angle, column) => {
        const number = row * angles.length + column
        return [
          `content/${topic.folder}/${slugOf(topic.name)}-${slugOf(angle)}.md`,
          articleOn(topic, angle, number),
        ] as const
      }),
    ),
  )

const articleOn = (topic: Topic, angle: string, number: number): string => {
  const sections = [overview(topic), signs(topic, number), everyDay(topic, number), whenToAsk(topic)]
  // Each article begins elsewhere, so that no two look alike.
  const turned = [...sections.slice(number % 3), ...sections.slice(0, number % 3)].slice(0, 3 + (number % 2))
  const found = number % 5 === 2 ? [oldFindings[number % oldFindings.length]!] : []
  return [
    `---\ntitle: '${topic.name}: ${angle}'\ndate: 2024-0${1 + (number % 9)}-1${number % 10}\nauthor: The editors\n---`,
    `# ${topic.name}: ${angle}`,
    `${topic.name} is ${topic.about}. This page is about ${angle}. ${harmless[number % harmless.length]}`,
    ...turned,
    ...found,
    ...(number % 12 === 7 ? [] : [disclaimer]),
  ]
    .join('\n\n')
    .concat('\n')
}

const overview = ({name, about}: Topic): string =>
  `## In short\n\nPeople often ask what ${name.toLowerCase()} means. In short, it is ${about}.\nIt can come and go, and it differs from person to person.`

const signs = ({sign}: Topic, number: number): string =>
  number % 4 === 0
    ? `## What you may notice\n\n| When | What |\n| --- | --- |\n| early | ${sign} |\n| later | less energy for the day |`
    : `## What you may notice\n\nMany people describe ${sign}. Write down when it happens, since a diary makes a visit easier.`

const everyDay = ({habit}: Topic, number: number): string =>
  `## Every day\n\n- Try ${habit}.\n- Change one thing at a time.\n${number % 2 === 0 ? '- Give each change a few weeks.\n' : ''}\nSmall steps are easier to keep than large ones.`

const whenToAsk = ({helper, sign}: Topic): string =>
  `## When to ask for help\n\nIf ${sign} does not settle, ${helper} can help you decide what to do next. Bring your diary along.`

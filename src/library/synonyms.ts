// Words that a question may use for what the library calls otherwise. Each line: the library's words, then those that people
// use for them. A word of several parts is one that is looked for in the question as it stands.

const lines = `
assess: assessor assessors examine examines examiner exam exams appraise appraises appraisal
assess: grade grades graded grading evaluate evaluates evaluated evaluation evaluator mark marks judge judges judged score rate rates rating
promotion: promote promoted progress committee advance advancement pass
taught: teach teaches teaching teacher
held: hold holds holding
met: meet meets meeting
chosen: choose chooses choice
supervising: supervisor supervisors supervise supervision boss
advice: tip tips suggestion suggestions recommend recommendation opinion opinions
weaker: lack lacks lacking weak weakness weaknesses poor
hard: difficult difficulty struggle struggles challenging challenge challenges tough easy
programs: run runs running scheme schemes initiative initiatives
need: problem problems question questions issue issues concern concerns trouble
read: see look show shown access view inspect copy
days: deadline wait
mean: difference means meaning definition define
differ: difference differences different
later: older
treat: psychiatrist psychologist therapy
assess: fail fails pass passes
new: beginner beginners novice novices young
selected: picked
start: outset beginning begin
report: confess confided passed
note: memo memos
missing: absent lack
satisfied: unhappy dissatisfied
watch: shadow observe accompany
observe: watch watches watched watching shadow sees observing
mentor: mentors mentoring mentorship protege role-model
coach: coaches coaching coached
advisor: adviser advisers advising advice advise advises
educator: mentor mentors mentoring coach coaches coaching advisor advisors adviser advisers
educator: faculty teacher teachers attending attendings preceptor staff professor professors doctor tutor instructor
learner: student students trainee trainees mentee coachee pupil resident residents intern interns
counseling: counselor counsellor counselling counsel
confidential: trust discreet gossip hide hidden leak quiet
confidential: secret private confidentiality confide privately secrecy
report: notify authorities obliged obligation mandated escalate
report: repeat-it reporter reporting disclose tell mandatory
hours: time hour workload effort budget commitment minutes weekly
post: job jobs FTE salary paid pay paying protected fund funded funding percentage compensation compensated stipend money
training: teach taught curriculum workshops education instruction preparation credential
training: train trained course trains workshop certification certified qualified qualification prepare
goals: improve goal aim aims objective objectives target targets purpose purposes
agreement: contract agreements compact rules terms document expectations norms
agree: contract compact negotiate settle
ground: contract compact
leave: break breaks breaking exit quit end ending stop change switch drop terminate finish replace resign walk
harm: abusive bully bullying misuse dangerous cruel
harm: abuse exploit damage hurt bad toxic mistreat malpractice
record: file files records notes transcript data
notes: note memo journal
inspect: read see access view
accreditor: LCME accreditation accreditors standard standards
LCME: accreditor accreditors accreditation
ACGME: residency accreditor
Canada: canadian CACMS
plan: plans ILP
individualized: ILP personalised personalized
difficulty: struggle struggles probation poorly
difficulty: failing struggling fail failed trouble at-risk remediation
treat: treats physician therapist doctor health
wellness: stress stressed personal happiness
wellness: wellbeing well-being burnout balance
years: stage phase year senior seniority junior later
reflection: reflect reflecting introspection thinking
choice: choose choosing chosen preference preferences
match: pair pairs paired pairing assign assigned assignment fit fits
choose: choice pick select selected selection selecting
selected: choose choice pick select selection chosen matched assigned
declined: decline refuse refused refusing say-no opt-out reject turn-down
identity: self becoming identify PIF
professional: PIF
professionalism: conduct behaviour behavior
academic: grades studies study performance
performance: results
outcomes: success successful succeed efficacy improve improvement measured
outcomes: outcome effective effectiveness work works evidence results proven proof impact benefit benefits
satisfied: satisfaction happy like
survey: study research data figures poll
pitfalls: fail fails failure failures risk risks danger dangers trap
supported: support help helps backing assistance
talk: communicate communication conversation conversations speak discuss dialogue session sessions
pitfalls: mistakes problems errors traps wrong
confused: blur blurred unclear confusion mixed muddled ambiguity
incentives: incentive reward rewards recognition promotion bonus
burden: overload overworked workload
domains: areas domain categories
competencies: competency skills competence abilities
agenda: topic topics subject leads lead steer steers drive drives decide decides direction
drifts: drift slips changes
refer: referral send hand-over handover
limits: boundaries limit boundary
space: safe room free-zone
transition: transitioning becoming passage
future: belief hope confidence
belief: believe believes faith
expected: expect expects
scope: topics off-limits
schedules: schedule scheduling book books arrange
notice: cancel cancellation reschedule postpone
meet: meeting meetings often frequency
several: many multiple numerous two
depends: depend interplay interaction relation determine determines decide decides
apart: distinguish difference differences separate separates confuse distinct
experts: panel authors researchers specialists
essential: important crucial vital necessary
physician: doctor doctors clinician
support: help helps listen encourage
one: ratio many
three: ratio number
quarter: quarterly
wisdom: experience
definition: define defined definitions meaning mean difference differ differs distinguish versus vs
expected: expect expectation expectations
`;

/** By word of a question: the library's words for it. */
export const synonyms: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(
    Object.groupBy(
      lines
        .trim()
        .split("\n")
        .flatMap((line) => {
          const [said = "", others = ""] = line.split(": ");
          return others.split(" ").map((other) => ({ other: other.toLowerCase(), said: said.toLowerCase() }));
        }),
      ({ other }) => other,
    ),
  ).map(([other, pairs]) => [other, [...new Set((pairs ?? []).map(({ said }) => said))]]),
);

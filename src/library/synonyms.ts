// Words that a question may use for what the library calls otherwise. Each line: the library's words, then those that people
// use for them. A word of several parts is one that is looked for in the question as it stands.

const lines = `
assess: grade grades graded grading evaluate evaluates evaluated evaluation evaluator mark marks judge judges judged score rate rates rating
promotion: promote promoted progress committee advance advancement pass
observe: watch watches watched watching shadow sees observing present
mentor: mentors mentoring mentorship protege role-model
coach: coaches coaching coached
advisor: adviser advisers advising advice advise advises
educator: faculty teacher teachers attending attendings preceptor staff professor professors doctor tutor instructor
learner: student students trainee trainees mentee coachee pupil resident residents intern interns
counseling: counselor counsellor counselling counsel
confidential: secret private confidentiality confide privately secrecy
report: repeat-it reporter reporting disclose tell mandatory
hours: time hour workload effort
post: FTE salary paid pay paying protected fund funded funding percentage
training: train trained course trains workshop certification certified qualified qualification prepare
goals: improve goal aim aims objective objectives target targets purpose purposes
agreement: contract agreements compact rules terms
ground: contract compact
leave: exit quit end stop change switch drop
harm: abuse exploit damage hurt bad toxic mistreat malpractice
record: file records notes
notes: note memo journal
inspect: read see access view
accreditor: LCME accreditation accreditors standard standards
LCME: accreditor accreditors accreditation
ACGME: residency accreditor
Canada: canadian CACMS
plan: plans ILP
individualized: ILP personalised personalized
difficulty: failing struggling fail failed trouble at-risk remediation
treat: treats physician therapist doctor health
wellness: wellbeing well-being burnout balance
years: stage phase year
reflection: reflect reflecting
choose: choice pick select selected selection selecting
selected: choose choice pick select selection chosen matched assigned
declined: decline refuse refused refusing say-no opt-out reject turn-down
identity: becoming identify PIF
professional: PIF
professionalism: conduct behaviour behavior
academic: grades studies study performance
performance: results
outcomes: outcome effective effectiveness work works evidence results proven proof impact benefit benefits
satisfied: satisfaction happy like
survey: study research data figures poll
pitfalls: mistakes problems errors traps wrong
confused: blur blurred unclear confusion mixed muddled ambiguity
incentives: incentive reward rewards recognition promotion bonus
burden: overload overworked workload
domains: areas domain categories
competencies: competency skills competence abilities
agenda: topic topics
drifts: drift slips changes
refer: referral send hand-over handover
limits: boundaries limit boundary
space: safe room free-zone
transition: transitioning becoming passage
future: belief hope
scope: topics off-limits
schedules: schedule scheduling book books arrange
notice: cancel cancellation reschedule postpone
meet: meeting meetings often frequency
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

// Classes of words that the lists of this slice use by their name in capitals, so that a list says the pattern once.
import type { Classes } from "./phrase.ts";

export const classes: Classes = {
  EXAM: "exam exams examination exams test tests quiz boards board step shelf shelves level osce osces usmle comlex mccqe plab ukmla midterm finals final assessment assessments nbme ite papers usmles",
  COURSE:
    "course courses elective electives selective selectives rotation rotations clerkship clerkships block blocks module modules class classes placement placements posting postings internship intersession seminar practicum subi away aways year semester term",
  PAPER:
    "form forms document documents paperwork file files transcript certificate certification statement cv resume syllabus permit licence license photo report logbook log logs portfolio proof letter letters record records contract",
  SUBMIT:
    "submit upload send file sign bring hand turn deliver fill request renew register enrol enroll schedule log apply book certify complete finish attach collect obtain get",
  HOWMANY:
    "weeks credits electives rotations hours letters publications programs programmes applications logs procedures sessions cases encounters observations interviews signals attempts days aways shifts sloes",
  BETTER:
    "better improve improving improvement faster quicker sharper stronger smoother clearer efficient efficiently efficiency effective effectively concise confident assertive organized organised systematic fluent",
  TRAIN: "practice practise train training rehearse drill simulate exercise simulation",
  STUDY:
    "study studying studies learn learning memorize memorise memorizing memorising remember retain recall revise revising revision cram cramming read reading",
  SKILL:
    "present presentation presentations presenting presenter reasoning differential differentials communicate communication communicating suture suturing intubate intubation procedure procedures procedural technique techniques interviewing listening listen writing documentation notes handoff handoffs handover handovers signout explaining teaching leadership leading lead delegate delegating delegation prioritize prioritise prioritizing prioritising prioritisation prioritization organize organise organizing organising multitask multitasking counsel empathize",
  SCIENCE:
    "anatomy pharmacology biochemistry physiology histology pathology microbiology immunology embryology genetics neuroanatomy statistics biostatistics ecg ecgs ekg ekgs acid radiology imaging",
  DOCTOR:
    "doctor doctors physician physicians surgeon surgeons clinician clinicians pediatrician psychiatrist attending intensivist internist gp",
  FAMILY:
    "family families kids kid children child baby babies pregnancy pregnant motherhood fatherhood parenthood parent parents marriage married wife husband spouse partner mother mum mom father dad daughter son girlfriend boyfriend",
  MEDICINE:
    "medicine medical surgery residency profession career hospital training healthcare field specialty specialties speciality",
  SOMEONE: "someone somebody anyone anybody person physician doctor woman man one attending surgeon resident",
  FAIL: "fail failed failing fails failure flunk flunked flunking",
  SICK: "cough fever rash headache migraine toothache flu cold infection injury allergy asthma back knee shoulder tooth stomach eye foot ankle wrist skin throat ear sinus cramps nausea vomiting diarrhea sprain fracture pain",
  DRUG: "warfarin ibuprofen amoxicillin heparin insulin metformin vancomycin morphine paracetamol acetaminophen aspirin prednisone lisinopril ceftriaxone furosemide metoprolol apixaban steroids antibiotic antibiotics statin fluids potassium oxygen",
  THING:
    "computer laptop printer pager phone badge card locker door elevator lift toilet shower sink light lights heating projector microwave fridge tablet monitor screen keyboard app website portal wifi internet vpn car bike",
};

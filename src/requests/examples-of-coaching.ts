// Needs that belong in coaching, as learners write them. Routing learns from them which words speak for it.
export const coachingExamples = `
I study ten hours a day and still forget everything by Friday
this block is killing me, how do people keep up with 200 slides a day
advice on how to study better
I change answers at the last minute on multiple choice and I am usually wrong afterwards
I procrastinate until two days before each exam
I passed everything so far but my method doesn't feel efficient, I'd like to work on it
practice for the OSCE, my physical exam is slow and out of order
How to break bad news, I get so awkward
I don't need help with the schedule, I want to present better on rounds
I want to get better at building a differential
how do i ask for feedback without being annoying
I got comments that my notes are disorganized; I would like to learn to write them faster and tighter
How do I study for shelf exams while on a surgery rotation with 4:30 am starts?
I have difficult to speak with the patients in English when they are angry, I want to train this
The suicide risk assessment station on our OSCE scares me, could I rehearse it with someone
I got shredded on rounds yesterday because my plan was vague. I want to get better at assessments and plans
Clinical reasoning. I anchor on the first diagnosis
I want to set goals for my medicine clerkship and have someone hold me to them
How do I fit reading, sleep and running into a clerkship week
reading ECGs and chest films faster
counsel me on how to receive criticism, I get defensive right away
I have interviews coming and I ramble, I need practice answering out loud
Before intern year I want to get faster at handling several pages at once
On my acting internship I take too long to write orders and prioritise tasks
I know the dates for the MCCQE. What I don't know is how to learn for it while being on rotation
leading a code: I know the algorithm but my voice disappears
running the list efficiently with 14 patients
My in-training score was average, I'd like to build a study habit that survives night float
I'm a PGY-1 and I stay three hours after every shift to finish notes. Need a better workflow
I'm worn out by the ICU month and want to build habits that let me recover between shifts
ultrasound guided lines, want deliberate practice and someone to go through my technique with me
Told I'm intimidating to nurses when it is busy. I'd like to change how I communicate
evidence based medicine is my weak spot, want to practice asking and answering clinical questions
I want someone to ask me good questions about my goals and keep me accountable
I can't say no to projects and then I do all of them badly, help me prioritise
i dont retain pharmacology at all, tried flashcards tried videos tried everything
Group work in PBL: I talk too much and would like to become better at listening
My preceptor says my exam is fine but I don't connect with patients, any way to train that?
Self-assessment: I always rate myself lower than my supervisors do and I want to calibrate
negotiating conflict with a consultant on the phone, I end up either shouting or giving in
I want to get honors in peds, what should I do differently day to day on the ward than I did in medicine
English is my third language and I read the question stems too slow, how can I be more quick?
I keep running out of time on the shelf
my mind goes empty when the chief asks something in front of everyone
too many resources, i never finish one
How can I learn to tie knots with my left hand?
I read for hours and nothing stays
how do I stop being so nervous when I see patients alone
I'd like someone to watch me take a history and tell me what I could change
my schedule is chaos, I sleep at 2 and miss lectures
I am good at facts but bad at applying them in vignettes
need a plan for the next eight weeks of board prep
My handwriting and my admission notes take me two hours
I struggle to say clearly what I think is going on with the patient
attending says I should take more initiative, I don't know what that looks like
How do I get honest feedback from busy residents
i want to be better with kids in the exam room
My questions bank percentage hasn't moved in a month
How do the others read so fast
I have trouble asking for help on nights
I would like to learn how to run a family meeting
I always leave things to the last night
dealing with interruptions on call
I get lost in the details when I present
as a senior I find it hard to let interns do things themselves
I want a plan to become competent in central lines by spring
how to talk with a mother who refuses vaccines
my teaching sessions fall flat
preparing for oral boards, I'd love a sparring partner
I panic in simulation and skip steps
How should I use the feedback from my last rotation
what is a good way to learn embryology
Can't focus for more than ten minutes
I don't know how to study for anatomy lab practicals
How can I be quicker on pre-rounds
I talk over patients. I want to stop
My plan section is always weak
need help with ekg
I want to be more visible on rounds without being pushy
my scores go down although I study more
how should I organise my notes for second year
I'd like to work on how I give feedback to interns
learning German for clinic and need a plan
I never know what to write in the assessment
I lose the thread in long consultations
some tips for my first night on call
I am too slow in the anatomy lab and at suturing
I always feel behind on reading
How do I say I don't know to an attending
Would like feedback on my video consultation
want to move from reporter to interpreter in my presentations
my step practice exams are all over the place
teach me how to prioritise when the ED is full
I get defensive in feedback talks
I want to be a better teammate
i cant remember drug names
how to write a good discharge summary
I make careless mistakes in calculations
How do I prepare my first grand rounds talk
I want to be a stronger chief next year, lead meetings better
not confident with pelvic exams
what to do when a patient cries
Anki reviews pile up, 1400 due
I wish I could stop comparing notes and actually study
I want to make my mornings productive
Studying with ADHD, what works
my consults on the phone are a mess
I'd like to set myself a goal for each week and look at it with someone
how to keep learning when I work 70 hours
taking a good sexual history without blushing
got told my presentations are all over the place
getting the most out of clinic days
Want to know how I learn best
I'm stuck at 62 percent in UWorld
It takes me a whole day to read one chapter
I don't speak enough in small group
my attending wants shorter presentations
What is a good way to review wrong answers
I can do the questions at home but not in the exam
I'm clumsy with the laparoscope
My advisor gave me the dates, now I need to actually learn the stuff
I apologize all the time when I talk to seniors
how to be calm when someone is coding
I would like to be mentored in writing better notes
I forget to ask the important questions
how many hours a day should one study
what do good residents do differently on rounds
I have a hard time saying goodbye to a patient's room, visits take forever
anatomy is endless, how to attack it
Making eye contact and silence, I'd like to train that
I know the theory but not how to apply it at the bedside
How do I build a second brain for medicine
I learn well in groups but alone I drift
i am always late with my charts
turning feedback into something I can do on Monday
I interrupt people
I feel stupid when I can't answer, want to have a way to answer anyway
getting ready for intern year, skills I lack
I'd like to see my progress in procedures over the months
Communicating with a deaf patient
From 220 to 245, what would it take
What to focus on in the dedicated period
How can I be more useful to my team
I'm supposed to teach students but I have no idea how
my sleep is bad before tests and then I perform below what I can do
staying on top of email and tasks
self-discipline
more structure in my week
I can't keep my presentations under five minutes
want someone to help me make a study plan and stick to it
I get distracted all the time when I study
my exam technique needs work
practising difficult conversations
improving my scores on practice exams
how do I take feedback without crying
I want to get more efficient at writing notes
how to approach an undifferentiated patient
I blank when pimped
I want to get better with ultrasound
Do you have a method for learning drugs
I need to be more organised on the wards
my knowledge is ok but I cannot show it
I would like to practice how to explain a diagnosis
working on confidence in procedures
I read too slowly
how to lead a team of people older than me
I never finish in time in OSCE stations
finding time to study with two small children at home
need a routine for exam season
my evaluations say I should read more
I want to speak up more in the operating room
I need strategies against procrastination
how can I reflect on my work in a useful way
help with my learning goals for the next rotation
I want to hand over patients without forgetting things
I can't decide what to study first
`;

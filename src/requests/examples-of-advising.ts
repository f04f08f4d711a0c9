// Needs that belong in advising, as learners write them. Routing learns from them which words speak for it.
export const advisingExamples = `
When is the last day to register for Step 1 if I want a June date?
what do i have to finish before clerkships start
How do I get my eligibility permit for the USMLE
Which electives can I take in fourth year if I'm thinking of anesthesia?
VSLO opens next week and I don't know which documents have to be uploaded
away rotations - how many, when, and where to apply
I need someone to look over my ERAS application before I certify it
How many programs should I apply to in general surgery with a 238?
Who should write my letters of recommendation for EM and how many SLOEs do I need
my letter writer has not uploaded yet and ERAS closes on wednesday, what now
When does the MSPE go out and can I correct a mistake in mine?
dean's letter, who do I meet about it?
Do I have all credits to graduate in May?
NRMP rank list deadline?
I'm couples matching with my girlfriend who is in peds. How does the ranking work on paper?
CaRMS timeline please, I have not started anything
How do I sign up for the MCCQE Part I and what ID do they ask for
Applying to the foundation programme from abroad: which forms and by what date?
I want to change the order of my rotations so psych comes before surgery
Can I swap my family medicine placement to a site closer to town
What is the procedure to have two days off in the OB clerkship for a conference?
where do i find the list of required clinical encounters i still have to log
Sub-I in the ICU or on wards, which one counts for the acting internship requirement?
Step 2 CK scheduling: before or after my aways so the score gets in on time
comlex level 2 registration window
Which paperwork do I need for my full state licence as a PGY-2?
How many continuity clinic sessions am I missing for board eligibility
I need the deadline for fellowship applications in GI and what goes into the file
Step 3 - when do most interns take it and how do I book days off for it
does my parental leave push back my graduation date?
Procedure log minimums for my specialty, where do I stand?
As a registrar, when must my ARCP documents be in?
moonlighting: what permission is needed and from which year
DEA number and training licence renewal, who walks me through that
My scholarly project has to be submitted before the end of PGY-3 and I want to know the exact rules
Summer research options after first year, which ones are open and when do applications close?
I need a mentor for research on cardiology, basically a lab with an open project and the form to join it
Immunization, BLS and mask fit: which of these must be done before I can shadow in hospital?
I would like to do the MD/MPH, please explain me what must I hand in and until when
Can somebody check my CV
Please look at the formatting and length of my personal statement before the upload deadline
I want a mentor to tell me the steps of the Match and the fees and the dates
how do signals work and how many gold ones do I get
I'm dying to know when the rank list closes
Is there an elective in child abuse pediatrics and how do I enrol
When must the online harassment-prevention training be finished to start clerkships
not looking for a coach. just want the fourth-year schedule worked out
Hello, I am exchange student from Portugal and I not understand which documents I must bring for to start the rotation in September
How do I get honors criteria explained, where's the written policy?
I have had two interview invitations on the same day as my required intersession, am I allowed to miss it?
EPA count: am I on track with the number of observations our program asks for by December?
Transfer of credits from my old university, whom do I send the syllabus to
As an IMG on elective here, can I get a letter that programs will accept in ERAS, and how is it uploaded?
I've chosen neurology. What should I line up this year so that my application is complete (people, electives, exams)?
Need a proof of enrollment style good standing letter for the visiting application, who signs it?
I want to switch from the categorical to the research track, what are the steps and who has to approve
Military match dates vs the civilian one
I am a bit stressed about the Match but really what I need is a checklist with dates
Rotation requests for next academic year: when's the cut off and is abroad allowed?
how early should i book the prometric center
The portfolio has 6 mandatory reflections, I have 4 in, what's the due date for the rest and where do they go?
I missed the sign-up for the emergency medicine elective, is there a second round
What happens if I fall below the minimum hours in family medicine because of a snow day
need a signature on my scholarly activity form
can I do research for a month and still graduate in spring
Does the rural track require an additional application
where is the list of approved away sites
How late can I take Step 2 and still have my score for residency applications
What are the vacation weeks for interns and how do I ask for mine
I'd like to go to Kenya for four weeks in fourth year, what has to be arranged
which residencies take people without research
how many interviews should I accept
my transcript shows the wrong grade for psychiatry, who corrects it
I want to graduate a year later, what do I have to do
Do I need to do the TB test again
Is the ethics seminar obligatory this year?
I am deciding between two electives and need to know which counts as critical care
what exams do I need for working in Canada later
who is my dean's letter author and when do we talk
help me to plan the final year around interviews
Could I be released from the colloquium, I took it at another university
wich papers are needed for the visiting rotation
I need to change my name in the records after my wedding
board exam eligibility - do my leave weeks count
When will we know our clerkship sites
in which order are the residency steps: exams, letters, ranking
what's the difference between a preliminary and a categorical position, and which should I list
Do programs see my Step 1 attempts
My supervisor must sign the case list but left the hospital, who signs instead?
how can I join the student exchange to Berlin
What do I need for my chief resident application
How do I log my duty hours for the program
Is there a limit on how often I can take the CK
Need somebody to sign my away rotation forms before friday
can i still drop biostatistics
what paperwork is there for a research year
Where do I upload my vaccination card
What electives are good for someone who wants cardiology
How many letters do I need and from whom
Is a 230 enough for internal medicine?
I'm an international student, can I even apply for the military scholarship match
When do third year grades get posted
How do I report a change of address to the registrar
who approves my vacation request
I need to know if my summer course counts for credit
are we supposed to do all modules before orientation
can you help me fill in my career planning form
Do I have to present my thesis to get the degree
deferring residency for a year: possible?
I have a wedding during my surgery block, what do I do
list of requirements for PGY2
How do I become board certified in two specialties
what is the timeline for a combined med-peds application
my step 3 window overlaps with night float
The school wants my BLS renewed, where and by when?
Does psychiatry look at class rank?
is it better to take step 2 before or after the holidays
I need to pick a clerkship track by Monday
proof of rotations for the state board
what does the specialty interest form want from me
Which fellowships accept people from community programs?
How do I get credit for my publication
what has to be done in the last year before graduating
looking for guidance through the application cycle
I want someone to check that I have everything for graduation
which rotation site has housing forms due first
how do I withdraw from an elective
need information about leave for the birth of my child
could you tell me how the lottery for clerkship sites works
applying for ortho with an average record: how broad, and do I need a plan B
Do I need permission to work as a tutor next to residency
my baby comes in April, what happens to my clerkship dates
being first in my family to do this, I simply do not know what the application consists of
mentor me through the ERAS forms
which clerkship should come first if I think of surgery
Is there something I should be doing now in first year for residency
Wanting to become a dermatologist: what do programs expect on paper
can you coach me on what goes in which section of the application
who tells me if my electives fit together
i have no idea what fourth year looks like, what are the pieces and when do they come
As a dual citizen which match do I enter
How does the scramble work if I don't match
Are two letters from the same department ok
The clerkship office has not answered, is my spot in peds confirmed
need to know the passing rules of the year, credits and so on
Could I take my leave in two parts
the research office wants an IRB number before I begin, how to get one
what are the chances for orthopedics with my numbers
Want to make sure I don't miss anything before the match
do my volunteer hours need a signature
how long is Step 1 valid
how many weeks vacation in PGY1
Where does it say how many calls we must do
do we get time for the boards
i'd like to move my exam to august
What comes after the interviews
I need an academic calendar for next year
May I do my sub-internship at the place where I want to match
Where are the evaluation forms for my elective abroad
subspecialty exam, dates and costs
when do we choose our tracks and on what basis
I do not understand how the match algorithm treats my list
Pediatrics or med-peds: how do the applications differ
do I have enough publications for radiology
who is responsible for my clinic assignment
When should I ask for my letters of recommendation
Is my immunisation form accepted for the away site
I have to change my clerkship dates because of a family event
who signs my elective request
what courses are left for me until graduation
how do I choose electives that programs want to see
does research count as an elective
deadline for the fellowship match and what I have to prepare
What score do I need for anaesthesia
Where do I find the handbook with the rules on absences
how do I ask for a leave of absence, which form
I want to take a year for an MBA, how do I apply
what goes on a CV for residency and how long may it be
am I on schedule for all milestones
Can I do two sub-internships in the same month
When can I take the boards if my rotation ends in June
Could someone go over my schedule for next year with me
Which documents does the state board want
next steps after Step 1
when are interviews for radiology
Is there a meeting about the match
I would like to know how to get a letter from a chair I hardly know
which of my rotations are still missing
how do I transfer to another residency program
what's required for the global health track
Where do I register for the in-training exam
My class schedule has two things at the same time
How is the residency interview season organised
What do I need to hand in at the end of this rotation
is there funding and a form for presenting at a conference
career options in public health: what do I need to apply
`;

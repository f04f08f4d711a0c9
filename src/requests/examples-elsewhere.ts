// Needs that belong to the academic counselor, or to an office that none of the programs is, as learners write them.
export const counselingExamples = `
I failed the renal block
Failed Step 1. What now?
got an email that I'm being put on academic probation
I want to take a leave of absence because I can't pass the courses at this pace
I have to appear before the promotions committee about my grades
I failed the exam second time and I am afraid they take me out of the faculty, what can I do?
I failed the surgery shelf twice and the clerkship director says one more and I repeat the rotation
They gave me a professionalism remediation plan and I must meet its conditions by June
I'm failing my placement at mid-rotation review, the supervisor wrote "not meeting expectations" in every box
Coming back from an academic leave in January and I have to redo the medicine clerkship that I failed
COMLEX Level 2 not passed, second attempt, the school has a limit of three
My sub-I evaluation was unsatisfactory and there's an appeal letter I have to write to the progress committee
In-training exam in the 5th percentile and the program says remediation is required before I'm promoted to PGY-3
My contract might not be renewed because of my milestones
The competency committee didn't promote me with my class
being asked to sign a remediation contract
I think I'm going to fail the year. 3 of 5 modules are already red
my grade in cardiology came back F
I am two points under the pass mark in neuro
They say I can't go on to third year
letter from the dean saying I'm not in good academic standing
third time I sit this exam, if I don't pass I'm out
Didn't pass the OSCE, what happens to me?
scared of failing this semester, already failed two quizzes and the midterm
I have an incomplete in pediatrics and they want me to redo it
the committee wants to see me about my exams
program put me on a remediation plan for professionalism
Did not meet expectations in two competencies, my director talks about extending training
I was told I'll have to repeat first year
My step score came back a fail and my rotations are on hold
I'm behind in three courses and don't see how I can pass them
I won't pass histology
may be dismissed after the hearing
I got a fail in the oral exam
the course director wants me to sit the makeup exam
I've been flagged as at risk
my average is under the minimum to move up
Step 1 didn't work out, second fail
My resident file says probation from January
How many times can I fail before I'm out
I'm not passing neuro right now
Received an unsatisfactory in professionalism
I have to remediate two courses over the summer
worried that I will not make it to second year
I got an academic warning
repeat of the year, need support
failing grade medicine clerkship, can I appeal
I missed too many sessions and now they won't let me pass
the exam result was negative again
I got kicked out of the course
second attempt at pharmacology failed too
the letter says I did not satisfy the requirements of the year
not progressing to PGY2
My clerkship grade is a fail because of the exam
What happens when you fail a block
I was held back
My scores are too low to be allowed to go on
I am on a performance plan
I'm close to failing out
Need to make up a failed rotation
I fell short in three milestones and the review said I may have to extend
I failed my clerkship
I am afraid of failing the year
I failed Step 2
what are my options after failing twice
I might not pass the block
on probation, what now
`;

export const outsideExamples = `
My student loan hasn't been paid out yet
parking permit for the east garage
I need a room in the student residence from August
My payslip is wrong, two call shifts are missing
Who do I call about a tuition bill that was charged twice?
badge doesn't open the locker room
my patient in bed 12 has potassium of 6.8 what do I give
Epic locked me out
where do I get scrubs in size XS
Need more financial aid, rent went up
The shuttle to the north campus does not run at 5 am, who organises it
my pager is broken
how do I change my bank details for the salary
I have a rash, can someone see me this week
VPN for reading scans at home stopped working after the update
The coffee machine in the residents' lounge is dead
I want to be advised about my mortgage
visa office told me to bring I-20, they don't answer the phone, who can give it to me?
My landlord wants to keep the deposit, is there legal aid for students
Do you have a printer near the ward that takes student cards?
Meal vouchers for night shifts don't scan
how do I get reimbursed for the conference hotel
The heating in the call room doesn't work
my computer won't start
who do I ask for a parking spot at the satellite clinic
Student health insurance, how do I opt out
I can't log into the learning portal
I need a doctor for my back
My patient is on warfarin, can I give ibuprofen?
Is there daycare on campus
I lost my stethoscope in the library
need an extra pair of scrubs
How much are the fees next year and can I pay monthly?
there is mold in my dorm room
my visa expires in March
who can fix the projector in lecture hall B
Where can I get a flu shot?
extra time in exams because of my dyslexia, where do I ask
my bike was stolen from the hospital
I didn't get paid for my call shifts
Which dose of amoxicillin for a 4 year old?
The library closes too early
the cafeteria closes before my shift ends
I need to see a physician about my cough
how do I connect to the hospital wifi
question about my loan deferment
my locker is jammed
the toilet on the third floor is flooded
who pays for my travel to the clinic
Can I get a cheaper gym membership
what is the treatment of hyperkalemia in my patient
moving in two weeks and need a flat
I forgot my password
do I get a phone from the hospital
I need glasses, is this covered by the insurance
my tax form is missing
white coat has the wrong name on it
Where is the prayer room
I want to rent out my room for the summer
the elevator is broken
my student card is not accepted at the library
health care for my son, which plan
I was billed for a course I dropped
where is room 3.14
how can I get a copy of my x-ray
my account has no access to the imaging system
ID photo retake
lunch options for vegetarians
who cleans the student lounge
I'd like to buy used textbooks
What are the symptoms of pericarditis in my patient and do I start colchicine
my contract says a different salary
emergency loan
who do I tell that my scrubs card is empty
I need a physiotherapist
Can I bring my dog to campus
public transport ticket for students
how do I reset my password
when do I get my stipend
where can I park
I need an apartment
The EHR does not open
who do I ask about my health insurance
my badge is lost
my paycheck is too low
is there a discount for the train
Where can I store my bike
library card expired
the printer has no paper
dental appointment
`;

// Needs that belong in mentoring, as learners write them. Routing learns from them which words speak for it.
export const mentoringExamples = `
First in my family at university. I feel like I'm pretending to be someone in this white coat
I'd like to know a doctor over a few years, someone I can just be honest with
Seeing the cadaver changed how I think about death and I have nobody to talk about that
I was a teacher for ten years before this and I don't know how that part of me fits with becoming a doctor
I would like to meet a woman in surgery who has children, to hear how she lives
coaching on how to be myself in medicine and not lose my friends from before
Am I a surgeon or am I just in love with the idea of being one?
A patient I cared for died on Tuesday and nobody on the team said a word. I keep thinking about what it means to do this job
I am becoming cynical and it frightens me a bit, I used to care so much
I want kids and I want transplant surgery. can one person be both?
I feel invisible on the wards, like I don't belong in the hospital at all
Between psychiatry and neurology. I know the requirements of both; what I can't answer is where I'd be at home
I am a gay man in a small rural placement and I wonder how much of myself to show at work. No one has been unkind, I'd just like to talk to someone who lived it
Leaving student life for residency scares me, who will I be there?
I'd like to stay in touch with one physician through the move from M4 to intern year
Thinking of taking a job outside clinical medicine after graduating, and it feels like betrayal
Is it wrong to choose a specialty because of lifestyle? I feel guilty about it
imposter syndrome, even after all the honors. who am I fooling
I made a mistake that hurt a patient, the review is over, but I question whether I deserve to be a doctor
What does a good life as an intensivist look like at 50?
Becoming an attending in July. I don't feel like one
Balancing a new baby and being the doctor I hoped to become, I want to talk with somebody who's been through it
I'm good at this job on paper. It leaves me empty
thinking about leaving residency, not because of grades, because I'm not sure it is me
i want a role model who looks like me
who am i outside of medicine
Somebody who believes in me and doesn't grade me
The advisor told me which electives to take, fine, but no one asks me what sort of doctor I'd like to be
killing time between cases I realised I don't look up to anyone here. I'd like to find a physician whose way of being a doctor I admire
My advisor wants a specialty on the form. Form is easy; I'm torn because I don't know what kind of person I turn into in each of them
would like to shadow and get to know an older doctor who has kept their joy
I love the science but sick people frighten me a little, is there a place for someone like me
I grew up poor and nobody around me here seems to know what that is
does it get easier to go home after a bad day
My parents wanted this for me. I'm not sure I did
I want to hear from an older woman how she dealt with being the only one in the room
what if I picked the wrong specialty
i don't recognize the person i am on this ward
A child died on my shift and I can't stop asking what I am doing here
How do people stay kind in this job
Looking for a long conversation about where my life is going
My friends outside of school drift away and I wonder if it's worth it
I feel like everyone got a manual for being a doctor except me
moving from resident to attending, I would like company on the way
I'm thinking about surgery versus family medicine and it comes down to the life I'd have
how did you know that this was your field
As a Black woman in orthopedics I'd like to meet someone who made it
I miss who I was before medical school
someone wise to talk to from time to time about the bigger picture
should I stay in academic medicine or go home to my village and serve there
faith and abortion care, I don't know how to reconcile it
I no longer feel proud when I say that I am a doctor
is it normal to cry after telling someone they will die
I wonder what I want to have done when I'm old
Want to talk with a physician who left academia and is happy
I'd like to be a different doctor than the ones I see here
is medicine for me
Nobody in my family understands what I do
I want to have someone in my corner
I wonder who I will be in ten years
how do you stay a good father as a resident
I feel out of place among my classmates
I've lost my motivation for medicine as a whole
I am thinking about giving up my dream of surgery because I want a family
A friend I can look up to, that's what I need
coming out at work
how do I know which specialty suits my character
I feel empty after my shifts and ask what for
I would like to speak with someone who came from another country and built a life here
can I be a doctor and an artist
I'm the oldest in my year and wonder if I started too late
how much of my own story may I show to patients
I want to find my way in this profession
seeking someone who takes an interest in me as a person
After my mother's death everything in the hospital feels different
I am proud of what I do but my partner wants me to stop
I need courage to become what I want
I'd like to find out what matters to me
conversation with someone from the generation before about what medicine was and will be
the hidden curriculum makes me someone I don't like
I don't feel like a doctor yet and residency starts in two weeks
how do you forgive yourself after an error
am I too soft for this
I just want to be heard by someone who doesn't evaluate me
Everyone says do dermatology, my heart says family medicine
Would I choose medicine again?
I'm a veteran starting over as a student, who else did that
I want to know how she managed to be a surgeon with three children
Everybody has a plan, I only have a feeling
Can I still be me after this
do doctors ever regret it
My idealism is gone
What kind of life does an ER doc have
I come from a small town and the hospital world is foreign to me
I'm asking myself if psychiatry is a part of who I am
I want to be inspired again
someone to walk with me through these years
I get told I'm too emotional. Maybe I am
I wish I had somebody to ask the things you can't ask
Should I have children in residency
how did others get over their first death
I cannot see myself in any of my teachers
Being a doctor's child, I never chose this
I'd like an honest conversation about whether to stay
everyone around me is so sure of their way
how to live with uncertainty
the thing I loved about medicine, where did it go
I don't want to become like my attendings
Would like to be known by somebody on the faculty
between my art and my studies I'm losing one
I am not sure that medicine is the right thing for me
I would like to talk to someone who has gone through this
what kind of doctor do I want to be
I feel lonely in my residency
I need a role model
how do you combine research, family and clinic over a lifetime
I want a longer relationship with somebody who knows me
Which life do I want
I lost a patient and it stays with me
I doubt my choice
I do not see anyone like me in this department
I feel like a fraud
what gives you meaning in this work
I think about quitting medicine
how do I stay true to my values in a system like this
I want to grow as a person
my faith and my work
who do I want to become
from student to doctor, a big step, I'd like someone at my side
I feel I've changed and not for the better
`;

// What learners write who are in danger or mistreated, or who fear for somebody: the resources stand first where words
// sound like these. Written for the purpose; nobody's own.
export const dangerExamples = `
I have been thinking about ending it
i dont see a reason to wake up tomorrow
don't need help with exams anymore, by next week none of it will matter, I've written the letters
My roommate says he's going to hurt himself and he's not answering his phone
I'm afraid to go home tonight
The attending puts his hand on my back and lower in every case and I dread the OR
My preceptor keeps texting me late and said my grade depends on having dinner with him
A resident told me people with my accent should not touch patients
I was told to take off my hijab or leave the theatre
I need an advisor for a schedule change because the doctor who touched me is on that service again
I drove onto the bridge after my night shift and sat there for an hour looking down
drinking before shifts now. shaking if I don't
since I told them I'm pregnant the program director says I chose the wrong career and he has taken my cases away
A consultant screams at me every day, yesterday he pushed me against the wall
I took too many of my tablets an hour ago
someone is following me home from the library every evening
I failed again and honestly I would rather not be here. I don't mean the school
I am used as personal driver and babysitter by my supervisor and he threats me with a bad evaluation if I refuse
I not want live more. please
haven't slept in five days, hearing voices telling me to do things
giving away my things, just wanted to say thank you to everyone here
I can't do this any more. I just want it to be over
my friend in the year below said she has pills saved up
the surgeon threw an instrument at me
Someone on my team sends me pictures of himself
he said women have no place in his theatre
My boyfriend choked me yesterday
I've been cutting again since the exam
Everyone would be better off if I was gone
the chief calls me monkey in front of patients
I took fentanyl from the cart
I drink a bottle of wine every night
my classmate posted that he will bring a weapon to the exam
I make myself throw up after each meal
I crashed my car on purpose
she grabbed my breast in the elevator
Resident makes fun of my stutter in front of patients every morning
i am scared what he'll do if i tell
I work 110 hours and my program tells me to write down 80
I want to hurt the person who did this to me
I don't want to live
my flatmate tried to take her life
I've thought about jumping
I bought a rope
life has no sense for me any more
I keep thinking that it would be easier if I did not exist
my attending kissed me
someone put something in my drink
He pins me in the corridor
A nurse said blacks don't belong here
the professor asks about my sex life
I am being harassed
she hits me when I make a mistake
my ex waits outside the hospital for me
he has photos of me and says he will show them
I haven't eaten in three days because there is no money
I see things that aren't there
my colleague comes to work drunk
I take oxycodone from the ward to get through
my husband hits me
he locked me in the call room
I got stuck with a needle from an HIV patient and they told me to keep quiet
my supervisor makes comments about my legs
The chief told everyone I'm gay
I was called a terrorist by a colleague
I have a plan and the means
please help i can't breathe, my chest, i think im having a panic attack
the resident hit my hand with a clamp
they made me examine a patient who said no
since I complained nobody lets me operate
he said if I tell anyone I can forget my career
I'm so depressed I can't get out of bed
a man with a knife is in the lobby
I feel like ending my life
I cut my arms
a friend texted that she doesn't want to be alive
my father threatens to bring me back home by force
i'm bleeding and alone
everyone laughs at my accent in the team
I get all the scut because I'm a woman
he touched my thigh
they make me carry his bag and buy his lunch
I am thinking of killing my supervisor
wish I could fall asleep and never wake up
I'm thinking about suicide
I don't want to be here anymore
nobody would miss me if I was gone
I can't see any future for myself
I hate myself and I hurt myself
I have pills at home and keep looking at them
I can't stop thinking about death, my own
I said goodbye to my sister last night
my brother has taken an overdose
my best friend in the class has stopped talking and gives her stuff away
a student in my group wrote that she will end it tonight
I'm worried about a classmate, he talks about dying
a colleague smells of alcohol in the morning
I found my co-resident with a syringe in the bathroom
my wife is afraid of me
My partner controls my phone and my money
My boyfriend pushed me down the stairs
I'm not safe at home
someone broke into my room
my stalker found out where I work
a patient grabbed me and nobody helped
a patient's husband threatened to kill me
a visitor spat at me and called me a slur
the surgeon slaps my hand with instruments
the attending swears at us and throws things
my chief shouts at me in front of the nurses every day
He tells jokes about women all day
they call me the diversity hire
my attending said people from my country are lazy
I was told my hair is unprofessional
they said a mother should not be a surgeon
the nurses refuse to work with me because I am Muslim
he keeps touching my shoulder and I told him to stop
my professor invited me to his hotel room
a senior resident tried to kiss me at the party
I was raped
I was assaulted after the party
I woke up in a colleague's bed and remember nothing
he made me touch him
someone filmed me in the changing room
He says he'll fail me if I don't go out with him
she said she'd ruin my career if I report
I reported my attending and now I get the worst shifts
they changed my evaluation after I complained
I'm being punished because I was sick
I was kept at work for 36 hours and fell asleep driving
they don't let me eat or go to the toilet
I'm told to lie about my hours
asked to sign for procedures I never did
I have to clean his office and walk his dog
the chief makes me write his papers and says nothing good will come if I tell
I've been drinking every day since the divorce
I can't get through a shift without pills
I took something from the medication cabinet
I started cutting
I burn myself with cigarettes
I vomit after eating
I don't eat, I don't sleep, I don't care
I cry every night and can't stop
I have panic attacks in the hospital
I'm shaking all the time and can't breathe
the voices are back
I think people are watching me and want to kill me
I have not slept for four nights and feel like god
I feel nothing anymore, only that I want out
tired of living
ready to give up on everything
It would be better not to wake up
I don't think I'll be around for graduation
I want to disappear forever
everything is hopeless
I looked up ways to die
I stood on the platform and thought about the train
driving into a tree would solve it
I have nothing left to live for
there is someone with a gun on campus
I want to kill him
I am going to hurt somebody
my roommate has a gun and is very drunk
I was followed to my car
my father will beat me when I come home
I am homeless since last week and sleep in the library
I have no money for food
I was told to go back to where I came from
She mocks my stutter
They exclude me because I am gay
the team calls me by a name that isn't mine
my supervisor stares at my breasts
he shows me pornographic pictures
a doctor put his arm around me and would not let go
my resident rubs against me in the OR
I'm scared of my attending
I am afraid to go to work because of him
terrified of the next shift with her
I'm being bullied by the other residents
There's a racist in our team
I was humiliated on rounds, she said I'm too stupid to be a doctor
I do not feel safe with this patient
my friend was drugged in a bar
something bad happened to me and I can't tell anyone
I need help now
please call someone
`;

// Guides for a session: questions to ask in it, not forms to fill in. Nothing of them is kept.

export interface Guide {
  name: string;
  /** What it is good for. */
  about: string;
  parts: readonly { name: string; prompts: readonly string[] }[];
}

/** After Whitmore: goal, reality, options, will. */
const grow: Guide = {
  name: "GROW",
  about: "When something has to move: from what is wanted to what happens next.",
  parts: [
    {
      name: "Goal",
      prompts: ["What do you want to have at the end of this talk?", "What would be different if you got there?"],
    },
    {
      name: "Reality",
      prompts: ["What happens now? When does it go better?", "What have you tried, and what came of it?"],
    },
    {
      name: "Options",
      prompts: ["What else could you do? And what else?", "Whom have you seen do this well? What do they do?"],
    },
    {
      name: "Will",
      prompts: ["What will you do, and by when?", "How sure are you, from 0 to 10? What would make it one more?"],
    },
  ],
};

/** After Sargeant and others: relationship, reactions, content, coaching. */
const r2c2: Guide = {
  name: "R2C2",
  about: "When there is feedback to make sense of. Use only what was shared here, by whom it is about.",
  parts: [
    { name: "Relationship", prompts: ["How has it been since we last met?", "What would you like from this talk?"] },
    {
      name: "Reactions",
      prompts: ["How does this look to you? What surprised you?", "How does it fit with how you see yourself?"],
    },
    {
      name: "Content",
      prompts: ["What in it is clear, and what is not?", "What do you want to keep, and what to change?"],
    },
    {
      name: "Coaching for change",
      prompts: ["Which one thing will you work on first?", "What could get in the way? Who could help?"],
    },
  ],
};

/** After Oettingen: wish, outcome, obstacle, plan. */
const woop: Guide = {
  name: "WOOP",
  about: "When a wish is clear and does not come about: look at what stands in the way, in oneself.",
  parts: [
    { name: "Wish", prompts: ["What do you wish for, that is hard and within reach?"] },
    { name: "Outcome", prompts: ["What is the best that would come of it? Picture it."] },
    { name: "Obstacle", prompts: ["What in you stands in the way? Picture that, too."] },
    { name: "Plan", prompts: ["If that shows up, then what will you do? Say it as: if this, then that."] },
  ],
};

export const guides: readonly Guide[] = [grow, r2c2, woop];

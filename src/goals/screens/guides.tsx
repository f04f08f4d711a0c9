// Session guides: questions to have beside a talk. Nothing is filled in, and nothing is kept.
import { Card, Section } from "../../web/ui/page.tsx";
import { Why } from "../../web/ui/why.tsx";
import { guides } from "../guide.ts";

export function Guides() {
  return (
    <Section title="For a session" id="guides" note="Questions to pick from. Nothing of them is kept.">
      <Card className="goal-guides">
        {guides.map(({ name, about, parts }) => (
          <details key={name}>
            <summary>
              <b>{name}</b> <span className="muted">{about}</span>
            </summary>
            <dl>
              {parts.map((part) => (
                <div key={part.name}>
                  <dt>{part.name}</dt>
                  {part.prompts.map((prompt) => (
                    <dd key={prompt}>{prompt}</dd>
                  ))}
                </div>
              ))}
            </dl>
            <Why at={`guide/${name}`} />
          </details>
        ))}
        <Why at="guides" />
      </Card>
    </Section>
  );
}

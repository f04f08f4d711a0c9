// How something comes to be approved here, in words: the policy that every page of the library leads to.
import { Section } from "../../web/ui/page.tsx";

export function Policy() {
  return (
    <Section title="How this library is kept" id="policy">
      <ul className="prose">
        <li>A claim names its sources, what kind of study it was, and what it cannot show.</li>
        <li>
          A reviewer of this school writes or submits it. Two others, none of whom wrote it, approve it or return it
          with a reason.
        </li>
        <li>Until then it carries a caution, wherever it stands. What came with Chiron was approved by nobody here.</li>
        <li>Approvals end: on the day of the next review, and at once when a source is retracted.</li>
        <li>
          All of it is for education. It replaces neither a professional&rsquo;s judgment nor your school&rsquo;s rules.
        </li>
      </ul>
    </Section>
  );
}

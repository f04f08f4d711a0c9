// Several words in one field, with commas between them.
import { TextArea } from "./field.tsx";

type Props = { label: string; name: string; words: readonly string[]; error?: string | undefined };

export function WordsField({ label, name, words, error }: Props) {
  return (
    <TextArea
      label={label}
      name={name}
      hint="With commas between them."
      defaultValue={words.join(", ")}
      {...(error === undefined ? {} : { error })}
    />
  );
}

export function wordsIn(text = ""): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

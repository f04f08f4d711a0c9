// Several words in one field, with commas between them.
import { TextArea } from "./field.tsx";

type Props = {
  label: string;
  name: string;
  words: readonly string[];
  error?: string | undefined;
  hint?: string | null;
};

/** `hint` null where several stand together under one. */
export function WordsField({ label, name, words, error, hint = "With commas between them." }: Props) {
  return (
    <TextArea
      label={label}
      name={name}
      {...(hint === null ? {} : { hint })}
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

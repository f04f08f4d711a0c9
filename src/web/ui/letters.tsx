// Writing to people: one link, or as many as their addresses need, with the addresses to copy.
import { type ReactNode, useState } from "react";
import { plural } from "../../core/plural.ts";
import { lettersTo } from "../../people/letter.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

type WritingProps = {
  /** What the button says. */
  children: string;
  /** In a row of a list: whom it is about, for those who hear one button after another. */
  about?: string | undefined;
};

type LettersProps = WritingProps & {
  addresses: string[];
  /** The page to which the letter leads, as whoever gets it finds it. */
  path: string;
};

export function Letters({ addresses, path, children, about }: LettersProps) {
  const letters = lettersTo(addresses, linkTo(path));
  const [letter] = letters;
  if (letter === undefined) return null;
  if (letters.length > 1)
    return (
      <Writing about={about} title={`Write to ${letters.at(-1)?.last} people`} words={children}>
        <Several addresses={addresses} path={path} />
      </Writing>
    );
  return (
    <a className="button sm" href={letter.href}>
      {about === undefined && <Icon name="send" />}
      {children}
      {about !== undefined && <span className="vh">: {about}</span>}
    </a>
  );
}

function linkTo(path: string): string {
  return new URL(path, window.location.origin).href;
}

/** A button that opens a dialog with letters; what it holds is read only then. */
export function Writing({
  words,
  about,
  title,
  children,
}: Pick<WritingProps, "about"> & { words: string; title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small {...(about === undefined ? { icon: "send" } : {})} onClick={() => setOpen(true)}>
        {words}
        {about !== undefined && <span className="vh">: {about}</span>}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={() => setOpen(false)}>
        {children}
      </Dialog>
    </>
  );
}

/** All letters that so many addresses need, and the addresses to copy. */
export function Several({ addresses, path }: Pick<LettersProps, "addresses" | "path">) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [isCopied, setCopied] = useState(false);
  const letters = lettersTo(addresses, linkTo(path));
  const copy = () => void navigator.clipboard.writeText([...new Set(addresses)].join(", ")).then(() => setCopied(true));
  return (
    <>
      <p>
        {letters.length > 1 && `One letter does not hold so many addresses, so there are ${letters.length}. `}
        Nobody reads the address of anybody else.
      </p>
      <div className="row">
        {letters.map(({ first, last, href }) => (
          <a key={first} className="button sm" href={href} onClick={() => setOpened(new Set([...opened, first]))}>
            <Icon name={opened.has(first) ? "check" : "send"} />
            Write to {sayWhom(letters, first, last)}
            {opened.has(first) && <span className="vh">, opened</span>}
          </a>
        ))}
      </div>
      {window.isSecureContext && (
        <div className="row">
          <Button small icon={isCopied ? "check" : "file"} onClick={copy}>
            {isCopied ? "Copied" : "Copy all addresses"}
          </Button>
          <output className="vh">{isCopied ? "Copied" : ""}</output>
        </div>
      )}
    </>
  );
}

function sayWhom(letters: readonly unknown[], first: number, last: number): string {
  if (letters.length === 1) return plural(last, "person", "people");
  return first === last ? String(first) : `${first} to ${last}`;
}

// Writing to people: one link, or as many as their addresses need, with the addresses to copy.
import { useState } from "react";
import { lettersTo } from "../../people/letter.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

type LettersProps = {
  addresses: string[];
  /** The page to which the letter leads, as whoever gets it finds it. */
  path: string;
  /** What the button says where one letter is enough. */
  children: string;
  /** In a row of a list: whom it is about, for those who hear one button after another. */
  about?: string;
};

export function Letters({ addresses, path, children, about }: LettersProps) {
  const [isOpen, setOpen] = useState(false);
  const letters = lettersTo(addresses, new URL(path, window.location.origin).href);
  const [letter] = letters;
  if (letter === undefined) return null;
  const hidden = about !== undefined && <span className="vh">: {about}</span>;
  if (letters.length === 1)
    return (
      <a className="button sm" href={letter.href}>
        {about === undefined && <Icon name="send" />}
        {children}
        {hidden}
      </a>
    );
  return (
    <>
      <Button small {...(about === undefined ? { icon: "send" } : {})} onClick={() => setOpen(true)}>
        {children}
        {hidden}
      </Button>
      {isOpen && <Several addresses={addresses} letters={letters} onClose={() => setOpen(false)} />}
    </>
  );
}

type SeveralProps = { addresses: string[]; letters: ReturnType<typeof lettersTo>; onClose: () => void };

function Several({ addresses, letters, onClose }: SeveralProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText([...new Set(addresses)].join(", ")).then(() => setCopied(true));
  return (
    <Dialog title={`Write to ${letters.at(-1)?.last} people`} isOpen onClose={onClose}>
      <p>
        One letter does not hold so many addresses, so there are {letters.length}. Nobody reads the address of anybody
        else.
      </p>
      <div className="row">
        {letters.map(({ first, last, href }) => (
          <a key={first} className="button sm" href={href} onClick={() => setOpened(new Set([...opened, first]))}>
            <Icon name={opened.has(first) ? "check" : "send"} />
            Write to {first === last ? first : `${first} to ${last}`}
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
    </Dialog>
  );
}

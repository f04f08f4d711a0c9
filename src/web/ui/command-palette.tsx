// Go anywhere by typing: pages at once, people as the server finds them.
import { plural } from "../../core/plural.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Menu, MenuItem, MenuSection, Header } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Input, Label, SearchField } from "react-aria-components/SearchField";
import type { Account } from "../../people/account.ts";
import { isListed, mayOpen, type PageEntry } from "../page-entry.ts";
import { useFound } from "./found.ts";
import { Icon } from "./icon.tsx";
import { usePlace } from "./link.tsx";

export type Found = { href: string; words: string; hint?: string };
type Search = (words: string) => Promise<Found[]>;
type PaletteProps = { pages: readonly PageEntry[]; me: Account; findPeople?: Search; onClose: () => void };

/** `findPeople` is asked from two letters on. */
export function CommandPalette({ pages, me, findPeople, onClose }: PaletteProps) {
  const [words, setWords] = useState("");
  const { go } = usePlace();
  const search = useCallback(
    (asked: string) => (findPeople && asked.length >= 2 ? findPeople(asked) : Promise.resolve([])),
    [findPeople],
  );
  const { found: people, state } = useFound(words, search);
  const wanted = words.trim().toLowerCase();
  const open = pages.filter((page) => isReached(page, me) && page.title.toLowerCase().includes(wanted));
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog aria-label="Go to" className="palette">
          <Autocomplete inputValue={words} onInputChange={setWords} disableAutoFocusFirst={false}>
            <Words onClose={onClose} />
            <Menu
              className="palette-list"
              aria-label="Pages and people"
              onAction={(href) => {
                onClose();
                go(String(href));
              }}
              renderEmptyState={() => <p className="nothing">{nothingWords[state]}</p>}
            >
              {open.length > 0 && (
                <Group
                  title="Pages"
                  found={open.map(({ path, title }) => ({ href: path, words: title }))}
                  icon={(href) => pages.find(({ path }) => path === href)?.nav?.icon ?? "right"}
                />
              )}
              {people.length > 0 && <Group title="People" found={people} icon={() => "user"} />}
            </Menu>
            {state === "failed" && open.length > 0 && <p className="nothing">{nothingWords.failed}</p>}
            <output className="vh">{wanted === "" ? "" : foundWords(open.length, people.length, state)}</output>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Every page that leads somewhere by itself; not those that need a name in their address, or stand before sign-in. */
function isReached(page: PageEntry, me: Account): boolean {
  if (page.path.includes(":")) return false;
  return page.nav === undefined ? page.frame === undefined && mayOpen(page, me) : isListed(page, me);
}

const nothingWords: Record<ReturnType<typeof useFound>["state"], string> = {
  asking: "Looking for people.",
  answered: "Nothing is called that. Check the spelling, or try fewer letters.",
  failed: "People could not be looked for: the server cannot be reached. Check your connection, then type again.",
};

/** For those who hear it; "Looking" stays unsaid, since the answer is a moment away. */
function foundWords(pages: number, people: number, state: keyof typeof nothingWords): string {
  if (state === "asking") return "";
  if (state === "failed" || pages + people === 0) return nothingWords[state];
  return `${plural(pages, "page")}, ${plural(people, "person", "people")}`;
}

/** Esc closes what lies on top, instead of emptying the field first. */
function Words({ onClose }: { onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <SearchField className="field">
      <Label className="vh">Go to a page or a person</Label>
      <Input
        ref={input}
        className="input"
        placeholder="Go to a page or a person"
        onKeyDownCapture={(event) => event.key === "Escape" && onClose()}
      />
    </SearchField>
  );
}

function Group({
  title,
  found,
  icon,
}: {
  title: string;
  found: Found[];
  icon: (href: string) => Parameters<typeof Icon>[0]["name"];
}) {
  return (
    <MenuSection>
      <Header>{title}</Header>
      {found.map(({ href, words, hint }) => (
        <MenuItem key={href} id={href} className="option" textValue={words}>
          <Icon name={icon(href)} />
          <span>{words}</span>
          {hint !== undefined && <small>{hint}</small>}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
